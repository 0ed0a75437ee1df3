import type { CaseHead } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { parameterOn } from '../law/parameters.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';
import { authorityOn } from './setting.ts';

/** Who has the power to confirm a case on a day, and by which delegation. */
export interface ConfirmingAuthority {
  readonly delegationId?: string;
  /** Whose papers the act issues. */
  readonly by: 'township' | 'county';
}

/** Temporary assistance beyond the ceiling a township may approve is the county's, delegated or not (REG649 §48, TA18 二(二)). */
const isBeyondTownship = (facts: Facts, { program, opinion }: CaseHead, on: CivilDate): boolean => {
  if (program !== 'LS_STD' || !opinion) return false;
  const records = facts.county?.parts.parameters ?? [];
  return opinion.amountFen > Number(parameterOn(records, 'ls.townshipApprovalCap', { program, on })?.value ?? 0);
};

/** As `isBeyondTownship`, of the loaded case. */
export const beyondTownship = (facts: Facts, on: CivilDate): boolean =>
  isBeyondTownship(facts, theCase(facts).head, on);

/** Who confirms a case of the loaded county on a day: the township by a delegation in force, otherwise the county (LAW §44(2), design decision 8). */
export const whoConfirms = (facts: Facts, head: CaseHead, on: CivilDate): ReturnType<typeof authorityOn> =>
  isBeyondTownship(facts, head, on) ? { mode: 'standard' } : authorityOn(facts, head.program, head.townshipCode, on);

/**
 * Refuses an act that belongs to the confirming authority to everybody else: delegated on the day it is the township's confirmer's, otherwise
 * the county's (K1, B11).
 */
export function checkConfirmingAuthority(facts: Facts, act: string, on: CivilDate): ConfirmingAuthority {
  const { mode, ...authority } = whoConfirms(facts, theCase(facts).head, on);
  const permitted = mode === 'delegated' ? 'TD' : 'CC';
  const reason =
    mode === 'delegated'
      ? '该业务已下放乡镇（街道）确认 delegated to the township'
      : '当日没有有效授权或超出乡镇审批限额，由县级民政部门确认 no delegation in force or beyond its ceiling, the county decides';
  must(facts.actor.post === permitted, 'post-not-permitted', {
    act,
    post: facts.actor.post,
    permitted: [permitted],
    reason,
  });
  return { ...authority, by: mode === 'delegated' ? 'township' : 'county' };
}
