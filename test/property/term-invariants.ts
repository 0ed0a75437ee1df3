import type { CaseEvent, CaseState } from '../../functions/core/case-fold.ts';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { calendarOf, isWorkingDay, nextDay } from '../../functions/law/calendar.ts';
import { isOverdue } from '../../functions/law/term-start.ts';
import type { Program } from '../../schemas/program.ts';
import { hold } from './hold.ts';

const calendar = calendarOf([cn2026]);

/** How many working days of 2026 to 2028 lie up to and on a day. */
const upTo = (() => {
  const counts = new Map<string, number>();
  let count = 0;
  for (let day = '2026-01-01'; day < '2029-01-01'; day = nextDay(day)) {
    if (isWorkingDay(calendar, day)) count += 1;
    counts.set(day, count);
  }
  return counts;
})();

/** Working days from the day after `from` up to and on `to`: counted from the year's list, unlike the law does it. */
const workingDays = (from: string, to: string): number => (upTo.get(to) ?? 0) - (upTo.get(from) ?? 0);

/** Working days to decide from acceptance, delegated and not (rulebook 3.6, K1); for 特困 they run from the end of the publicity only (3.3). */
const toDecide: Readonly<Partial<Record<Program, readonly [delegated: number, standard: number]>>> = {
  DB_URBAN: [20, 30],
  DB_RURAL: [20, 30],
  BY: [20, 30],
  GX: [30, 30],
  GL: [20, 20],
  LS_STD: [20, 20],
};

/** Invariants 2 and 3: the term of decision has the length of its program or, extended once and in time, 45 working days from acceptance. */
export function checkTerms(event: CaseEvent, before: CaseState | undefined, after: CaseState): void {
  const { head, parts } = after;
  if (event.type === 'application-accepted') {
    const days = event.data.dueOn === undefined ? undefined : workingDays(event.data.on, event.data.dueOn);
    const lawful = toDecide[head.program]?.[head.mode === 'delegated' ? 0 : 1];
    hold(days === lawful, `the term of decision is ${days} working days`);
  }
  if (event.type === 'term-extended') {
    const { on, dueOn } = event.data;
    hold(on <= (head.dueOn ?? ''), 'a term was extended after it had passed');
    hold(before?.head.extension === undefined, 'a term was extended twice');
    hold(head.extension?.dueOn === dueOn && head.extension.on === on, 'an extension is kept');
    const total = workingDays(head.acceptedOn ?? '', dueOn);
    hold(total === 45, 'an extended term is 45 working days from acceptance');
  }
  const names = parts.terms.map(({ term }) => term);
  hold(new Set(names).size === names.length, 'a term runs twice');
  if (event.type !== 'case-decided') return;
  const decision = parts.terms.find(({ term }) => term === 'decision');
  const last = head.extension?.dueOn ?? head.dueOn ?? '';
  // What the county decides on 特困 runs under a term of its own, from receipt (T43 §16).
  if (!decision && head.program === 'TK' && head.mode === 'standard') return;
  hold(decision?.endedOn === event.data.on, 'a decision ends the term of decision');
  hold(isOverdue(decision, event.data.on) === event.data.on > last, 'a late decision shows as overdue, and no other');
}
