import type { CivilDate } from '../../schemas/dates.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';
import { authorityOn } from './setting.ts';

/** Who has the power to confirm a case on a day, and by which delegation. */
export interface ConfirmingAuthority {
  readonly delegationId?: string;
  /** Whose papers the act issues. */
  readonly by: 'township' | 'county';
}

/**
 * Refuses an act that belongs to the confirming authority to everybody else: delegated on the day it is the township's confirmer's, otherwise
 * the county's (LAW §44(2), design decision 8, K1, B11).
 */
export function checkConfirmingAuthority(facts: Facts, act: string, on: CivilDate): ConfirmingAuthority {
  const { program, townshipCode } = theCase(facts).head;
  const { mode, ...authority } = authorityOn(facts, program, townshipCode, on);
  const permitted = mode === 'delegated' ? 'TD' : 'CC';
  const reason =
    mode === 'delegated'
      ? '该业务已下放乡镇（街道）确认 delegated to the township'
      : '当日没有有效授权，由县级民政部门确认 no delegation in force, the county decides';
  must(facts.actor.post === permitted, 'post-not-permitted', {
    act,
    post: facts.actor.post,
    permitted: [permitted],
    reason,
  });
  return { ...authority, by: mode === 'delegated' ? 'township' : 'county' };
}
