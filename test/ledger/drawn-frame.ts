import { createHash } from 'node:crypto';
import { rational } from '../../functions/law/rational.ts';
import { sampleSize } from '../../functions/law/sampling.ts';
import { casesOf, frameRootOf } from '../../functions/supervision/draw/frame.ts';
import type { DrawStratum } from '../../schemas/draw.ts';
import type { Frozen } from '../../verify/draw-frame.ts';

/** Thirty per cent of what is not checked anyway. */
const rule = { rate: rational(3, 10), includeMandatory: false };

export const drawnCase = (township: string, serial: number): string =>
  `${township}-DB-2026-${String(serial).padStart(6, '0')}`;

/** A stratum of `count` cases, of which the first `certain` are checked for certain; `pi` is their probability in the risk part. */
export function stratumOf(
  townshipCode: string,
  of: {
    readonly count: number;
    readonly certain?: number;
    readonly class?: string;
    readonly pi?: (i: number) => number;
  },
): DrawStratum {
  const { count, certain = 0, class: letter = '', pi = () => 0 } = of;
  const offset = letter === '' ? 0 : letter.charCodeAt(0) * 1000;
  const rows = Array.from({ length: count }, (_, i): DrawStratum['rows'][number] => {
    const risk = i < certain ? 1_000_000 : pi(i);
    return [drawnCase(townshipCode, offset + i + 1), i < certain ? 0 : risk, risk];
  });
  const n = sampleSize({ confirmed: count, mandatory: certain }, rule);
  return { townshipCode, program: 'DB_RURAL', class: letter, n, rows };
}

/** A frozen draw over strata, as its event tells it. */
export function frozenOf(strata: readonly DrawStratum[], more: Partial<Frozen> = {}): Frozen {
  return {
    drawId: '649900-DRAW-2026-07-1',
    month: '2026-07',
    on: '2026-08-03',
    by: 'cc-1',
    frameRoot: frameRootOf(casesOf(strata)),
    rates: [{ program: 'DB_RURAL', num: 3, den: 10, includeMandatory: false, source: 'default' }],
    risk: 0,
    beacon: { source: 'lottery', round: 'qxc-26089', on: '2026-08-06' },
    witnesses: 1,
    runId: 'run-0123456789abcdef01234567',
    deciders: ['t1-td'],
    strata: [...strata],
    ...more,
  };
}

/** A seed for tests: the hash of a name. */
export const seedNamed = (name: string): string => createHash('sha256').update(name).digest('hex');
