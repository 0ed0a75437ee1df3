import type { CaseEvent, CaseState } from '../../functions/core/case-fold.ts';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { calendarOf, isWorkingDay, nextDay } from '../../functions/law/calendar.ts';
import { isOverdue } from '../../functions/law/term-start.ts';
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

/** Invariants 2 and 3: the term of decision is 20, 30 or, extended once and in time, 45 working days from acceptance. */
export function checkTerms(event: CaseEvent, before: CaseState | undefined, after: CaseState): void {
  const { head, parts } = after;
  if (event.type === 'application-accepted') {
    const days = workingDays(event.data.on, event.data.dueOn ?? '');
    hold(days === (head.mode === 'delegated' ? 20 : 30), `the term of decision is ${days} working days`);
  }
  if (event.type === 'term-extended') {
    const { on, dueOn } = event.data;
    hold(on <= (head.dueOn ?? ''), 'a term was extended after it had passed');
    hold(before?.head.extension === undefined, 'a term was extended twice');
    hold(head.extension?.dueOn === dueOn && head.extension.on === on, 'an extension is kept');
    hold(workingDays(head.acceptedOn ?? '', dueOn) === 45, 'an extended term is 45 working days from acceptance');
  }
  const names = parts.terms.map(({ term }) => term);
  hold(new Set(names).size === names.length, 'a term runs twice');
  if (event.type !== 'case-decided') return;
  const decision = parts.terms.find(({ term }) => term === 'decision');
  const last = head.extension?.dueOn ?? head.dueOn ?? '';
  hold(decision?.endedOn === event.data.on, 'a decision ends the term of decision');
  hold(isOverdue(decision, event.data.on) === event.data.on > last, 'a late decision shows as overdue, and no other');
}
