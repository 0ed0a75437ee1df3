import { createHash } from 'node:crypto';
import type { CaseState } from '../functions/core/case-fold.ts';
import type { Facts } from '../functions/core/facts.ts';
import type { AnyState } from '../functions/core/fold.ts';
import { accountAt } from '../functions/core/payee.ts';
import type { PayeeState } from '../functions/core/payee-fold.ts';
import type { RosterSubject } from '../functions/core/roster-fold.ts';
import { type PayPage, type PayRow, personsOf } from '../functions/core/roster-page.ts';
import type { FactRequest } from '../functions/core/step.ts';
import { paymentGroup } from '../functions/law/roster.ts';
import { countyOf } from '../functions/law/tenants.ts';
import type { RosterHead } from '../schemas/roster.ts';

/** What stands for an account number in a world. */
export const accountTokenOf = (number: string): string =>
  `a_${createHash('sha256').update(`account ${number}`).digest('hex').slice(0, 32)}`;

type States = ReadonlyMap<string, AnyState>;

function statesOf<S>(states: States, kind: string): S[] {
  return [...states].filter(([key]) => key.startsWith(`${kind}:`)).map(([, state]) => state as S);
}

/** Who registered an account first in a world. */
function heldBy(states: States, token: string) {
  for (const { head } of statesOf<PayeeState>(states, 'payee'))
    for (const { account, owner, kind, locked } of [...head.accounts, ...(head.pending ? [head.pending] : [])])
      if (locked && account === token) return { owner, kind, caseId: head.caseId };
  return undefined;
}

const ROWS = 20;

/** The next page of a roster, as the shell would load it. */
function payPageIn(states: States, head: RosterHead): PayPage {
  const benefits = statesOf<CaseState>(states, 'case')
    .filter(({ parts }) => parts.benefit?.program === head.program)
    .filter(({ head: { caseId } }) => countyOf(caseId) === head.countyCode && caseId > (head.cursor ?? ''))
    .toSorted((a, b) => (a.head.caseId < b.head.caseId ? -1 : 1));
  const paid = Object.assign(
    {},
    ...statesOf<RosterSubject>(states, 'roster')
      .filter((one) => paymentGroup(one.head.program) === paymentGroup(head.program))
      .map(({ parts }) => parts.paid),
  ) as Record<string, string>;
  const rows = benefits.slice(0, ROWS).flatMap(({ parts: { benefit, household } }): PayRow[] => {
    if (!benefit) return [];
    const payee = (states.get(`payee:${benefit.caseId}`) as PayeeState | undefined)?.head;
    const account = accountAt(payee, head.freezeAt)?.account;
    return [{ benefit, persons: personsOf(benefit, household, head.month), paid, ...(account ? { account } : {}) }];
  });
  return { rows, ...(benefits.length > ROWS ? { next: rows.at(-1)?.benefit.caseId } : {}) };
}

/** Facts about money that a step asks for. */
export function fundsIn(
  states: States,
  request: FactRequest,
): Pick<Facts, 'accounts' | 'payPage'> & { readonly rosters: Facts['subjects'] } {
  const id = request.roster?.id ?? request.payPage ?? '';
  const roster = states.get(`roster:${id}`) as RosterSubject | undefined;
  return {
    accounts: Object.fromEntries(
      (request.accounts ?? []).map((number) => {
        const token = accountTokenOf(number);
        const held = heldBy(states, token);
        return [number, { token, ...(held ? { held } : {}) }];
      }),
    ),
    payPage: request.payPage && roster ? payPageIn(states, roster.head) : undefined,
    rosters: roster ? { [`roster:${id}`]: roster } : {},
  };
}
