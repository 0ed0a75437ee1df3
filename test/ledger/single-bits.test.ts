import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCase } from '../../verify/case-pack.ts';
import { verifyLog } from '../../verify/log.ts';
import { openCheckpoint, trustedKey } from '../../verify/note.ts';
import { exitCodeOf } from '../../verify/verdict.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';
import { flipped, logIn, smallLog, witness } from './small-log.ts';

/** Attack 24 of the list in the design's report on tamper evidence: one bit of anything that proves something. */
let engine: TestEngine;
let small: Awaited<ReturnType<typeof smallLog>>;
beforeAll(async () => {
  engine = await startTestEngine();
  small = await smallLog(engine.store);
});
afterAll(() => engine.stop());

const trust = () => ({ keys: [trustedKey(small.key)], witnesses: [trustedKey(witness.verifierKey)] });
const options = () => ({ ...trust(), witnesses: [], seen: [], now: '2026-08-05T00:00:00.000Z' });
/** One bit of every byte, each time another one. */
const aBitOfEach = (bytes: Buffer): readonly number[] => Array.from(bytes, (_, i) => i * 8 + ((i * 5) % 8));
const everyBit = (bytes: Buffer): readonly number[] => Array.from({ length: bytes.length * 8 }, (_, bit) => bit);

/** Bits of a file of the log with which the log still passes for intact. */
async function passing(name: string, bits: (bytes: Buffer) => readonly number[]): Promise<readonly number[]> {
  const bytes = small.log.get(name) ?? Buffer.alloc(0);
  expect(bytes.length).toBeGreaterThan(0);
  const passed: number[] = [];
  for (const bit of bits(bytes)) {
    const verdict = await verifyLog(logIn(small.log, { name, bytes: flipped(bytes, bit) }), options());
    if (exitCodeOf(verdict) === 0) passed.push(bit);
  }
  return passed;
}
const named = (part: string): readonly string[] => [...small.log.keys()].filter((name) => name.startsWith(part));

describe('24 · One bit turned over', () => {
  it('nowhere: the log and the pack are intact', async () => {
    expect(exitCodeOf(await verifyLog(logIn(small.log, { name: 'none', bytes: null }), options()))).toBe(0);
    expect(exitCodeOf(verifyCase(JSON.stringify(small.pack), { ...trust(), witnesses: [] }))).toBe(0);
  });

  it('24 · in a checkpoint or in the cosignature below it, any bit of any byte, is refused', async () => {
    for (const name of named('checkpoints/')) {
      const bytes = small.log.get(name) ?? Buffer.alloc(0);
      const witnesses = name === small.newest ? trust().witnesses : [];
      const opens = (note: Buffer): boolean => {
        const { head, findings } = openCheckpoint(note.toString('utf8'), name, { ...trust(), witnesses });
        return head !== undefined && findings.length === 0;
      };
      expect(opens(bytes)).toBe(true);
      expect(everyBit(bytes).filter((bit) => opens(flipped(bytes, bit)))).toEqual([]);
    }
  });

  it('24 · in a tile, any bit of any byte, the older and narrower one too, is refused', async () => {
    expect(named('tile/0/')).toEqual(['tile/0/000.p/3', 'tile/0/000.p/5']);
    expect(await passing('tile/0/000.p/3', aBitOfEach)).toEqual([]);
    expect(await passing('tile/0/000.p/5', everyBit)).toEqual([]);
  });

  it('24 · in a bundle of entries, in every byte, the older and narrower one too, is refused', async () => {
    expect(named('tile/entries/')).toHaveLength(2);
    for (const name of named('tile/entries/')) expect(await passing(name, aBitOfEach)).toEqual([]);
  });

  it('24 · in a manifest that a later one or a closed day follows, in every byte, is refused', async () => {
    expect(await passing(named('manifests/')[0] ?? '', aBitOfEach)).toEqual([]);
  });

  it('in the newest manifest is free only in its instant and in the hashes of rows, which the lake and the next manifest hold', async () => {
    const name = named('manifests/').at(-1) ?? '';
    const text = String(small.log.get(name));
    const free = [...text.matchAll(/"(?:at|rowSha256)":"([^"]*)"/g)].map((found) => {
      const from = found.index + found[0].length - 1 - (found[1]?.length ?? 0);
      return { from, to: found.index + found[0].length - 1 };
    });
    expect(free).toHaveLength(3);
    const passed = (await passing(name, aBitOfEach)).map((bit) => bit >> 3);
    expect(passed.length).toBeGreaterThan(0);
    expect(passed.filter((at) => !free.some(({ from, to }) => at >= from && at < to))).toEqual([]);
  });

  it('24 · in a proof pack, in every byte, is refused; only what it tells of law and calendar is information and no proof', () => {
    const bytes = Buffer.from(JSON.stringify(small.pack));
    const free = bytes.indexOf('"lawPacks"');
    const passes = (bit: number): boolean =>
      exitCodeOf(verifyCase(flipped(bytes, bit).toString('utf8'), { ...trust(), witnesses: [] })) === 0;
    const passed = aBitOfEach(bytes)
      .filter(passes)
      .map((bit) => bit >> 3);
    expect(passed.filter((at) => at < free)).toEqual([]);
    expect(passed.filter((at) => at > free).length).toBeGreaterThan(0);
  });

  it('24 · in an inclusion proof of a pack, any bit of any character, is refused', () => {
    const text = JSON.stringify(small.pack);
    const bytes = Buffer.from(text);
    const at = bytes.indexOf('"proof":["') + '"proof":["'.length;
    const bits = everyBit(bytes.subarray(at, at + 44)).map((bit) => bit + at * 8);
    const verdicts = bits.map((bit) => verifyCase(flipped(bytes, bit).toString('utf8'), trust()));
    expect(verdicts).toHaveLength(44 * 8);
    expect(verdicts.filter((verdict) => exitCodeOf(verdict) !== 1)).toEqual([]);
  });

  it('in a signature line of somebody unknown is free: it says nothing about the log', () => {
    const line = `— someone.example/new ${Buffer.alloc(68, 5).toString('base64')}\n`;
    const note = String(small.log.get(small.newest)) + line;
    const free = note.length - line.length;
    const opens = (text: string): boolean => openCheckpoint(text, 'checkpoint', trust()).findings.length === 0;
    expect(opens(note)).toBe(true);
    const bent = Buffer.from(line);
    const of = bent.indexOf(' ', 4) + 1;
    const kept = everyBit(bent.subarray(of, -4)).filter((bit) => {
      const text = flipped(bent, bit + of * 8).toString('utf8');
      return /^— \S+ [A-Za-z0-9+/]+=*\n$/.test(text) && opens(note.slice(0, free) + text);
    });
    expect(kept.length).toBeGreaterThan(100);
  });
});
