import { amountIn } from '../../functions/law/entitlements.ts';
import { hold } from '../property/hold.ts';
import { check, checkEnd, type Watch } from '../property/invariants.ts';
import type { Scene } from '../property/scene.ts';
import type { Walked } from '../property/walk.ts';
import { type Report, tally } from '../property/walk-report.ts';
import { caseIn, type World } from '../world.ts';
import { type Course, type Simulated, simulate } from './county.ts';

export interface SimulationReport extends Report {
  readonly cases: number;
  readonly events: number;
  readonly papers: number;
  readonly paidFen: number;
}

/** Simulates a county with every invariant checked at every command; a failure tells the seed, the day and the command. */
export function simulated(course: Course): SimulationReport {
  const report: Report = { commands: 0, accepted: 0, cpuMs: 0, acts: {}, places: {}, codes: {}, ends: {} };
  const watch: Watch = { events: 0, papers: 0 };
  const before = process.threadCpuUsage();
  const end = simulate(course, (walked, scene) => {
    try {
      check(walked, scene, watch);
    } catch (cause) {
      throw new Error(whereOf(course, walked, scene), { cause });
    }
    tally(report, walked);
  });
  const paidFen = checkCounty(course, end, report);
  const { user, system } = process.threadCpuUsage(before);
  report.cpuMs = (user + system) / 1000;
  const cases = end.houses.flatMap((house) => house.cases).length;
  return { ...report, cases, events: end.world.events.length, papers: end.world.papers.size, paidFen };
}

const whereOf = ({ seed }: Course, { move, now, played }: Walked, scene: Scene): string =>
  `seed ${seed}, household ${scene.seed}, ${now} ${move.by.post} ${move.by.personId} ${move.act}: ${played.code ?? 'done'}`;

/** At the end: states are folds, nobody is in two open cases, numbers have no gaps, and what is due is what was decided. Fen that were due. */
function checkCounty(course: Course, { world, houses }: Simulated, report: Report): number {
  checkEnd({ world, houses } as Scene);
  checkNumbers(world);
  let due = 0;
  for (const caseId of houses.flatMap(({ cases }) => cases)) {
    const { head, parts } = caseIn(world, caseId);
    report.ends[head.status] = (report.ends[head.status] ?? 0) + 1;
    const entitlements = parts.benefit?.entitlements ?? [];
    hold(
      entitlements.length === 0 || head.decision?.result === 'confirmed',
      `${caseId} is paid without a confirmation`,
    );
    for (const { paper } of entitlements) hold(paper, `${caseId} is paid without the number of a decision`);
    for (const month of monthsOf(course)) {
      const fen = amountIn(entitlements, month);
      hold(fen >= 0, `${caseId} owes money for ${month}`);
      // What is paid once is paid for the month of its decision; monthly benefits begin with the next.
      const from = (head.decision?.on ?? '').slice(0, 7);
      const once = head.program === 'LS_STD' && month === from;
      hold(fen === 0 || once || month > from, `${caseId} is paid for ${month}, before its decision`);
      due += fen;
    }
  }
  return due;
}

/** Papers of a township and year count from 1 without gaps, whoever drew the number, and no two are the same. */
function checkNumbers({ papers, counters }: World): void {
  const serials = new Map<string, number[]>();
  for (const { issuer, number, issuedOn, to } of papers.values()) {
    // Records that stay in the file are numbered within their case.
    if (to === 'file') continue;
    const key = `${issuer} ${issuedOn.slice(0, 4)}`;
    serials.set(key, [...(serials.get(key) ?? []), Number(/(\d+)号$/.exec(number)?.[1])]);
  }
  for (const [key, numbers] of serials) {
    hold(new Set(numbers).size === numbers.length, `a number of ${key} was given twice`);
    hold(Math.max(...numbers) === numbers.length, `numbers of ${key} have gaps`);
    hold(counters.get(key)?.papers === numbers.length, `the counter of ${key} is wrong`);
  }
}

function monthsOf({ from, to }: Course): string[] {
  const months: string[] = [];
  for (let [year = 0, month = 0] = from.split('-').map(Number); ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
  }
}
