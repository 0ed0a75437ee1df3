import type { Actor } from '../../schemas/actor.ts';
import type { ComplaintEventBody, ComplaintHead, ComplaintView } from '../../schemas/complaint.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { handlingPosts } from '../law/complaint-levels.ts';
import { countyOf } from '../law/tenants.ts';
import { isOverdue, lastDayOf } from '../law/term-start.ts';
import { type ComplaintEvent, type ComplaintState, foldComplaint } from './complaint-fold.ts';
import type { EventBody } from './event.ts';
import { type Facts, kinOf, staffOf, stateOf } from './facts.ts';
import { covers } from './perform.ts';
import { must } from './problem.ts';
import type { Call, FactRequest, Outcome } from './step.ts';

/** A complaint as a subject. */
export const complaintOf = (id: string) => ({ kind: 'complaint', id }) as const;

/** Facts of an act on a complaint: itself, the county, the organ's paper numbers, and the staff named. */
export function complaintFacts({ params, actor }: Call<unknown>, staff: readonly string[] = []): FactRequest {
  const id = params['complaintId'] ?? '';
  const county = countyOf(id);
  return {
    subjects: [complaintOf(id)],
    county,
    ...(actor.orgCode.length === 9 ? { township: actor.orgCode } : { countyPapers: true }),
    staff: [...new Set([...staff, actor.personId])],
    kin: [county, ...(actor.orgCode.length === 9 ? [actor.orgCode] : [])],
  };
}

const loaded = (facts: Facts): ComplaintState | undefined =>
  stateOf(facts, complaintOf(facts.params['complaintId'] ?? ''));

/** Whether an organ may know of a complaint: the one that handles it, or one above; nobody it is about, in person or as an organ. */
export function mayKnow(actor: Actor, head: ComplaintHead): boolean {
  const { level, orgCode, about, countyCode, townshipCode } = head;
  if (about.staff.includes(actor.personId)) return false;
  if (actor.post === 'PROV') return true;
  if (actor.post === 'CITY') return level !== 'region' && covers(actor, { countyCode });
  if (about.organisations.includes(actor.orgCode)) return false;
  if (actor.post === 'CC') return (level === 'township' || level === 'county') && actor.orgCode === countyCode;
  return (
    level === 'township' && handlingPosts.township.includes(actor.post) && actor.orgCode === (townshipCode ?? orgCode)
  );
}

/** The loaded complaint, or 404 for whoever may not know of it. */
export function theComplaint(facts: Facts): ComplaintHead {
  const head = loaded(facts)?.head;
  must(head && mayKnow(facts.actor, head), 'complaint-not-found', { complaintId: facts.params['complaintId'] });
  return head;
}

/** Refuses an organ that is not the one the complaint is with: those above see it and leave the work to it. */
export function mustBeOrgan({ actor }: Facts, { level, orgCode, complaintId }: ComplaintHead): void {
  const fits = handlingPosts[level].includes(actor.post) && (level === 'region' || actor.orgCode === orgCode);
  must(fits, 'complaint-of-another-organ', { complaintId, level });
}

/**
 * Whoever handles a complaint is nobody it is about, no near relative of theirs, and had no task on the case (SD7): by person, against the
 * register of today. `complaint-to-its-subject` otherwise. Needs the handler's staff record among the facts.
 */
export function mustNotBeItsSubject(
  facts: Facts,
  { about, complaintId, countyCode, townshipCode }: ComplaintHead,
  handler: string,
): void {
  const record = staffOf(facts, handler);
  const own = record ? [record.token, ...record.relatives.map(({ person }) => person)] : [];
  const related = own.some((token) => about.persons.includes(token)) || (record && about.near.includes(record.token));
  const indexed = [countyCode, townshipCode ?? ''].some((org) =>
    about.persons.some((token) => (kinOf(facts, org)[token] ?? []).some(({ staff }) => staff === handler)),
  );
  const barred = about.staff.includes(handler) || about.barred.includes(handler);
  must(!barred && !related && !indexed, 'complaint-to-its-subject', { complaintId, handler });
}

/** A complaint as its organ sees it; `textOf` prints its papers where they are asked for. */
export function complaintView(
  head: ComplaintHead,
  version: number,
  at: { readonly on: CivilDate; readonly textOf?: (paper: ComplaintHead['papers'][number]) => string },
): ComplaintView {
  const { about: _about, complainant: _token, registeredBy: _by, handlers: _all, acceptedOn: _on, ...rest } = head;
  const { countyCode: _county, townshipCode: _township, terms, papers, ...seen } = rest;
  return {
    ...seen,
    version,
    terms: terms.map((term) => ({
      term: term.term,
      lastOn: lastDayOf(term),
      overdue: isOverdue(term, at.on),
      ended: term.endedOn !== undefined,
    })),
    papers: papers.map((paper) => ({
      paperId: paper.paperId,
      number: paper.number,
      ...(at.textOf ? { text: at.textOf(paper) } : {}),
    })),
  };
}

/** The outcome of an act on the loaded complaint: its event, and the complaint as it stands after it. */
export function complaintReply(
  facts: Facts,
  body: ComplaintEventBody & Pick<EventBody, 'terms' | 'papers'>,
  now: string,
): Outcome<ComplaintView> {
  const before = loaded(facts);
  const { complaintId } = theComplaint(facts);
  const event = { ...body, at: now, seq: (before?.version ?? 0) + 1, hash: '', subjectId: complaintId };
  const after = foldComplaint(before, event as unknown as ComplaintEvent);
  return {
    event: body,
    subject: complaintOf(complaintId),
    reply: complaintView(after.head, after.version, { on: civilDateOf(now) }),
  };
}
