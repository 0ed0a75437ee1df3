import type { AlertDirectory } from '../../schemas/alert.ts';
import type { HolidayNotice, RegionalDay } from '../../schemas/calendar.ts';
import type { CountyEventBody } from '../../schemas/county-events.ts';
import type { Delegation } from '../../schemas/delegation.ts';
import type { Divisions } from '../../schemas/divisions.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { FiledRelation, StaffRecord } from '../../schemas/staff.ts';
import { countyOf } from '../law/tenants.ts';
import type { Event, State } from './event.ts';

/** Who is near to whom: person token of a relative, or of the staff member → the staff barred by it. One item per organisation. */
export type KinIndex = Readonly<
  Record<string, readonly { readonly staff: string; readonly relation: FiledRelation }[]>
>;

/** A county's set-up in items of its own: a delegation one each, staff one each (design decision 2). */
export interface CountyParts {
  readonly divisions?: Divisions;
  readonly parameters?: readonly ParameterRecord[];
  readonly calendars?: { readonly notices: readonly HolidayNotice[]; readonly regional: readonly RegionalDay[] };
  readonly directory?: AlertDirectory;
  /** By `delegationKey`. */
  readonly delegations: Readonly<Record<string, Delegation>>;
  /** By person id. */
  readonly staff: Readonly<Record<string, StaffRecord>>;
  /** By organisation. */
  readonly kin: Readonly<Record<string, KinIndex>>;
}

/** The county itself, and when a training was held for it last. */
export interface CountyHead {
  readonly countyCode: string;
  readonly lastTrainingOn?: string;
}

export type CountyState = State<CountyHead, CountyParts>;

/** An event of a county's set-up with its typed body. */
export type CountyEvent = Event & CountyEventBody;

/** Key of one delegation within its county. */
export const delegationKey = (program: string, township: string): string => `${program}#${township}`;

/** Organisation under which a post's relatives are indexed: the township for township and village posts, else the county. */
export const kinOrganisation = (orgCode: string): string => (orgCode.length >= 9 ? orgCode.slice(0, 9) : orgCode);

/** The index of the people of providers, and of their relatives: apart from those of the staff. */
export const helperIndex = (countyCode: string): string => `${countyCode}-helpers`;

/** Every index a record stands in. */
export const kinOrganisations = ({ posts, helper }: Pick<StaffRecord, 'posts' | 'helper'>): readonly string[] => [
  ...posts.map(({ orgCode }) => kinOrganisation(orgCode)),
  ...(helper ? [helperIndex(countyOf(helper.providerId))] : []),
];

const empty: CountyParts = { delegations: {}, staff: {}, kin: {} };

/** The next state of a county's set-up. Pure; touches only the parts the event is about, which must be loaded. */
export function foldCounty(state: CountyState | undefined, event: CountyEvent): CountyState {
  const parts = state?.parts ?? empty;
  const head = headAfter(state?.head ?? { countyCode: event.subjectId }, event);
  return { version: event.seq, chain: event.hash, head, parts: { ...parts, ...changed(parts, event) } };
}

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);

const headAfter = (head: CountyHead, event: CountyEvent): CountyHead =>
  event.type === 'staff-trained' ? { ...head, lastTrainingOn: later(head.lastTrainingOn, event.data.on) } : head;

function changed(parts: CountyParts, event: CountyEvent): Partial<CountyParts> {
  switch (event.type) {
    case 'divisions-registered':
      return { divisions: event.data.divisions };
    case 'delegation-granted':
      return { delegations: withDelegations(parts, event.data.delegations) };
    case 'delegation-revoked':
      return { delegations: withDelegations(parts, [{ ...event.data.delegation, revokedOn: event.data.on }]) };
    case 'parameter-entered':
      return { parameters: [...(parts.parameters ?? []), event.data.record] };
    case 'parameter-approved': {
      const { id, approvedBy, approvedAt } = event.data;
      return {
        parameters: (parts.parameters ?? []).map((one) => (one.id === id ? { ...one, approvedBy, approvedAt } : one)),
      };
    }
    case 'calendar-loaded': {
      const others = (parts.calendars?.notices ?? []).filter(({ year }) => year !== event.data.notice.year);
      const notices = [...others, event.data.notice].sort((a, b) => a.year - b.year);
      return { calendars: { notices, regional: parts.calendars?.regional ?? [] } };
    }
    case 'regional-days-loaded':
      return { calendars: { notices: parts.calendars?.notices ?? [], regional: event.data.days } };
    case 'alert-directory-set':
      return { directory: event.data.directory };
    case 'staff-registered':
    case 'helper-registered':
      return registered(parts, event.data.record);
    case 'seal-approved':
      return parts.divisions ? { divisions: withSeal(parts.divisions, event.data) } : {};
    case 'staff-trained':
      return { staff: trained(parts.staff, event.data) };
  }
}

const withSeal = (
  divisions: Divisions,
  { orgCode, attachmentId }: { readonly orgCode: string; readonly attachmentId: string },
): Divisions =>
  orgCode === divisions.countyCode
    ? { ...divisions, countySeal: attachmentId }
    : {
        ...divisions,
        townships: divisions.townships.map((one) => (one.code === orgCode ? { ...one, seal: attachmentId } : one)),
      };

const trained = (
  staff: CountyParts['staff'],
  { on, staff: who }: { readonly on: string; readonly staff: readonly string[] },
): CountyParts['staff'] => ({
  ...staff,
  ...Object.fromEntries(
    who.flatMap((id) => {
      const record = staff[id];
      return record ? [[id, { ...record, trainedOn: later(record.trainedOn, on) }] as const] : [];
    }),
  ),
});

const withDelegations = (parts: CountyParts, delegations: readonly Delegation[]): CountyParts['delegations'] => ({
  ...parts.delegations,
  ...Object.fromEntries(delegations.map((one) => [delegationKey(one.program, one.townshipCode), one])),
});

function registered(parts: CountyParts, record: StaffRecord): Partial<CountyParts> {
  const before = parts.staff[record.personId];
  const orgs = new Set([...(before ? kinOrganisations(before) : []), ...kinOrganisations(record)]);
  const kin = Object.fromEntries([...orgs].map((org) => [org, reindexed(parts.kin[org] ?? {}, record, org)]));
  return { staff: { ...parts.staff, [record.personId]: record }, kin: { ...parts.kin, ...kin } };
}

function reindexed(index: KinIndex, record: StaffRecord, org: string): KinIndex {
  const next: Record<string, { staff: string; relation: FiledRelation }[]> = {};
  for (const [person, near] of Object.entries(index)) {
    const others = near.filter(({ staff }) => staff !== record.personId);
    if (others.length > 0) next[person] = others;
  }
  if (!kinOrganisations(record).includes(org)) return next;
  const own = { person: record.token, relation: 'self' as const };
  for (const { person, relation } of [own, ...record.relatives]) {
    next[person] = [...(next[person] ?? []), { staff: record.personId, relation }];
  }
  return next;
}
