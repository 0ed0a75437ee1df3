import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkpointText,
  cosignatureOf,
  cosignedText,
  originOf,
  parseCheckpoint,
} from '../../functions/supervision/ledger/checkpoint.ts';
import { entriesOf, entryBundle } from '../../functions/supervision/ledger/entry-bundle.ts';
import {
  keyIdOf,
  type NoteKey,
  noteOf,
  parseNote,
  signatureLine,
  verifierKey,
} from '../../functions/supervision/ledger/signed-note.ts';
import { sha256 } from './tree-hash.ts';

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const keyOf = (vkey: string): NoteKey => {
  const [name = '', , material = ''] = vkey.split('+', 2).length === 2 ? splitKey(vkey) : [];
  const raw = bytes(material);
  return { name, type: raw[0] as NoteKey['type'], publicKey: raw.subarray(1) };
};
/** Base64 has a plus too: only the first two part. */
const splitKey = (vkey: string): string[] => /^([^+]+)\+([^+]+)\+(.+)$/.exec(vkey)?.slice(1) ?? [];

const ed25519 = (raw: Uint8Array) =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' });

/** C2SP signed-note, section Example. */
const c2spKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const c2spNote =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

/** golang.org/x/mod/sumdb/note, the example of its documentation, with the signing key. */
const goKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const goSeed = bytes('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz').subarray(1);
const goText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goNote = `${goText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

describe('Signed notes (C2SP signed-note)', () => {
  it.each([
    ['the example of the specification', c2spKey, c2spNote],
    ['the example of sumdb/note', goKey, goNote],
  ])('verify: %s', (_name, vkey, note) => {
    const parsed = parseNote(note);
    const key = keyOf(vkey);
    const signature = parsed?.signatures[0];
    expect(verifierKey(sha256, key)).toBe(vkey);
    expect(signature?.keyId).toBe(keyIdOf(sha256, key));
    expect(
      verify(null, Buffer.from(parsed?.text ?? ''), ed25519(key.publicKey), signature?.signature as Uint8Array),
    ).toBe(true);
  });

  it('is byte for byte the note of sumdb/note when its key signs', () => {
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), goSeed]);
    const signature = sign(null, Buffer.from(goText), createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
    expect(noteOf(goText, [signatureLine(sha256, keyOf(goKey), signature)])).toBe(goNote);
  });

  it('numbers ECDSA keys by their SPKI alone, as the Pixel log (transparency-dev/formats, note_verifier_test.go)', () => {
    const spki = bytes(
      'AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN+4x0Jk1yTwvLFI9A4NDdGZcX0aiWVdWM5XJVy0M4VWD3AvyW5Q6Hs9A0mcDkpUoYgn+KKPNzFC0H3nN3q6JQ8=',
    ).subarray(1);
    expect(keyIdOf(sha256, { name: 'pixel6_transparency_log', type: 2, publicKey: spki })).toBe(0x91c16e30);
  });

  it('numbers keys of witnesses with their own type (transparency-dev/formats, note_cosigv1_test.go)', () => {
    const vkey = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
    expect(verifierKey(sha256, keyOf(vkey))).toBe(vkey);
  });

  it('keep signatures of unknown keys apart instead of failing on them', () => {
    const unknown = `— someone.example/new ${Buffer.from('12345678901234567890').toString('base64')}\n`;
    const parsed = parseNote(goNote + unknown);
    expect(parsed?.signatures.map(({ name }) => name)).toEqual(['PeterNeumann', 'someone.example/new']);
    expect(parsed?.text).toBe(goText);
  });

  it.each([
    ['carriage returns', goNote.replaceAll('\n', '\r\n')],
    ['one carriage return in a signature line', goNote.replace(/\n$/, '\r\n')],
    ['a tab', goNote.replace('you think', 'you\tthink')],
    ['no newline at the end', goNote.slice(0, -1)],
    ['no blank line', goNote.replace('\n\n', '\n')],
    ['no signature', `${goText}\n`],
    ['a hyphen instead of the em dash', goNote.replace('— ', '- ')],
    ['two blanks', goNote.replace('— PeterNeumann', '—  PeterNeumann')],
    ['base64 without its padding', goNote.replace('JnAM=', 'JnAM')],
    ['base64 with spare bits', goNote.replace('JnAM=', 'JnAN=')],
    ['base64 of URLs', goNote.replace('/ZJkuBS', '_ZJkuBS')],
    ['a signature line of four bytes', goNote.replace(/PeterNeumann .*\n/, 'PeterNeumann x08gow==\n')],
    ['half a surrogate pair', goNote.replace('cryptography', '\ud800')],
  ])('are none with %s', (_name, note) => {
    expect(parseNote(note)).toBeUndefined();
  });

  it('never throw, whatever text comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseNote(text)));
    expect(() => signatureLine(sha256, { ...keyOf(goKey), name: 'a+b' }, new Uint8Array(64))).toThrow(RangeError);
  });
});

describe('Checkpoints (C2SP tlog-checkpoint)', () => {
  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
  const text = `example.com/behind-the-sofa\n20852163\n${root}\n`;

  it('read and write the example of the specification', () => {
    const parsed = parseCheckpoint(text);
    expect(parsed).toEqual({ origin: 'example.com/behind-the-sofa', size: 20852163, root: bytes(root) });
    expect(parsed && checkpointText(parsed)).toBe(text);
    expect(originOf('sunlight.example/ledger', '649900')).toBe('sunlight.example/ledger/649900');
  });

  it('let lines of others stand after the third', () => {
    expect(parseCheckpoint(`${text}more\n`)?.size).toBe(20852163);
  });

  it.each([
    ['a leading zero', text.replace('20852163', '020852163')],
    ['a sign', text.replace('20852163', '+20852163')],
    ['a size beyond counting', text.replace('20852163', '9007199254740993')],
    ['a shorter root', text.replace(root, 'CsUYapGGPo4dkMgIAUqomw==')],
    ['no origin', text.replace('example.com/behind-the-sofa', '')],
    ['no root', 'example.com/behind-the-sofa\n20852163\n'],
    ['no newline at the end', text.slice(0, -1)],
  ])('are none with %s', (_name, bent) => {
    expect(parseCheckpoint(bent)).toBeUndefined();
  });

  it('are cosigned under a heading and a second (C2SP tlog-cosignature, its example)', () => {
    expect(cosignedText(text, 1679315147)).toBe(`cosignature/v1\ntime 1679315147\n${text}`);
    const line =
      '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
    const signature = parseNote(noteOf(text, [line]))?.signatures[0]?.signature ?? new Uint8Array();
    expect(cosignatureOf(signature)?.seconds).toBe(1679315147);
    expect(cosignatureOf(signature.subarray(8))).toBeUndefined();
  });
});

describe('Bundles of entries (C2SP tlog-tiles)', () => {
  it('give back what went in', () => {
    const entry = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        expect(entriesOf(entryBundle(entries)).map((one) => [...one])).toEqual(entries.map((one) => [...one]));
      }),
    );
  });

  it('put the length in two bytes, the higher first, and take nothing longer', () => {
    expect([...entryBundle([new Uint8Array(258)]).subarray(0, 2)]).toEqual([1, 2]);
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow(RangeError);
    expect(() => entriesOf(Uint8Array.from([0, 5, 1]))).toThrow(RangeError);
    expect(() => entriesOf(Uint8Array.from([0]))).toThrow(RangeError);
  });
});
