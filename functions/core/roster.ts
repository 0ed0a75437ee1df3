import type { RosterHead, RosterView } from '../../schemas/roster.ts';
import type { RosterEventBody } from '../../schemas/roster-events.ts';
import { type Facts, stateOf } from './facts.ts';
import { covers } from './perform.ts';
import { must } from './problem.ts';
import type { ProblemCode } from './problem-catalogue.ts';
import { type RosterSubject, rosterAfter } from './roster-fold.ts';
import type { Outcome } from './step.ts';
import type { SubjectRef } from './subject.ts';

/** The roster of a county, program and month as a subject. */
export const rosterOf = (rosterId: string): SubjectRef => ({ kind: 'roster', id: rosterId });

/** Number of a roster: county, program, month. */
export const rosterIdOf = (countyCode: string, program: string, month: string): string =>
  `${countyCode}-${program}-${month}`;

/** A roster that was loaded. */
export const rosterIn = (facts: Facts, rosterId: string): RosterSubject | undefined =>
  stateOf<RosterSubject>(facts, rosterOf(rosterId));

/** The roster in the path, or 404: also for another county. */
export function theRoster(facts: Facts): RosterSubject {
  const rosterId = facts.params['rosterId'] ?? '';
  const roster = rosterIn(facts, rosterId);
  const own = roster && covers(facts.actor, { countyCode: roster.head.countyCode });
  must(roster && own, 'roster-not-found', { rosterId });
  return roster;
}

/** Refuses an act out of its place. */
export function mustBe(head: RosterHead, ...states: readonly RosterHead['state'][]): void {
  must(states.includes(head.state), 'roster-out-of-order', { rosterId: head.rosterId, state: head.state });
}

/** What every event of a roster names. */
export const ofRoster = ({ rosterId, program, month }: RosterHead, on: string) => ({ rosterId, program, month, on });

/** A roster as callers see it; a township sees only its own sums. */
export function rosterView(head: RosterHead, township?: string): RosterView {
  const { rosterId, program, month, cutoffOn, freezeAt, payBy, state, exceptions, sums, files, townships } = head;
  const shown = Object.entries(townships).filter(([code]) => township === undefined || code === township);
  const ofTownships = shown.map(([townshipCode, sum]) => {
    const verified = head.verified[townshipCode];
    return { townshipCode, ...sum, ...(verified ? { verifiedBy: verified.by, verifiedOn: verified.on } : {}) };
  });
  return {
    ...{ rosterId, program, month, cutoffOn, freezeAt, payBy, state, townships: ofTownships },
    ...(township === undefined ? { sums, exceptions, problems: head.problems, files, approvals: head.approvals } : {}),
  };
}

/** The outcome of an act on the roster in the path. */
export function rosterReply(facts: Facts, event: RosterEventBody): Outcome<RosterView> {
  const { rosterId } = event.data;
  const { head } = rosterAfter(rosterIn(facts, rosterId), event);
  return { event, subject: rosterOf(rosterId), reply: rosterView(head, townshipOfPost(facts)) };
}

/** The township of a township's post: it sees its own lines and no others. */
export const townshipOfPost = ({ actor }: Pick<Facts, 'actor'>): string | undefined =>
  ['TC', 'TS', 'TR', 'TD'].includes(actor.post) ? actor.orgCode : undefined;

const money = /amount|fen$|money|sum$|金额/i;

const namesMoney = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(namesMoney);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, one]) => money.test(key) || namesMoney(one));
};

/** Nobody enters an amount on a roster (P04): a body that names one is refused whatever else it says. */
export const amountEntered = (body: unknown): { readonly code: ProblemCode } | undefined =>
  namesMoney(body) ? { code: 'roster-amount-fixed' } : undefined;

/** The lines named, all of them loaded and, for a township, its own. Refuses others with `roster-line-unknown`. */
export function mustHaveLines(facts: Facts, { parts }: RosterSubject, caseIds: readonly string[]): void {
  const township = townshipOfPost(facts);
  const unknown = caseIds.filter((caseId) => {
    const line = parts.lines[caseId];
    return !line || (township !== undefined && line.townshipCode !== township);
  });
  must(unknown.length === 0, 'roster-line-unknown', { caseIds: unknown });
}
