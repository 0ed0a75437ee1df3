import { describe, expect, it } from '@jest/globals';
import { canonicalText } from '../../functions/shell/hash.ts';
import { canonicalValue, isCanonical } from '../../verify/canonical.ts';

/** Examples and samples of RFC 8785, JSON Canonicalization Scheme (A. Rundgren, B. Jordan, S. Erdtman, June 2020). */

/** 3.2.2: data as they may come. */
const example = String.raw`{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}`;
/** 3.2.4: the same as UTF-8 of their canonical form. */
const exampleBytes = Buffer.from(
  `7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c
   31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d`.replaceAll(
    /\s/g,
    '',
  ),
  'hex',
);

/** 3.2.3: keys as they may come, and their values in the order of the sorted keys. */
const keys = String.raw`{
  "\u20ac": "Euro Sign",
  "\r": "Carriage Return",
  "\ufb33": "Hebrew Letter Dalet With Dagesh",
  "1": "One",
  "\ud83d\ude00": "Emoji: Grinning Face",
  "\u0080": "Control",
  "\u00f6": "Latin Small Letter O With Diaeresis"
}`;
const sorted = [
  'Carriage Return',
  'One',
  'Control',
  'Latin Small Letter O With Diaeresis',
  'Euro Sign',
  'Emoji: Grinning Face',
  'Hebrew Letter Dalet With Dagesh',
];

/** The authors' own test data beside the specification (github.com/cyberphone/json-canonicalization, testdata): input and output. */
const authors: readonly (readonly [name: string, input: string, output: string])[] = [
  ['arrays', '[ 56, { "d": true, "10": null, "1": [ ] } ]', '[56,{"1":[],"10":null,"d":true}]'],
  [
    'structures',
    String.raw`{ "1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": { } }`,
    String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}`,
  ],
  ['unicode', String.raw`{ "Unnormalized Unicode":"A\u030a" }`, '{"Unnormalized Unicode":"A\u030a"}'],
];

/** Appendix B: bits of a double, and how it is written. */
const samples: readonly (readonly [bits: string, text: string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];
const double = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE();
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('RFC 8785', () => {
  it('3.2.2 to 3.2.4 · the write path makes the example’s bytes, and the verifier takes them and no others', () => {
    expect(canonicalText(JSON.parse(example))).toBe(exampleBytes.toString('utf8'));
    expect(canonicalValue(exampleBytes)).toEqual(JSON.parse(example));
    expect(isCanonical(bytesOf(example))).toBe(false);
    expect(isCanonical(bytesOf(JSON.stringify(JSON.parse(example))))).toBe(false);
  });

  it('3.2.3 · both have keys in the order of UTF-16 code units', () => {
    const text = canonicalText(JSON.parse(keys));
    expect([...text.matchAll(/:"([^"]*)"/g)].map(([, value]) => value)).toEqual(sorted);
    expect(isCanonical(bytesOf(text))).toBe(true);
    const entries = Object.entries(JSON.parse(text) as Record<string, string>);
    const ordered = sorted.map((value) => entries.find(([, one]) => one === value)?.[0] ?? '');
    for (const [i, key] of ordered.slice(1).entries()) {
      const swapped = `{${JSON.stringify(key)}:1,${JSON.stringify(ordered[i])}:2}`;
      expect(isCanonical(bytesOf(swapped))).toBe(false);
    }
  });

  it.each(authors)(
    'test data %s · the write path makes the output, and the verifier takes it alone',
    (_, input, output) => {
      expect(canonicalText(JSON.parse(input))).toBe(output);
      expect([isCanonical(bytesOf(output)), isCanonical(bytesOf(input))]).toEqual([true, false]);
    },
  );

  it.each(samples)('Appendix B · the double of bits %s is written %s, by both', (bits, text) => {
    expect(canonicalText(double(bits))).toBe(text);
    expect(canonicalText({ n: [double(bits)] })).toBe(`{"n":[${text}]}`);
    expect(canonicalValue(bytesOf(text))).toBe(double(bits) || 0);
    expect(canonicalValue(bytesOf(`{"n":[${text}]}`))).toEqual({ n: [double(bits) || 0] });
  });

  it.each(['7fffffffffffffff', '7ff0000000000000'])('Appendix B · the double of bits %s has no form', (bits) => {
    expect(() => canonicalText({ n: double(bits) })).toThrow();
    expect(isCanonical(bytesOf(`{"n":${double(bits)}}`))).toBe(false);
  });

  it('Appendix B · samples written with another digit, sign or exponent are refused', () => {
    const others = [
      '-0',
      '5E-324',
      '5e-0324',
      '1e23',
      '100000000000000000000000',
      '1000000000000000000000',
      '0.0000010',
    ];
    for (const text of [...others, '1e-6', '333333333.33333329', '9007199254740993', '-3.3333333333333333e-6'])
      expect([text, isCanonical(bytesOf(text))]).toEqual([text, false]);
  });
});
