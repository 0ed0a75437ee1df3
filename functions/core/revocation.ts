import type { CivilDate } from '../../schemas/dates.ts';
import { monthAfter } from '../law/benefit-amounts.ts';
import { amountIn } from '../law/entitlements.ts';
import type { CaseState } from './case-fold.ts';
import { type Facts, theCase } from './facts.ts';
import { benefitIn, managementOf } from './managed.ts';
import { authorityOn } from './setting.ts';

/**
 * Who may revoke on a day (rulebook 7.5; open question A6): the confirming authority, and the county also where the township let the term
 * of the order to correct pass.
 */
export function mayRevoke(
  facts: Facts,
  on: CivilDate,
): { readonly by: 'township' | 'county'; readonly delegationId?: string | undefined } {
  const state = theCase(facts);
  const { program, townshipCode } = state.head;
  const { mode, delegationId } = authorityOn(facts, program, townshipCode, on);
  const order = managementOf(state).correction;
  const passed = order !== undefined && order.dueOn < on;
  const by = mode === 'standard' || (passed && facts.actor.post === 'CC') ? 'county' : 'township';
  return { by, delegationId };
}

/** What was paid too much once a confirmation is void from its beginning, up to and with the month of a civil date; fen. Taken back by a decision only. */
export function paidTooMuch(state: CaseState, on: CivilDate) {
  const fromMonth = state.head.decision?.firstMonth ?? on.slice(0, 7);
  const untilMonth = on.slice(0, 7);
  let amountFen = 0;
  for (let month = fromMonth; month <= untilMonth; month = monthAfter(month)) amountFen += benefitIn(state, month);
  return { fromMonth, untilMonth, amountFen };
}

/**
 * What may have gone on being drawn after an ordinary stop took effect (LAW §74): the amounts that held before it, for the months from the stop on up to and with the month of a civil date; fen. Undefined
 * where nothing was stopped. Which of them were paid the order itself states; it takes back no more than this.
 */
export function keptAfterStop(
  { head, parts }: CaseState,
  on: CivilDate,
): { readonly fromMonth: string; readonly untilMonth: string; readonly amountFen: number } | undefined {
  const entries = parts.benefit?.entitlements ?? [];
  const stop = entries.findLastIndex(({ kind }) => kind === 'stop');
  const fromMonth = entries[stop]?.fromMonth;
  const untilMonth = on.slice(0, 7);
  if (head.status !== 'ended' || fromMonth === undefined || untilMonth < fromMonth) return undefined;
  const before = entries.slice(0, stop);
  let amountFen = 0;
  for (let month = fromMonth; month <= untilMonth; month = monthAfter(month)) amountFen += amountIn(before, month);
  return { fromMonth, untilMonth, amountFen };
}
