import type { ApprovedAccount, Payee, PayeeEventBody, PayeeView } from '../../schemas/payee.ts';
import type { Effect } from './effect.ts';
import { type Facts, stateOf, theCase } from './facts.ts';
import { type PayeeState, payeeAfter } from './payee-fold.ts';
import type { Outcome } from './step.ts';
import type { SubjectRef } from './subject.ts';

/** The payee of a case as a subject: one each, numbered like the case. */
export const payeeOf = (caseId: string): SubjectRef => ({ kind: 'payee', id: caseId });

/** The payee of a case that was loaded, if an account was ever entered. */
export const payeeIn = (facts: Facts, caseId: string): Payee | undefined =>
  stateOf<PayeeState>(facts, payeeOf(caseId))?.head;

/** What is known of an account number that was asked for: its token, and who registered it first. */
export function accountAsked(facts: Facts, number: string): NonNullable<Facts['accounts']>[string] {
  const known = facts.accounts?.[number];
  if (!known) throw new Error('the account was not among the facts');
  return known;
}

/** The account in use at an instant: the last one approved by then. A change takes effect for the next freeze. */
export const accountAt = (payee: Payee | undefined, at: string): ApprovedAccount | undefined =>
  payee?.accounts.filter(({ approvedAt }) => approvedAt <= at).at(-1);

/** The payee as callers see it: tokens, never a number. */
export function payeeView({ caseId, accounts, pending, card }: Payee): PayeeView {
  const shown = ({ account, kind, enteredBy, enteredAt }: NonNullable<Payee['pending']>) => ({
    account,
    kind,
    enteredBy,
    enteredAt,
  });
  const now = accounts.at(-1);
  return {
    caseId,
    ...(now ? { current: { ...shown(now), approvedBy: now.approvedBy, approvedAt: now.approvedAt } } : {}),
    ...(pending ? { pending: shown(pending) } : {}),
    former: Math.max(0, accounts.length - 1),
    ...(card ? { card } : {}),
  };
}

/** The outcome of an act on the payee of the loaded case. */
export function payeeReply(facts: Facts, event: PayeeEventBody): Omit<Outcome<PayeeView>, 'personal'> {
  const { caseId } = event.data;
  return {
    event,
    subject: payeeOf(caseId),
    reply: payeeView(payeeAfter(payeeIn(facts, caseId), event)),
  };
}

/** What every event of the payee of the loaded case names. */
export const ofCase = (facts: Facts, on: string) => {
  const { caseId, townshipCode } = theCase(facts).head;
  return { caseId, townshipCode, on };
};

/**
 * Notice to whoever owned the account until now, at the phone on file: found by token where the notice is delivered. Sent when a change is
 * entered and when it is approved, so that no single lost message hides it (rulebook 8).
 */
export function changeNotice(facts: Facts, before: Payee | undefined, at: string): { readonly effect?: Effect } {
  const { caseId, countyCode } = theCase(facts).head;
  const owner = before?.accounts.at(-1)?.owner;
  if (!owner) return {};
  const done = facts.params['requestKey'] ?? at;
  return {
    effect: {
      kind: 'notify',
      notification: {
        id: `payee-${caseId}-${done}`,
        countyCode,
        recipients: [owner],
        subject: `收款账户变更 ${caseId}`,
        text: `案件${caseId}的收款账户正在变更。如非本人或家庭申请，请即联系县级民政部门。 The account of case ${caseId} is being changed; if your family did not ask for it, call county civil affairs.`,
        at,
      },
    },
  };
}
