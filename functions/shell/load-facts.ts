import { Program } from '../../schemas/program.ts';
import type { CaseState } from '../core/case-fold.ts';
import { type CountyState, delegationKey } from '../core/county-fold.ts';
import type { Counters, Facts } from '../core/facts.ts';
import type { AnyState } from '../core/fold.ts';
import type { FactRequest } from '../core/step.ts';
import { type SubjectRef, subjectName } from '../core/subject.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { withCodedPaper } from './coded-paper.ts';
import { contactTokens } from './contact-tokens.ts';
import { holdsOfCase } from './holds.ts';
import { attachmentKey, countersKey, headKey, importPlanKey, leftKey, noticeKey, partitionOf } from './keys.ts';
import { kinKeys, kinOfStaff } from './kin-keys.ts';
import { loadFunds } from './load-funds.ts';
import { listed } from './load-list.ts';
import { type Held, membersHeld, openCaseKeys, openCasesOf } from './open-cases.ts';
import { personTokenOf } from './personal-data.ts';
import type { Item, Key, Ports } from './ports.ts';
import { caseParts, countyParts } from './projection.ts';
import { readElsewhere } from './read-elsewhere.ts';
import { storedFiles } from './stored-files.ts';

/** Facts and the versions they were read at, which the commit will insist on. */
export interface Loaded {
  readonly facts: Omit<Facts, 'actor' | 'params' | 'names'>;
  /** What was asked for: whose counters were read. */
  readonly asked: FactRequest;
  /** Version of each delegation item by key of the item; 0 where there is none. */
  readonly delegations: readonly { readonly key: Key; readonly program: string; readonly version: number }[];
  /** Locks of the case's members that were read, which must still be as they were. */
  readonly held: readonly Held[];
  readonly countersVersion: number;
  readonly countyCountersVersion: number;
  /** Further items asked for by key, e.g. the replay record. */
  readonly extra: readonly (Item | undefined)[];
}

const name = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** Reads everything a step asks for, and `extra`, in one BatchGetItem (design decision 2); `kinOfStaff` may need a second. */
export async function loadFacts(
  ports: Ports,
  request: FactRequest,
  at: { readonly now: string; readonly extra: readonly Key[] },
): Promise<Loaded> {
  const { asked, print } = await withCodedPaper(ports, request);
  const tokens = await Promise.all(
    (asked.people ?? []).map(async (id) => [id, await personTokenOf(ports.keyring, id)] as const),
  );
  const keys = [...keysOf(asked, { tokens: tokens.map(([, token]) => token), now: at.now }), ...print];
  const items = new Map((await ports.store.load(unique([...keys, ...at.extra]))).map((item) => [name(item), item]));
  const find = (key: Key): Item | undefined => items.get(name(key));
  const whole = asked.kinOfStaff ? { ...asked, kin: kinOfStaff(asked, find) } : asked;
  const further = kinKeys(whole).filter((key) => !keys.some((one) => name(one) === name(key)));
  if (further.length > 0) for (const item of await ports.store.load(further)) items.set(name(item), item);
  const counters = whole.township ? find(countersKey(whole.township, yearOf(at.now))) : undefined;
  const ofCounty = whole.countyPapers ? find(countersKey(whole.county ?? '', yearOf(at.now))) : undefined;
  const people = Object.fromEntries(
    tokens.map(([id, token]) => [id, { token, open: openCasesOf(token, find), ...leftBy(token, find) }]),
  ) as Facts['people'];
  const ofCase = whole.case ? caseOf(whole.case, whole.paper, find) : undefined;
  const held = await membersHeld(ports.store, ofCase, whole.membersHeldBy);
  const holding = whole.holdsOfCase ? await holdsOfCase(ports.store, ofCase) : undefined;
  const { rosters, ...funds } = await loadFunds(ports, whole);
  return {
    asked,
    held: [...held.read, ...(holding?.read ?? [])],
    facts: {
      ...funds,
      case: ofCase,
      membersOpen: held.open,
      holds: holding?.holds,
      county: whole.county ? countyOf(whole, find) : undefined,
      ...(whole.contacts ? { contacts: await contactTokens(ports, whole.contacts) } : {}),
      counters: whole.township ? numbersIn(counters) : undefined,
      countyCounters: whole.countyPapers ? numbersIn(ofCounty) : undefined,
      people,
      attachments: await storedFiles(
        ports.objects,
        (whole.attachments ?? []).flatMap((id) => find(attachmentKey(id)) ?? []),
      ),
      paper: find(paperKey(whole.case ?? '', whole.paper ?? ''))?.record as Facts['paper'],
      ...(print[0] ? { isPrint: find(print[0]) !== undefined } : {}),
      address: whole.address ? (await ports.keyring.hmac('notice', whole.address)).slice(0, 40) : undefined,
      importPlan: find(importPlanKey(whole.importPlan ?? ''))?.record as Facts['importPlan'],
      notice: whole.notice ? (find(noticeKey(whole.notice))?.record as Facts['notice']) : undefined,
      subjects: { ...subjectsAsked(whole, find), ...rosters },
      ...(await readElsewhere(ports, whole)),
      list: whole.list ? await listed(ports, whole.list, at.now) : undefined,
    },
    delegations: delegationKeys(whole).map((one) => ({ ...one, version: find(one.key)?.version ?? 0 })),
    countersVersion: counters?.version ?? 0,
    countyCountersVersion: ofCounty?.version ?? 0,
    extra: at.extra.map(find),
  };
}

function leftBy(token: string, find: Find): Pick<Facts['people'][string], 'left'> {
  const left = find(leftKey(token))?.record as Facts['people'][string]['left'];
  return left ? { left } : {};
}

const numbersIn = (item: Item | undefined): Counters => (item?.record as Counters) ?? { cases: 0, papers: 0 };
const yearOf = (now: string): string => civilDateOf(now).slice(0, 4);
const paperKey = (caseId: string, paperId: string): Key => ({
  pk: partitionOf('case', caseId),
  sk: `PAPER#${paperId}`,
});
const unique = (keys: readonly Key[]): Key[] => [...new Map(keys.map((key) => [name(key), key])).values()];

const townshipsOf = (request: FactRequest): readonly string[] => [
  ...(request.township ? [request.township] : []),
  ...(request.townships ?? []),
];

const delegationNames = (request: FactRequest): { name: string; program: string }[] =>
  townshipsOf(request).flatMap((township) =>
    Program.options.map((program) => ({ program, name: delegationKey(program, township) })),
  );

const delegationKeys = (request: FactRequest): { key: Key; program: string }[] =>
  request.county
    ? delegationNames(request).map((one) => ({
        program: one.program,
        key: { pk: partitionOf('county', request.county ?? ''), sk: `DELEGATION#${one.name}` },
      }))
    : [];

function keysOf(request: FactRequest, more: { readonly tokens: readonly string[]; readonly now: string }): Key[] {
  const county = partitionOf('county', request.county ?? '');
  const ofCase = request.case ? partitionOf('case', request.case) : '';
  return [
    ...(request.case
      ? [headKey('case', request.case), ...caseParts.map((part) => ({ pk: ofCase, sk: part.toUpperCase() }))]
      : []),
    ...(request.case && request.paper ? [paperKey(request.case, request.paper)] : []),
    ...(request.county
      ? [headKey('county', request.county), ...countyParts.map((part) => ({ pk: county, sk: part.toUpperCase() }))]
      : []),
    ...(request.notice ? [noticeKey(request.notice)] : []),
    ...(request.importPlan ? [importPlanKey(request.importPlan)] : []),
    ...delegationKeys(request).map(({ key }) => key),
    ...(request.township ? [countersKey(request.township, yearOf(more.now))] : []),
    ...(request.countyPapers ? [countersKey(request.county ?? '', yearOf(more.now))] : []),
    ...(request.staff ?? []).map((id) => ({ pk: county, sk: `STAFF#${id}` })),
    ...kinKeys(request),
    ...(request.attachments ?? []).map(attachmentKey),
    ...(request.subjects ?? []).map(({ kind, id }) => headKey(kind, id)),
    ...more.tokens.flatMap((token) => [...openCaseKeys(token), leftKey(token)]),
  ];
}

type Find = (key: Key) => Item | undefined;
interface HeadRecord {
  readonly version: number;
  readonly chain: string;
  readonly head: unknown;
}

function caseOf(caseId: string, _paper: string | undefined, find: Find): CaseState | undefined {
  const head = find(headKey('case', caseId));
  if (!head) return undefined;
  const parts = Object.fromEntries(
    caseParts.flatMap((part) => {
      const item = find({ pk: partitionOf('case', caseId), sk: part.toUpperCase() });
      return item ? [[part, item.record] as const] : [];
    }),
  );
  return { ...(head.record as HeadRecord), parts: { ...parts, bodies: {} } } as unknown as CaseState;
}

/** A subject without parts: its head item is its whole state. */
function plainState({ kind, id }: SubjectRef, find: Find): AnyState | undefined {
  const head = find(headKey(kind, id));
  return head ? ({ ...(head.record as HeadRecord), parts: {} } as AnyState) : undefined;
}

const subjectsAsked = (request: FactRequest, find: Find): Facts['subjects'] =>
  Object.fromEntries(
    (request.subjects ?? []).flatMap((ref) => {
      const state = plainState(ref, find);
      return state ? [[subjectName(ref), state] as const] : [];
    }),
  );

function countyOf(request: FactRequest, find: Find): CountyState | undefined {
  const county = request.county ?? '';
  const pk = partitionOf('county', county);
  const head = find(headKey('county', county));
  if (!head) return undefined;
  const record = (sk: string): unknown => find({ pk, sk })?.record;
  const group = (prefix: string, ids: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(ids.map((id) => [id, record(`${prefix}#${id}`)]).filter(([, one]) => one !== undefined));
  const single = Object.fromEntries(
    countyParts.map((part) => [part, record(part.toUpperCase())]).filter(([, one]) => one !== undefined),
  );
  const delegations = delegationNames(request).map((one) => one.name);
  const parts = {
    ...single,
    delegations: group('DELEGATION', delegations),
    staff: group('STAFF', request.staff ?? []),
    kin: group('KIN', request.kin ?? []),
  };
  return { ...(head.record as HeadRecord), parts } as unknown as CountyState;
}
