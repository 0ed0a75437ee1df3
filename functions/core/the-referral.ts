import type { Actor } from '../../schemas/actor.ts';
import type { Referral, ReferralView } from '../../schemas/referral.ts';
import { type DepartmentState, departmentIdOf } from './department-fold.ts';
import { type Facts, stateOf } from './facts.ts';
import { covers } from './perform.ts';
import { must } from './problem.ts';
import type { ReferralState } from './referral-fold.ts';
import type { SubjectRef } from './subject.ts';

/** A referral as a subject. */
export const referralRef = (referralId: string): SubjectRef => ({ kind: 'referral', id: referralId });

/** A referral as lists and reads show it; late is what was not answered by the last day, whatever came after. */
export const referralViewOf = (head: Referral, version: number, today: string): ReferralView => ({
  ...head,
  version,
  overdue: (head.repliedOn ?? today) > head.replyBy,
});

/** The registered system a department calls from: what tells which referrals are its own. */
export const departmentRefs = ({ post, orgCode, clientId }: Actor): readonly SubjectRef[] =>
  post === 'DP' ? [{ kind: 'department', id: departmentIdOf(orgCode, clientId) }] : [];

/**
 * Whether a referral is the caller's: its township's, its county's, or sent to the caller's department. Needs `departmentRefs` among the
 * facts; a department whose system is not registered, or no longer, is refused (`client-not-registered`).
 */
export function isMine(facts: Facts, head: Referral, today: string): boolean {
  const { actor } = facts;
  if (!covers(actor, head)) return false;
  if (actor.post !== 'DP') return true;
  const [ref] = departmentRefs(actor);
  const client = ref && stateOf<DepartmentState>(facts, ref)?.head;
  must(client && today <= (client.until ?? today), 'client-not-registered', { client: actor.clientId });
  return client.department === head.department;
}

/** The referral of the path; one that is not the caller's does not exist for the caller. */
export function theReferral(facts: Facts, today: string): ReferralState {
  const state = stateOf<ReferralState>(facts, referralRef(facts.params['referralId'] ?? ''));
  must(state && isMine(facts, state.head, today), 'referral-not-found');
  return state;
}
