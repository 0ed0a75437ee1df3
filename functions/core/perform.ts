import type { Actor, Post } from '../../schemas/actor.ts';
import type { CaseHead } from '../../schemas/case.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { powerOf } from '../law/powers.ts';
import { allowedIn, transitionOf } from '../law/procedure.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';
import { isHelper } from './companions.ts';
import type { Event, EventBody } from './event.ts';
import { type Facts, theCase } from './facts.ts';
import { mandateOf } from './mandates.ts';
import { nearStaff } from './near-staff.ts';
import { mustTellNothingPersonal } from './personal-text.ts';
import { must, Problem } from './problem.ts';
import { actOf, type Outcome, type Step } from './step.ts';
import type { SubjectRef } from './subject.ts';

/**
 * Whether the post may do the act at all (rulebook 1.2, 1.3). Answers before anything is read or parsed: powers come before
 * state (B12), and the specific prohibition before the general refusal.
 */
export function authorise(act: string, actor: Actor): void {
  const power = powerOf(act);
  if (power.posts.includes(actor.post)) return;
  const prohibition = power.forbidden?.[actor.post];
  if (prohibition) throw new Problem(prohibition, { act, post: actor.post });
  throw new Problem('post-not-permitted', { act, post: actor.post, permitted: power.posts });
}

const ofTownship: readonly Post[] = ['TC', 'TS', 'TR', 'TD'];
const ofCounty: readonly Post[] = ['CC', 'CV', 'CP', 'CF', 'DP'];

/** Length of the code of a post's organisation: a shorter one would be the beginning of many, a longer one of none. */
const lengthOf = (post: Post): number | undefined => {
  if (ofTownship.includes(post)) return 9;
  if (post === 'VC') return 12;
  return ofCounty.includes(post) || post === 'CITY' ? 6 : undefined;
};

/** Whether a village lies in a township, or in a county. */
const isWithin = (villageCode: string, division: string): boolean =>
  division.length === 9 ? townshipOf(villageCode) === division : countyOf(villageCode) === division;

/** Whether a post's organisation covers a division; `division` is a county, township or village code. */
export function covers(
  actor: Actor,
  division: { readonly countyCode: string; readonly townshipCode?: string; readonly villageCode?: string },
): boolean {
  const { post, orgCode } = actor;
  const { countyCode, townshipCode, villageCode } = division;
  if (orgCode.length !== (lengthOf(post) ?? orgCode.length)) return false;
  if (post === 'CITY') return countyCode.startsWith(orgCode.slice(0, 4));
  if (ofCounty.includes(post)) return orgCode === countyCode;
  if (ofTownship.includes(post))
    return townshipCode === undefined ? countyOf(orgCode) === countyCode : orgCode === townshipCode;
  if (post === 'VC')
    return villageCode === undefined ? isWithin(orgCode, townshipCode ?? countyCode) : orgCode === villageCode;
  return true;
}

/** Whether someone acts as, or for, the person the case is about. */
export const isApplicant = ({ post }: Actor): boolean => post === 'AP' || post === 'AG';

/** A case of another division does not exist for the caller, nor does another applicant's (design decision 14). */
const isVisible = (head: CaseHead, actor: Actor): boolean =>
  isApplicant(actor)
    ? head.clientId === actor.clientId && head.owner !== undefined && head.owner === actor.act
    : covers(actor, head);

/** Acts by which a person handles the case; a near relative has none of them (SD4), filing the relation excepted. */
const isHandling = (act: string): boolean =>
  transitionOf(act) !== undefined && act !== 'file-near-relative' && act !== 'raise-objection';

function checkState(act: string, facts: Facts): void {
  const { actor } = facts;
  const { head } = theCase(facts);
  const transition = transitionOf(act);
  if (!transition) return;
  const near = head.relatives.includes(actor.personId) || nearStaff(facts).has(actor.personId);
  if (isHandling(act) && !isApplicant(actor)) {
    must(!near, 'near-relative-recused', { caseId: head.caseId });
    must(!isHelper(facts, head.countyCode, actor.personId), 'helper-may-not-handle', { act });
  }
  if (!transition.from.includes(head.status))
    throw new Problem('step-out-of-order', {
      caseId: head.caseId,
      status: head.status,
      allowed: allowedIn(head.status),
    });
}

/**
 * Performs a step on loaded facts: scope, recusal, place in the procedure, then the step's own decision, which may keep tokens only.
 * Pure; the whole behaviour of a command but for reading and writing. Throws `Problem`.
 */
export function perform<Input, Reply>(
  step: Step<Input, Reply>,
  work: { readonly facts: Facts; readonly input: Input; readonly now: string },
): Outcome<Reply> {
  const { facts, input, now } = work;
  const act = actOf(step);
  let mandateId: string | undefined;
  if (facts.params['caseId'] !== undefined) {
    const head = facts.case?.head;
    if (!head || !isVisible(head, facts.actor))
      throw new Problem(step.withoutCase ?? 'case-not-found', { caseId: facts.params['caseId'] });
    if (step.early) step.early(head, input);
    mandateId = mandateOf(facts, act, civilDateOf(now));
    checkState(act, facts);
  }
  const outcome = named(step.decide(facts, input, now), mandateId);
  const told = [outcome.event, outcome.effect, ...(outcome.also ?? []).map(({ event }) => event)];
  mustTellNothingPersonal(told, { phonesAllowed: outcome.subject?.kind === 'county' });
  return outcome;
}

/** An act of an agent names the mandate it was done under. */
const named = <Reply>(outcome: Outcome<Reply>, mandateId: string | undefined): Outcome<Reply> =>
  mandateId && outcome.event ? { ...outcome, event: { ...outcome.event, mandateId } } : outcome;

export interface EventMeta {
  readonly subject: SubjectRef;
  readonly before: { readonly version: number; readonly chain: string } | undefined;
  readonly actor: Actor;
  readonly step: string;
  readonly at: string;
  readonly countyCode: string;
  readonly lawPack: string;
  readonly calendar: string;
  readonly delegationId?: string | undefined;
}

/** Makes an event of what was decided: number, chain and hash (rulebook 3.10, invariant 10). `hashOf` takes the event without its hash. */
export function seal(body: EventBody, meta: EventMeta, hashOf: (event: Omit<Event, 'hash'>) => string): Event {
  const { subject, before, delegationId, ...rest } = meta;
  const unhashed = {
    ...rest,
    type: body.type,
    data: body.data,
    ...(body.terms ? { terms: body.terms } : {}),
    ...(body.papers?.length ? { papers: body.papers } : {}),
    ...(body.mandateId ? { mandateId: body.mandateId } : {}),
    ...(body.commitments ? { commitments: body.commitments } : {}),
    ...(delegationId ? { delegationId } : {}),
    subjectKind: subject.kind,
    subjectId: subject.id,
    seq: (before?.version ?? 0) + 1,
    prevHash: before?.chain ?? '',
  };
  return { ...unhashed, hash: hashOf(unhashed) };
}
