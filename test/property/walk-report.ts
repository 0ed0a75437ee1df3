import { caseIn } from '../world.ts';
import { check, checkEnd, type Watch } from './invariants.ts';
import { type Walked, walk } from './walk.ts';

export type Counts = Record<string, number>;

/** What happened on many walks together: who reads it sees whether they went everywhere. */
export interface Report {
  commands: number;
  accepted: number;
  cpuMs: number;
  readonly acts: Counts;
  /** By act and the state it was done in. */
  readonly places: Counts;
  readonly codes: Counts;
  readonly ends: Counts;
}

const count = (counts: Counts, name: string, by = 1): void => {
  counts[name] = (counts[name] ?? 0) + by;
};

const empty = (): Report => ({ commands: 0, accepted: 0, cpuMs: 0, acts: {}, places: {}, codes: {}, ends: {} });

/** Counts a command into a report. */
export function tally(report: Report, { move, played, before, after }: Walked): void {
  report.commands += 1;
  if (played.code) count(report.codes, played.code);
  if (!played.ok) return;
  report.accepted += 1;
  count(report.acts, move.act);
  if (before && after && before !== after) count(report.places, `${move.act} when ${before.head.status}`);
}

/** Walks one seed with every invariant checked; a failure tells the seed and the way there. */
function walkChecked(seed: number, report: Report): void {
  const trail: string[] = [];
  const watch: Watch = { events: 0, papers: 0 };
  try {
    const scene = walk(seed, (walked, at) => {
      const { move, played, now } = walked;
      trail.push(`${now} ${move.by.post} ${move.by.personId} ${move.act}: ${played.code ?? 'done'}`);
      check(walked, at, watch);
      tally(report, walked);
    });
    checkEnd(scene);
    for (const caseId of scene.houses.flatMap(({ cases }) => cases))
      count(report.ends, caseIn(scene.world, caseId).head.status);
  } catch (cause) {
    const sentence = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`seed ${seed}: ${sentence}\n${trail.join('\n')}`, { cause });
  }
}

/** Walks the seeds `from` to `to`, both included; throws at the first invariant that does not hold. */
export function walkAll(from: number, to: number): Report {
  const report = empty();
  const before = process.threadCpuUsage();
  for (let seed = from; seed <= to; seed += 1) walkChecked(seed, report);
  const { user, system } = process.threadCpuUsage(before);
  report.cpuMs = (user + system) / 1000;
  return report;
}

/** Several reports as one. */
export function together(reports: readonly Report[]): Report {
  const sum = empty();
  for (const report of reports) {
    sum.commands += report.commands;
    sum.accepted += report.accepted;
    sum.cpuMs = Math.max(sum.cpuMs, report.cpuMs);
    for (const name of ['acts', 'places', 'codes', 'ends'] as const)
      for (const [key, n] of Object.entries(report[name])) count(sum[name], key, n);
  }
  return sum;
}
