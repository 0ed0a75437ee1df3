import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casesOf, frameRootOf } from '../../functions/supervision/draw/frame.ts';
import { numbersOf, seedOf } from '../../functions/supervision/draw/seed.ts';
import { riskProbabilities, select } from '../../functions/supervision/draw/select.ts';
import type { DrawStratum } from '../../schemas/draw.ts';
import { type Frozen, frameFindings, rootOfFrame } from '../../verify/draw-frame.ts';
import { drawnBy, seedOfDraw } from '../../verify/draw-selection.ts';
import { drawnCase, frozenOf, seedNamed, stratumOf } from './drawn-frame.ts';

interface Vector {
  readonly strata: DrawStratum[];
  readonly risk: number;
  readonly checkpointText: string;
  readonly beacon: Frozen['beacon'];
  readonly value: string;
  readonly frameRoot: string;
  readonly seed: string;
  readonly numbers: Readonly<Record<string, { readonly random: number; readonly risk: number }>>;
  readonly drawn: object;
}
const vectors = JSON.parse(readFileSync(new URL('../fixtures/draw-vectors.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Vector>
>;

const [first, second, third] = ['649900101', '649900102', '649900001'] as const;
const pi = (i: number): number => ((i * 37_501) % 900_000) + 1;

/** Frames of up to four strata, some of their cases certain, some with a risk. */
const frames = fc
  .uniqueArray(fc.tuple(fc.constantFrom(first, second, third), fc.constantFrom('', 'A', 'B')), {
    minLength: 1,
    maxLength: 4,
    selector: (one) => one.join(),
  })
  .chain((names) =>
    fc.tuple(
      ...names.map(([township, letter]) =>
        fc
          .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 5 }))
          .map(([count, certain]) =>
            stratumOf(township, { count, certain: Math.min(count, certain), class: letter, pi }),
          ),
      ),
    ),
  );
const seeds = fc.string().map(seedNamed);

describe('vectors for a second implementation', () => {
  it.each(Object.entries(vectors))('%s comes out as written down, here and in the verifier', (_name, vector) => {
    const { strata, risk, checkpointText, beacon, value, frameRoot, seed, numbers, drawn } = vector;
    const frozen = frozenOf(strata, { risk, beacon });
    expect([frozen.frameRoot, rootOfFrame(frozen)]).toEqual([frameRoot, frameRoot]);
    expect(seedOf({ checkpointText, beacon, value, frameRoot })).toBe(seed);
    expect(seedOfDraw(frozen, checkpointText, value).toString('hex')).toBe(seed);
    for (const [caseId, told] of Object.entries(numbers)) {
      const found = numbersOf(seed)(caseId);
      expect({ random: Number(found.random), risk: Number(found.risk) }).toEqual(told);
    }
    expect(select(strata, { seed, risk })).toEqual(drawn);
    expect(drawnBy(frozen, Buffer.from(seed, 'hex'))).toEqual(drawn);
  });
});

describe('a draw', () => {
  it('does not depend on the order of strata and rows, and the verifier draws the same', () => {
    fc.assert(
      fc.property(
        frames,
        seeds,
        fc.integer({ min: 0, max: 10 }),
        fc.infiniteStream(fc.nat()),
        (strata, seed, risk, nats) => {
          const by = { seed, risk };
          const shuffled = <T>(some: readonly T[]): T[] =>
            some
              .map((one) => [nats.next().value as number, one] as const)
              .sort(([a], [b]) => a - b)
              .map(([, one]) => one);
          const other = shuffled(strata.map((one) => ({ ...one, rows: shuffled(one.rows) })));
          expect(select(other, by)).toEqual(select(strata, by));
          expect(frameRootOf(casesOf(other))).toBe(frameRootOf(casesOf(strata)));
          const frozen = frozenOf(other, { risk });
          expect(drawnBy(frozen, Buffer.from(seed, 'hex'))).toEqual(select(strata, by));
          expect(frameFindings(frozen, 'draw')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes everybody who is certain, the number of each stratum and at least one, and nobody twice', () => {
    fc.assert(
      fc.property(frames, seeds, fc.integer({ min: 0, max: 10 }), (strata, seed, risk) => {
        const drawn = select(strata, { seed, risk });
        const all = [...drawn.certain, ...drawn.random, ...drawn.risk];
        expect(new Set(all).size).toBe(all.length);
        for (const { rows, n } of strata) {
          const free = rows.filter(([, , of]) => of < 1_000_000).map(([caseId]) => caseId);
          expect(free.length === 0 || n >= 1).toBe(true);
          expect(free.filter((caseId) => drawn.random.includes(caseId))).toHaveLength(n);
          expect(rows.every(([caseId, , of]) => of < 1_000_000 || drawn.certain.includes(caseId))).toBe(true);
        }
        const left = casesOf(strata).filter(({ caseId }) => ![...drawn.certain, ...drawn.random].includes(caseId));
        expect(drawn.risk).toHaveLength(Math.min(risk, left.length));
      }),
      { numRuns: 60 },
    );
  });

  it('takes each case of a stratum equally often, and by risk as often as its probability says', () => {
    const strata = [stratumOf(first, { count: 40, pi: (i) => (i < 20 ? 300_000 : 100_000) })];
    const [runs, risk] = [800, 5];
    const counts = new Map<string, { random: number; risk: number }>();
    for (let run = 0; run < runs; run += 1) {
      const drawn = select(strata, { seed: seedNamed(`run ${run}`), risk });
      for (const part of ['random', 'risk'] as const)
        for (const caseId of drawn[part]) {
          const one = counts.get(caseId) ?? { random: 0, risk: 0 };
          counts.set(caseId, { ...one, [part]: one[part] + 1 });
        }
    }
    // 12 of 40 at random: 240 times in 800, of standard deviation 13. Five deviations leave one false alarm in 40,000.
    for (let i = 1; i <= 40; i += 1)
      expect(Math.abs((counts.get(drawnCase(first, i))?.random ?? 0) - 240)).toBeLessThan(65);
    const sumOf = (from: number, to: number): number =>
      Array.from({ length: to - from }, (_, i) => counts.get(drawnCase(first, from + i + 1))?.risk ?? 0).reduce(
        (a, b) => a + b,
      );
    const [high, low] = [sumOf(0, 20), sumOf(20, 40)];
    expect(high + low).toBe(runs * risk);
    // Three times the odds, a little less than three times the frequency.
    expect(high / low).toBeGreaterThan(2.5);
    expect(high / low).toBeLessThan(3.3);
  });

  it('gives risk in proportion to scores, and makes nobody certain', () => {
    expect(riskProbabilities([], 3)).toEqual([]);
    expect(riskProbabilities([0, 0], 3)).toEqual([0, 0]);
    expect(riskProbabilities([200_000, 600_000, 200_000], 1)).toEqual([200_000, 600_000, 200_000]);
    expect(riskProbabilities([1, 1, 1], 1)).toEqual([333_333, 333_333, 333_333]);
    expect(riskProbabilities([900_000, 100_000], 5)).toEqual([999_999, 500_000]);
  });

  it('mixes no two lists of parts into one seed', () => {
    const parts = {
      checkpointText: 'a\n',
      beacon: { source: 'dice', round: '1' },
      value: '234',
      frameRoot: '00'.repeat(32),
    } as const;
    const seed = seedOf(parts);
    expect(seedOf({ ...parts, beacon: { source: 'dice', round: '12' }, value: '34' })).not.toBe(seed);
    expect(seedOf({ ...parts, frameRoot: '01'.repeat(32) })).not.toBe(seed);
  });
});
