import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalMembers, canonicalValue, isCanonical } from '../../verify/canonical.ts';

/** The slow way: the text is read, and must come back unchanged from the canonicaliser. */
function comesBack(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return canonicalize(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');
/** Any JSON value, with keys and texts of every kind of letter; half surrogate pairs have no form. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', '/', '\n', '\u001f', '\u007f', 'é', '社', '\ufb33', '😀') }),
  fc.constantFrom('', 'data', 'seq', '__proto__', 'constructor', '10', '9', '\u2028', '\ue000', '\uffff', '\u{10000}'),
);
const anyNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e15, 1e16, 999999999999999, 1e21, 1e-6, 1e-7, 5e-324, 1.7976931348623157e308),
);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    anyText,
    anyNumber,
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.uniqueArray(fc.tuple(anyText, tie('value')), { selector: ([key]) => key, maxLength: 5 }).map(Object.fromEntries),
  ),
}));
const canonicalBytes = anyValue.map((value) => bytesOf(canonicalize(value) ?? ''));
const anyByte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(...bytesOf(' "\\/{}[],:-+.0123456789eEuUtfn')),
);

describe('The canonical form of bytes (RFC 8785)', () => {
  it('is found of whatever the canonicaliser writes, and gives the value back', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonicalize(value) ?? '';
        expect(isCanonical(bytesOf(text))).toBe(true);
        expect(canonicalValue(bytesOf(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is found of no bytes of which the canonicaliser would write others: one byte changed, put in, or taken out', () => {
    const change = fc.record({ bytes: canonicalBytes, at: fc.nat(), byte: anyByte, taken: fc.nat(2), put: fc.nat(1) });
    fc.assert(
      fc.property(change, ({ bytes, at, byte, taken, put }) => {
        const place = at % (bytes.length + 1);
        const changed = Buffer.concat([
          bytes.subarray(0, place),
          Buffer.alloc(put, byte),
          bytes.subarray(place + taken),
        ]);
        expect(isCanonical(changed)).toBe(comesBack(changed));
      }),
      { numRuns: 3000 },
    );
  });

  it('is found or not as by the canonicaliser, of whatever JSON.stringify writes, keys in any order', () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom(undefined, 1), (value, blanks) => {
        const bytes = bytesOf(JSON.stringify(value, undefined, blanks));
        expect(isCanonical(bytes)).toBe(comesBack(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('is found or not as by the canonicaliser, of any number and any escape', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789.eE+-'), maxLength: 20 });
    const escaping = fc.string({
      unit: fc.constantFrom('\\', 'u', '0', '1', 'a', 'A', 'b', 'd', '8', 'f', 'n', '/', '"'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          digits,
          escaping.map((text) => `"${text}"`),
        ),
        (text) => {
          expect(isCanonical(bytesOf(text))).toBe(comesBack(bytesOf(text)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff1'],
    ['a blank before', ' 1'],
    ['a line feed after', '1\n'],
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a comma at the end', '[1,]'],
    ['an array that does not end', '[[1]'],
    ['an object that does not end', '{"a":1'],
    ['a text that does not end', '"a\\"'],
    ['a number that is none', '-'],
    ['infinity', '1e400'],
    ['half a surrogate pair, escaped', '"\\ud83d"'],
    ['a whole surrogate pair, escaped', '"\\ud83d\\ude00"'],
    ['a slash, escaped', '"\\/"'],
    ['a control character as it is', '"\u0001"'],
    ['capitals in an escape', '"\\u001F"'],
    ['a long escape where there is a short one', '"\\u000a"'],
    ['digits that a double does not have', '9007199254740993'],
    ['a word that is none', 'nul'],
    ['a word in capitals', 'True'],
  ])('is not had by %s', (_name, text) => {
    expect(isCanonical(bytesOf(text))).toBe(false);
    expect(canonicalValue(bytesOf(text))).toBeUndefined();
    expect(comesBack(bytesOf(text))).toBe(false);
  });

  it('is not had by bytes that are no UTF-8: cut short, too long, or half a surrogate pair', () => {
    for (const hex of ['22e7a422', '22c0af22', '22eda08022', '22ff22', '22f4908080 22'.replace(' ', '')])
      expect(isCanonical(Buffer.from(hex, 'hex'))).toBe(false);
  });

  it('is refused, not looked for without end, beyond 512 levels', () => {
    const deep = (levels: number): Buffer => bytesOf('['.repeat(levels) + ']'.repeat(levels));
    expect(isCanonical(deep(512))).toBe(true);
    expect(isCanonical(deep(60_000))).toBe(false);
  });

  it('tells the members of an object by name, escaped or not', () => {
    const members = canonicalMembers(bytesOf('{"a":"x","ab":"\\"社\\n","b":{"a":1},"c":7}'));
    const name = (text: string): Uint8Array => Buffer.from(text);
    expect(['a', 'ab', 'b', 'c', 'd'].map((key) => members?.text(name(key)))).toEqual([
      'x',
      '"社\n',
      undefined,
      undefined,
      undefined,
    ]);
    expect(['b', 'c', 'd'].map((key) => members?.bytes(name(key))?.toString())).toEqual(['{"a":1}', '7', undefined]);
    expect(canonicalMembers(bytesOf('["a"]'))).toBeUndefined();
  });
});
