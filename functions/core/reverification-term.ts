import type { CivilDate } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { parameterOn } from '../law/parameters.ts';
import { findingPeriod } from '../law/reverification.ts';
import { countedOn } from './assessed.ts';
import type { CaseState } from './case-fold.ts';
import { startTerms } from './case-terms.ts';
import type { Setting } from './setting.ts';

/**
 * Months from one check of a household to the next (rulebook 6.1). For 低保 as D57 §31 has it: half as long where a counted member is able
 * to work, because such an income is not stable; other programs have a cycle of their own. 0 where there is none, as for one-off aid and
 * recognitions that lapse by themselves.
 */
export function cycleMonths(state: CaseState, { parameters }: Setting, on: CivilDate): number {
  const { program } = state.head;
  if (program.startsWith('DB_')) {
    const counted = countedOn(state, on);
    const able = state.parts.household.members.some(
      ({ person, labourAbility }) => counted.includes(person) && labourAbility === '1',
    );
    const key = able ? 'reverify.months.unstable' : 'reverify.months.stable';
    return Number(parameterOn(parameters, key, { program, on })?.value ?? 12);
  }
  const none: readonly string[] = ['LS_FAST', 'LS_STD'];
  if (none.includes(program)) return 0;
  const { period } = findingPeriod(parameters, { program, on });
  return period.kind === 'reverify' ? period.months : 0;
}

/** The term of the next re-verification, from a decision or check on: overdue it stops no payment (6.1). None where the program has no cycle. */
export function reverificationTerm(state: CaseState, setting: Setting, fromOn: CivilDate): Term[] {
  const months = cycleMonths(state, setting, fromOn);
  return months > 0 ? startTerms(['reverification'], { head: state.head, setting, fromOn, months }) : [];
}
