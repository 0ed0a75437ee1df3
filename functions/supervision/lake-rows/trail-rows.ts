import * as z from 'zod';
import type { LakeRow } from '../../../schemas/lake.ts';
import type { Trail, TrailMember } from '../../../schemas/trail.ts';
import { householdIdOf } from '../../core/household-id.ts';
import { plainCode } from '../lake-attributes.ts';
import { type SnapshotAt, snapshotColumns, type TableRow } from './table-row.ts';

const codes = z.looseObject({});

/** The trail of a case as its item holds it: enough of its shape that a foreign item is told from one. */
export const StoredTrail = z.looseObject({
  townshipCode: z.string(),
  villageCode: z.string(),
  members: z.array(z.looseObject({ person: z.string(), relation: z.string(), birthYear: z.int() })),
  hits: z.array(codes),
  objections: z.array(codes),
  cycles: z.array(codes),
});

/** A digest of text, lower-case hex; the host brings it, rows themselves compute nothing but text. */
export type Digest = (text: string) => string;

/** Who lives together: the same people give the same key, in whatever case they stand. Tokens are keyed, so it tells nobody's name. */
const compositionKey = (members: readonly TrailMember[], digest: Digest): string => {
  const together = members.filter(({ diedOn, leftOn }) => diedOn === undefined && leftOn === undefined);
  return `k_${digest(
    together
      .map(({ person }) => person)
      .sort()
      .join(' '),
  ).slice(0, 32)}`;
};

const household = (caseId: string, trail: Trail, digest: Digest): LakeRow => ({
  hh_id: householdIdOf(caseId),
  village_code: trail.villageCode,
  township_code: trail.townshipCode,
  address_token: plainCode(trail.address),
  lat: trail.lat ?? null,
  lon: trail.lon ?? null,
  split_from_hh: plainCode(trail.split?.from),
  split_on: trail.split?.on ?? null,
  composition_key: compositionKey(trail.members, digest),
});

const member = (caseId: string, one: TrailMember): LakeRow => ({
  person_id: plainCode(one.person),
  hh_id: householdIdOf(caseId),
  relation: one.relation,
  birth_year: one.birthYear,
  phone_token: plainCode(one.phone),
  disabled: one.disabled ?? false,
  severe_illness: one.severeIllness ?? false,
  died_on: one.diedOn ?? null,
  left_on: one.leftOn ?? null,
});

const hit = (caseId: string, one: Trail['hits'][number]): LakeRow => ({
  case_id: caseId,
  person_id: plainCode(one.person),
  hit_type: one.hit,
  origin: plainCode(one.origin),
  returned_at: one.returnedAt,
  resolved: one.resolution !== undefined,
  resolution: one.resolution ?? null,
  resolved_at: one.resolvedAt ?? null,
});

const objection = (caseId: string, one: Trail['objections'][number]): LakeRow => ({
  case_id: caseId,
  raised_at: one.raisedAt,
  channel: plainCode(one.channel),
  reinvestigated_at: one.reinvestigatedAt ?? null,
});

const cycle = (caseId: string, one: Trail['cycles'][number]): LakeRow => ({
  case_id: caseId,
  actor_id: plainCode(one.by),
  due_on: one.dueOn,
  done_at: one.doneAt ?? null,
  result: one.result ?? null,
});

/** Everything the trail of a case says, a row each, as yet without the day it holds from. */
const said = (caseId: string, trail: Trail, digest: Digest): readonly TableRow[] => [
  ['households', household(caseId, trail, digest)],
  ...trail.members.map((one): TableRow => ['members', member(caseId, one)]),
  ...trail.hits.map((one): TableRow => ['verifications', hit(caseId, one)]),
  ...trail.objections.map((one): TableRow => ['objections', objection(caseId, one)]),
  ...trail.cycles.map((one): TableRow => ['reverifications', cycle(caseId, one)]),
];

/**
 * The rows of a case's trail that are not what they were before: with the item as it was, an act adds the rows it changed and no others;
 * without it every row is told again, which a reader sees once.
 */
export function trailRows(
  caseId: string,
  trails: { readonly now: Trail; readonly before: Trail | undefined },
  { at, digest }: { readonly at: SnapshotAt; readonly digest: Digest },
): readonly TableRow[] {
  const { now, before } = trails;
  const known = new Set(before ? said(caseId, before, digest).map((one) => JSON.stringify(one)) : []);
  return said(caseId, now, digest)
    .filter((one) => !known.has(JSON.stringify(one)))
    .map(([table, row]): TableRow => [table, { ...row, ...snapshotColumns(at) }]);
}
