import { isDeepStrictEqual } from 'node:util';
import type { OnlineNotice } from '../../schemas/notice.ts';
import type { CaseState } from '../core/case-fold.ts';
import type { CountyState } from '../core/county-fold.ts';
import type { AnyState } from '../core/fold.ts';
import { noticeRecord } from '../core/online-notice.ts';
import type { PayeeState } from '../core/payee-fold.ts';
import type { RosterSubject } from '../core/roster-fold.ts';
import type { SubjectKind } from '../core/subject.ts';
import { listKeysOf } from '../core/subject-lists.ts';
import { watchedTerms } from '../core/watched-terms.ts';
import { countyOf } from '../law/tenants.ts';
import { accountLocks, rosterItems } from './fund-items.ts';
import { headKey, holdPartition, holdPrefix, indexedIn, noticeKey, partitionOf, worklist } from './keys.ts';
import { personItems } from './person-items.ts';
import type { Item, Write } from './ports.ts';
import { type Projected, plain } from './projected.ts';
import { termItems } from './term-items.ts';

/**
 * Every item that a subject's state stands in. Stored state is exactly this, so it always equals the fold of the events.
 * The `version` of an item is the number of the event that last changed it.
 */
export function itemsOf(kind: SubjectKind, id: string, state: AnyState): readonly Projected[] {
  switch (kind) {
    case 'case':
      return caseItems(state as CaseState);
    case 'county':
      return countyItems(id, state as CountyState);
    case 'payee':
      return payeeItems(id, state as PayeeState);
    case 'roster':
      return rosterProjection(id, state as RosterSubject);
    default:
      return [
        head(kind, id, { state, county: countyOf(id), more: listKeysOf(kind, id, state.head) }),
        ...terms(kind, id, state),
      ];
  }
}

const head = (
  kind: SubjectKind,
  id: string,
  of: { state: AnyState; county: string; more?: Partial<Item> },
): Projected => ({
  item: {
    ...headKey(kind, id),
    version: of.state.version,
    record: { version: of.state.version, chain: of.state.chain, head: of.state.head },
    ...indexedIn(of.county, kind, id),
    ...of.more,
  },
  role: 'version',
});

/** An item a watched term, for every kind that has terms. */
function terms(kind: SubjectKind, id: string, state: AnyState): readonly Projected[] {
  const watched = watchedTerms(kind, state);
  const items = watched ? termItems({ kind, id }, watched, state.version) : [];
  return items.map((item) => ({ item, role: 'other' }));
}

/** Names of the parts of a case as sort keys; also what is read for a command. */
export const caseParts = [
  'household',
  'materials',
  'consents',
  'findings',
  'visits',
  'postings',
  'terms',
  'papers',
  'benefit',
  'management',
  'notices',
  'mandates',
  'appeals',
  'trail',
] as const;
/** Names of the single parts of a county's set-up. */
export const countyParts = ['divisions', 'parameters', 'calendars', 'directory'] as const;

function caseItems(state: CaseState): readonly Projected[] {
  const { head: now, parts, version } = state;
  const pk = partitionOf('case', now.caseId);
  const due = now.extension?.dueOn ?? now.dueOn ?? '9999-12-31';
  const w = { pk: worklist(now.townshipCode, now.status), sk: `${due}#${now.caseId}` };
  return [
    head('case', now.caseId, { state, county: now.countyCode, more: { w } }),
    ...caseParts.flatMap((name) => casePart(state, name)),
    ...Object.entries(parts.bodies).map(([paperId, paper]) => plain(pk, `PAPER#${paperId}`, paper, version)),
    ...terms('case', now.caseId, state),
    ...(parts.notices ?? []).map((notice) => online(notice, state)),
    ...personItems(state),
  ];
}

/** A part of a case; what it gives right to is also found by county, for the roster. */
function casePart({ head: now, parts, version }: CaseState, name: (typeof caseParts)[number]): Projected[] {
  const part = parts[name];
  if (part === undefined) return [];
  const one = plain(partitionOf('case', now.caseId), name.toUpperCase(), part, version);
  if (name !== 'benefit') return [one];
  return [{ ...one, item: { ...one.item, w: { pk: worklist(now.countyCode, 'benefits'), sk: now.caseId } } }];
}

/** A notice the public may read, in the township's list while it is shown. */
function online(notice: OnlineNotice, state: CaseState): Projected {
  const record = noticeRecord(notice, state);
  const { shownUntil, townshipCode } = record;
  const w = shownUntil ? { w: { pk: worklist(townshipCode, 'notices'), sk: `${shownUntil}#${notice.token}` } } : {};
  return { item: { ...noticeKey(notice.token), version: state.version, record, ...w }, role: 'other' };
}

const staffHolds = (staff: CountyState['parts']['staff'], version: number): readonly Projected[] =>
  Object.values(staff).map(({ token, personId }) =>
    plain(holdPartition(token), `${holdPrefix}STAFF#${personId}`, { staff: personId }, version),
  );

function countyItems(county: string, state: CountyState): readonly Projected[] {
  const { parts, version } = state;
  const pk = partitionOf('county', county);
  const single = countyParts.flatMap((name) =>
    parts[name] === undefined ? [] : [plain(pk, name.toUpperCase(), parts[name], version)],
  );
  const many = (prefix: string, records: Readonly<Record<string, unknown>>): Projected[] =>
    Object.entries(records).map(([key, record]) => plain(pk, `${prefix}#${key}`, record, version));
  return [
    head('county', county, { state, county }),
    ...single,
    ...many('DELEGATION', parts.delegations),
    ...many('STAFF', parts.staff),
    ...staffHolds(parts.staff, version),
    ...many('KIN', parts.kin),
  ];
}

const lock = (item: Item): Projected => ({ item, role: 'unique', unique: true });

const payeeItems = (id: string, state: PayeeState): readonly Projected[] => [
  head('payee', id, { state, county: countyOf(id) }),
  ...accountLocks(state.head).map(lock),
];

function rosterProjection(id: string, state: RosterSubject): readonly Projected[] {
  const { plain: items, unique } = rosterItems(state.head, state.parts, state.version);
  return [
    head('roster', id, { state, county: countyOf(id) }),
    ...items.map((item): Projected => ({ item, role: 'other' })),
    ...unique.map(lock),
  ];
}

const nameOf = ({ item }: Projected): string => `${item.pk}\n${item.sk}`;
const same = (a: Item, b: Item): boolean => isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 });

/**
 * The writes that lead from one state to the next: only items that changed, the head at its version, locks taken and released.
 * Parts that were not loaded are absent on both sides and stay as they are.
 */
export function writesBetween(
  kind: SubjectKind,
  id: string,
  states: { readonly before: AnyState | undefined; readonly after: AnyState },
): readonly Write[] {
  const before = new Map((states.before ? itemsOf(kind, id, states.before) : []).map((one) => [nameOf(one), one]));
  const after = new Map(itemsOf(kind, id, states.after).map((one) => [nameOf(one), one]));
  const puts = [...after.values()].flatMap((one): Write[] => {
    const old = before.get(nameOf(one));
    if (one.role === 'version') return [putHead(one.item, states.before?.version ?? 0)];
    if (old && same(old.item, one.item)) return [];
    return [{ kind: one.unique && !old ? 'put-new' : 'put', role: one.role, item: one.item }];
  });
  const deletes = [...before.entries()].flatMap(([name, one]): Write[] =>
    after.has(name) ? [] : [{ kind: 'delete', role: one.role, key: { pk: one.item.pk, sk: one.item.sk } }],
  );
  return [...puts, ...deletes];
}

const putHead = (item: Item, expected: number): Write =>
  expected === 0 ? { kind: 'put-new', role: 'version', item } : { kind: 'put-at', role: 'version', item, expected };
