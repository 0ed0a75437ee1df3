import * as z from 'zod';
import { AlertLevel } from '../../schemas/alert.ts';
import { CaseHead } from '../../schemas/case.ts';
import { type CivilDate, Instant } from '../../schemas/dates.ts';
import type { LakeRow } from '../../schemas/lake.ts';
import { Term } from '../../schemas/term.ts';
import { householdIdOf } from '../core/household-id.ts';
import { subjectKinds } from '../core/subject.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { townshipOf } from '../law/tenants.ts';
import { householdCounts } from './household-counts.ts';
import { attributesJson, plainCode } from './lake-attributes.ts';
import { midnight } from './lake-rows/table-row.ts';
import { rosterCounts } from './roster-counts.ts';

const Data = z.record(z.string(), z.unknown());

/** What the recorder reads of a stored event; the hash chain is the ledger's matter. */
export const StoredEvent = z.object({
  subjectKind: z.enum(subjectKinds),
  subjectId: z.string().min(1),
  seq: z.int().min(1),
  at: z.iso.datetime(),
  type: z.string().min(1),
  step: z.string(),
  countyCode: z.string(),
  lawPack: z.string(),
  delegationId: z.string().optional(),
  actor: z.object({ personId: z.string(), post: z.string(), clientId: z.string() }),
  data: Data,
  terms: z
    .object({
      start: z.array(z.object({ term: z.string() })).optional(),
      end: z.array(z.string()).optional(),
      extend: z.array(z.object({ term: z.string(), to: z.string() })).optional(),
    })
    .optional(),
  papers: z.array(z.object({ paperId: z.string() })).optional(),
});
export type StoredEvent = z.infer<typeof StoredEvent>;

/** A watched term as its item holds it. */
export const StoredTerm = z.object({
  subjectKind: z.enum(subjectKinds),
  subjectId: z.string(),
  caseId: z.string().optional(),
  countyCode: z.string(),
  term: Term,
  lastAlert: z.object({ level: AlertLevel, at: Instant }).optional(),
});
export type StoredTerm = z.infer<typeof StoredTerm>;

/** A case as its item holds it. */
export const StoredHead = z.object({ head: CaseHead });

const VisitPlace = z.object({
  visitedAt: z.iso.datetime(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  deviceId: z.string().optional(),
  photos: z.array(z.string()).optional(),
});
const Named = z.object({
  caseId: z.string().optional(),
  townshipCode: z.string().optional(),
  villageCode: z.string().optional(),
  submittedAt: z.iso.datetime().optional(),
});

const read = <T>(schema: z.ZodType<T>, value: unknown): T | undefined => schema.safeParse(value).data;
const monthOf = (instant: Instant): string => civilDateOf(instant).slice(0, 7);

/** The number of an event in the lake: the same for every delivery of it. */
export const eventIdOf = (event: {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly seq: number;
}): string => `${event.subjectKind}:${event.subjectId}#${event.seq}`;

/** The case an event is about, and the divisions it names: its own, those of its data, else those in the case number. */
function placeOf(event: StoredEvent) {
  const own = read(Named, event.data);
  const alert = read(Named, event.data['alert']);
  const caseId = plainCode(event.subjectKind === 'case' ? event.subjectId : (own?.caseId ?? alert?.caseId));
  const org = event.subjectKind === 'refusals' || event.subjectKind === 'access' ? event.subjectId : '';
  const townshipCode =
    own?.townshipCode ?? alert?.townshipCode ?? (caseId && townshipOf(caseId)) ?? /^64\d{7}$/.exec(org)?.[0];
  return { caseId, townshipCode, villageCode: own?.villageCode, submittedAt: own?.submittedAt };
}

/**
 * The row of an event: a pure function of the event alone, so that every delivery gives the same row. No personal data and no
 * free text (design decision 10): fields outside the list are dropped, ids that look like an identity number or a phone too.
 * Instants are UTC; `ym` is the month in Beijing in which it was recorded.
 */
export function eventRow(event: StoredEvent): LakeRow {
  const { caseId, townshipCode, villageCode, submittedAt } = placeOf(event);
  const visit = read(VisitPlace, event.data['visit']);
  const { terms, papers, step } = event;
  const people = householdCounts(event.data['household'], civilDateOf(event.at));
  const attributes = {
    ...event.data,
    ...(event.subjectKind === 'roster' && rosterCounts(event.data)),
    step,
    ...(people && { people }),
    ...(terms && { terms: { ...terms, start: terms.start?.map(({ term }) => term) } }),
    ...(papers && { papers: papers.map(({ paperId }) => paperId) }),
  };
  return {
    event_id: eventIdOf(event),
    subject_kind: event.subjectKind,
    subject_id: event.subjectId,
    case_id: caseId,
    seq: event.seq,
    event_type: event.type,
    township_code: plainCode(townshipCode),
    village_code: plainCode(villageCode),
    actor_id: plainCode(event.actor.personId),
    actor_post: event.actor.post,
    client_id: plainCode(event.actor.clientId),
    device_id: plainCode(visit?.deviceId),
    occurred_at: visit?.visitedAt ?? submittedAt ?? event.at,
    recorded_at: event.at,
    lat: visit?.lat ?? null,
    lon: visit?.lon ?? null,
    photo_sha256: plainCode(visit?.photos?.[0]),
    photo_phash: null,
    law_pack: event.lawPack,
    delegation_id: plainCode(event.delegationId),
    attributes_json: attributesJson(attributes),
    county_code: event.countyCode,
    ym: monthOf(event.at),
  };
}

/** The row of a watched term at a version of its subject; `asOfOn` is the civil date on which that version was recorded. */
export function termRow(
  { subjectKind, subjectId, caseId, countyCode, term, lastAlert }: StoredTerm,
  version: number,
  asOfOn: CivilDate,
): LakeRow {
  return {
    case_id: caseId ?? null,
    subject_kind: subjectKind,
    subject_id: subjectId,
    term: term.term,
    from_on: term.fromOn,
    due_on: term.dueOn,
    extended_to: term.extendedTo ?? null,
    ended_on: term.endedOn ?? null,
    holder_id: plainCode(term.holderId),
    holder_org: term.holderOrg,
    last_alert_level: lastAlert?.level ?? null,
    last_alert_at: lastAlert?.at ?? null,
    provisional: term.provisional,
    as_of_on: asOfOn,
    version,
    county_code: countyCode,
    ym: asOfOn.slice(0, 7),
  };
}

/** The row of a case at a version; amounts in fen; columns that the case item cannot know stay null. `asOfOn` as in `termRow`. */
export function caseRow(head: CaseHead, version: number, asOfOn: CivilDate): LakeRow {
  const { decision, opinion } = head;
  return {
    case_id: head.caseId,
    hh_id: householdIdOf(head.caseId),
    program: head.program,
    status: head.status,
    applicant_id: head.applicant,
    township_code: head.townshipCode,
    village_code: head.villageCode,
    clerk_id: plainCode(head.clerk),
    reviewer_id: plainCode(head.reviewer),
    confirmer_id: plainCode(decision?.by),
    declared_income_fen: head.declaredFen ?? null,
    verified_income_fen: opinion?.incomeFen ?? null,
    standard_fen: opinion?.standardFen ?? null,
    household_size: head.members,
    decision: decision?.result ?? null,
    case_class: opinion?.class ?? null,
    amount_fen: decision?.amountFen ?? null,
    class_upgraded: opinion?.class === undefined ? null : opinion.raised !== undefined,
    upgrade_evidence: opinion?.raised?.evidence ?? null,
    emergency: head.aid?.type === 'emergency',
    relative_filed: head.relativeFiled ?? false,
    disputed: head.disputed ?? false,
    accepted_at: midnight(head.acceptedOn),
    decided_at: midnight(decision?.on),
    due_on: head.dueOn ?? null,
    extended_to: head.extension?.dueOn ?? null,
    first_month: decision?.firstMonth ?? null,
    ended_on: head.endedOn ?? null,
    end_reason: head.endedOn === undefined ? null : head.status,
    as_of_on: asOfOn,
    version,
    county_code: head.countyCode,
    ym: asOfOn.slice(0, 7),
  };
}
