import type { Actor } from '../../schemas/actor.ts';
import type { Event, EventBody } from '../core/event.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { type AnyState, fold } from '../core/fold.ts';
import { takesNumber } from '../core/paper.ts';
import { seal } from '../core/perform.ts';
import { delegationInForce } from '../core/setting.ts';
import type { Outcome, Step } from '../core/step.ts';
import type { SubjectRef } from '../core/subject.ts';
import { calendarOf } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { lawPackOn } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { hashOfEvent } from './hash.ts';
import { answer, type Response } from './http.ts';
import { countersKey, eventKey, eventPartition, partitionOf, replayKey } from './keys.ts';
import type { Loaded } from './load-facts.ts';
import { erasureWrites, type Persons, personalWrites, personsOf } from './personal-writes.ts';
import type { Key, Ports, Write, WriteRole } from './ports.ts';
import { writesBetween } from './projection.ts';

/** The first answer to an idempotency key, kept for eight days. */
export interface Replay {
  readonly bodyHash: string;
  readonly status: number;
  readonly reply: unknown;
  readonly etag?: string;
}

const EIGHT_DAYS = 8 * 86_400;

export interface Commit<R> {
  readonly step: Pick<Step<unknown, R>, 'id' | 'status' | 'output'>;
  readonly actor: Actor;
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | undefined;
  readonly loaded: Loaded;
  readonly facts: Facts;
  readonly outcome: Outcome<R>;
  readonly now: string;
}

export type Committed =
  | { readonly ok: true; readonly response: Response; readonly event: Event }
  | {
      readonly ok: false;
      readonly role: WriteRole | 'conflict';
      readonly key?: Key;
      readonly currentVersion?: number | undefined;
    };

/** An event of one subject and the states on both sides of it. */
interface Act {
  readonly event: Event;
  readonly before: AnyState | undefined;
  readonly after: AnyState;
}

/** Writes what was decided, one event a subject, and all that follows from it, in one transaction (design decision 2). */
export async function commitOutcome<R>(ports: Ports, commit: Commit<R>): Promise<Committed> {
  const { facts, outcome } = commit;
  if (!outcome.event) throw new Error('nothing was decided');
  const persons = await personsOf(ports, outcome);
  const first = actOn(commit, outcome.subject ?? subjectOfCase(facts), { ...outcome.event, ...committed(persons) });
  const acts = [first, ...(outcome.also ?? []).map(({ subject, event }) => actOn(commit, subject, event))];
  const { event, after } = first;
  const response = answer(
    commit.step.status ?? 200,
    commit.step.output.parse(outcome.reply),
    event.subjectKind === 'case' ? { etag: `"${after.version}"` } : {},
  );
  const events = acts.map((act) => act.event);
  const writes: Write[] = [
    ...replayWrite(commit, response),
    ...acts.flatMap(actWrites),
    ...delegationChecks(commit, events),
    ...heldChecks(commit),
    ...counterWrites(commit, events),
    ...(await personalWrites(ports, persons, { county: event.countyCode, by: nameOf(event) })),
    ...(await erasureWrites(ports, outcome.erase)),
  ];
  const result = await ports.store.commit(writes);
  if (result.ok) return { ok: true, response, event };
  if (result.role === 'conflict') return { ok: false, role: 'conflict' };
  // Only the caller's own subject can be stale to the caller; another one that moved is read again.
  if (result.role === 'version')
    return isOf(event, result.key)
      ? { ok: false, role: 'version', currentVersion: result.current?.version }
      : { ok: false, role: 'conflict' };
  return { ok: false, role: result.role, key: result.key };
}

const committed = ({ commitments }: Persons): Pick<EventBody, 'commitments'> =>
  commitments.length > 0 ? { commitments } : {};

const nameOf = ({ subjectKind, subjectId, seq }: Event): string => `${subjectKind}:${subjectId}#${seq}`;

const isOf = ({ subjectKind, subjectId }: Event, { pk }: Key): boolean =>
  pk === partitionOf(subjectKind, subjectId) || pk === eventPartition(subjectKind, subjectId);

const subjectOfCase = (facts: Facts): SubjectRef => {
  if (!facts.case) throw new Error('an event needs a subject');
  return { kind: 'case', id: facts.case.head.caseId };
};

function stateBefore(facts: Facts, subject: SubjectRef): AnyState | undefined {
  if (subject.kind === 'case') return facts.case?.head.caseId === subject.id ? facts.case : undefined;
  if (subject.kind === 'county') return facts.county;
  return stateOf(facts, subject);
}

function actOn<R>(commit: Commit<R>, subject: SubjectRef, body: EventBody): Act {
  const before = stateBefore(commit.facts, subject);
  const event = eventOf(commit, { subject, before, body });
  return { event, before, after: fold(before, event) };
}

const actWrites = ({ event, before, after }: Act): Write[] => {
  const { subjectKind, subjectId, seq } = event;
  const item = { ...eventKey(subjectKind, subjectId, seq), version: seq, record: event };
  return [
    ...writesBetween(subjectKind, subjectId, { before, after }),
    { kind: 'put-new', role: 'version', item } satisfies Write,
  ];
};

function eventOf<R>(
  commit: Commit<R>,
  of: { readonly subject: SubjectRef; readonly before: AnyState | undefined; readonly body: EventBody },
): Event {
  const { facts, actor, now, step } = commit;
  const { parts } = facts.county ?? {};
  const today = civilDateOf(now);
  const delegationId = delegationInForce(facts, today);
  return seal(
    of.body,
    {
      subject: of.subject,
      before: of.before,
      actor,
      step: step.id,
      at: now,
      countyCode: countyOf(of.subject.id),
      lawPack: lawPackOn(today),
      calendar: parts?.calendars ? calendarOf(parts.calendars.notices, parts.calendars.regional).version : '',
      ...(delegationId ? { delegationId } : {}),
    },
    hashOfEvent,
  );
}

function replayWrite<R>({ idempotency, actor, now }: Commit<R>, response: Response): Write[] {
  if (!idempotency) return [];
  const { etag } = response.headers;
  const record: Replay = {
    bodyHash: idempotency.bodyHash,
    status: response.status,
    reply: JSON.parse(response.body) as unknown,
    ...(etag ? { etag } : {}),
  };
  const expiresAt = Math.floor(Date.parse(now) / 1000) + EIGHT_DAYS;
  return [
    { kind: 'put-new', role: 'replay', item: { ...replayKey(actor.clientId, idempotency.key), record, expiresAt } },
  ];
}

/** The delegation that was read must still be the one in force: proves the township's power at that instant. */
const delegationChecks = <R>({ loaded }: Commit<R>, events: readonly Event[]): Write[] =>
  events.some(({ subjectKind }) => subjectKind === 'case')
    ? loaded.delegations.map(({ key, version }) => ({ kind: 'check', role: 'delegation', key, expected: version }))
    : [];

/** Nobody may have come to receive the other program between the read and the decision (invariant 8). */
const heldChecks = <R>({ loaded }: Commit<R>): Write[] =>
  loaded.held.map(({ key, version }) => ({ kind: 'check', role: 'other', key, expected: version }));

/** Cases and papers are numbered without gaps by year, a township's and the county's own papers each in a series. */
function counterWrites<R>({ loaded, facts, now }: Commit<R>, events: readonly Event[]): Write[] {
  const year = civilDateOf(now).slice(0, 4);
  const { township = '', county = '' } = loaded.asked;
  const papers = events.flatMap((event) => event.papers ?? []);
  const papersOf = (issuer: string): number =>
    papers.filter((paper) => paper.issuer === issuer && takesNumber(paper)).length;
  const cases = events.filter(({ type }) => type === 'application-submitted').length;
  return [
    ...counterWrite(countersKey(township, year), facts.counters, {
      version: loaded.countersVersion,
      cases,
      papers: papersOf(township),
    }),
    ...counterWrite(countersKey(county, year), facts.countyCounters, {
      version: loaded.countyCountersVersion,
      cases: 0,
      papers: papersOf(county),
    }),
  ];
}

function counterWrite(
  key: Key,
  before: Facts['counters'],
  more: { readonly version: number; readonly cases: number; readonly papers: number },
): Write[] {
  if (!before || more.papers + more.cases === 0) return [];
  const record = { cases: before.cases + more.cases, papers: before.papers + more.papers };
  const item = { ...key, version: more.version + 1, record };
  return [
    more.version === 0
      ? { kind: 'put-new', role: 'other', item }
      : { kind: 'put-at', role: 'other', item, expected: more.version },
  ];
}
