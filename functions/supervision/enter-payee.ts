import { type PayeeAccount, PayeeEntry, PayeeView } from '../../schemas/payee.ts';
import { storedFile } from '../core/attachments.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { accountAsked, changeNotice, ofCase, payeeIn, payeeOf, payeeReply } from '../core/payee.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/**
 * Enters the account a household is paid to (D57 §25): of a member, a filed guardian, or for 特困 with central support the institution, each
 * with evidence. It is used once another person has approved it, from the next freeze on. One account stands for one household, except
 * within a family. The number is sealed; events carry its token. The owner of the account until now is told.
 */
export const enterPayee = defineStep({
  id: 'supervision.enter-payee',
  zh: '登记收款账户',
  en: 'Enter a payee account',
  route: 'POST /v1/payees',
  provision: [cite('D57', '§25'), cite('LAW', '§18')],
  input: PayeeEntry,
  effects: ['notify'],
  output: PayeeView,
  status: 201,
  facts: ({ input }) => ({
    case: input.caseId,
    county: countyOf(input.caseId),
    subjects: [payeeOf(input.caseId)],
    people: input.idNumber ? [input.idNumber] : [],
    accounts: [input.account],
    attachments: input.evidence,
  }),
  decide: (facts, input, now) => {
    const { caseId } = input;
    must(facts.case && covers(facts.actor, facts.case.head), 'case-not-found', { caseId });
    const before = payeeIn(facts, caseId);
    must(!before?.pending, 'payee-pending', { enteredBy: before?.pending?.enteredBy });
    const owner = ownerOf(facts, input);
    const known = accountAsked(facts, input.account);
    must(before?.accounts.at(-1)?.account !== known.token, 'already-done', { account: known.token });
    checkHousehold(input, owner, known.held);
    const evidence = input.evidence.map((id) => storedFile(facts, id, countyOf(caseId)).sha256);
    const account: PayeeAccount = {
      account: known.token,
      kind: input.kind,
      owner,
      evidence,
      locked: known.held === undefined,
      enteredBy: facts.actor.personId,
      enteredAt: now,
    };
    const { name, phone } = input;
    return {
      ...payeeReply(facts, { type: 'payee-entered', data: { ...ofCase(facts, civilDateOf(now)), account } }),
      personal: [{ token: known.token, data: { name, account: input.account, ...(phone ? { phone } : {}) } }],
      ...changeNotice(facts, before, now),
    };
  },
});

/** Who owns the account: refuses whoever is neither of the household nor stands for it. */
function ownerOf(facts: Facts, { kind, idNumber, creditCode }: PayeeEntry): string {
  const { head, parts } = theCase(facts);
  if (kind === 'institution') {
    const [person] = parts.household.members;
    const central = head.program === 'TK' && person?.supportChoice === 'central';
    must(central, 'payee-not-of-household', { kind });
    return `i_${creditCode}`;
  }
  const token = facts.people[idNumber ?? '']?.token ?? '';
  const member = parts.household.members.some(({ person }) => person === token);
  must(kind === 'guardian' || member, 'payee-not-of-household', { kind });
  return token;
}

/** One account, one household: whoever uses it too must own it and be a member of both; an institution's serves many, a guardian's one. */
function checkHousehold(
  { kind, caseId }: PayeeEntry,
  owner: string,
  held: { readonly owner: string; readonly kind: string; readonly caseId: string } | undefined,
): void {
  if (!held || held.caseId === caseId) {
    must(!held || held.owner === owner, 'account-of-another-household');
    return;
  }
  const family = held.kind === 'member' && kind === 'member';
  const shared = held.kind === 'institution' && kind === 'institution';
  must(held.owner === owner && (family || shared), 'account-of-another-household');
}
