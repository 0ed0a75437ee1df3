import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CaseState } from '../functions/core/case-fold.ts';
import { lockOf, lockRecord, personsHeld, personsWhoLeft } from '../functions/core/case-locks.ts';
import { type ContactAsked, contactName } from '../functions/core/contacts.ts';
import { type CountyState, delegationKey, kinOrganisation } from '../functions/core/county-fold.ts';
import type { Event, EventBody } from '../functions/core/event.ts';
import type { Attachment, Counters, Facts } from '../functions/core/facts.ts';
import { type AnyState, fold } from '../functions/core/fold.ts';
import { takesNumber } from '../functions/core/paper.ts';
import { authorise, perform, seal } from '../functions/core/perform.ts';
import { Problem } from '../functions/core/problem.ts';
import type { ProblemCode } from '../functions/core/problem-catalogue.ts';
import { delegationInForce } from '../functions/core/setting.ts';
import { actOf, type FactRequest, type Step } from '../functions/core/step.ts';
import { type SubjectRef, subjectName } from '../functions/core/subject.ts';
import { cn2026 } from '../functions/law/calendar/cn-2026.ts';
import { calendarOf } from '../functions/law/calendar.ts';
import { civilDateOf } from '../functions/law/clock-face.ts';
import { lawPackOn } from '../functions/law/sources.ts';
import { countyOf } from '../functions/law/tenants.ts';
import { hashOfEvent } from '../functions/shell/hash.ts';
import { parsedInput } from '../functions/shell/read-input.ts';
import type { Actor } from '../schemas/actor.ts';
import { AlertDirectory } from '../schemas/alert.ts';
import type { Delegation } from '../schemas/delegation.ts';
import { Divisions } from '../schemas/divisions.ts';
import type { Paper } from '../schemas/paper.ts';
import { ParameterEntry } from '../schemas/parameter.ts';
import { type FiledRelation, NearRelation, type StaffRecord } from '../schemas/staff.ts';
import { fundsIn } from './world-funds.ts';
import { holdsIn, listIn, noticeIn } from './world-lists.ts';

/**
 * The pure core with its state in memory: what the shell does around a step, without a store.
 * Behaviour is tested here by the thousand; the same commands go through HTTP in the flow tests.
 */
export interface World {
  readonly states: Map<string, AnyState>;
  readonly counters: Map<string, Counters>;
  readonly attachments: Map<string, Attachment>;
  readonly events: Event[];
  readonly papers: Map<string, Paper>;
  /** Cases in which a person was ever listed, by token: a county has thousands, and each application asks. */
  readonly listed: Map<string, Set<string>>;
  /** What steps read that stands in no state: a query run, a place in the log. */
  readonly elsewhere?: Pick<Facts, 'run' | 'logged'>;
  /** Another hash than the shell's, where thousands of events are made. */
  readonly hashOf?: (event: Omit<Event, 'hash'>) => string;
}

export interface Played {
  readonly ok: boolean;
  readonly code?: ProblemCode;
  readonly detail?: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: replies are read by field in tests of many steps
  readonly reply?: any;
  readonly event?: Event;
}

export const tokenOf = (idNumber: string): string =>
  `t_${createHash('sha256').update(idNumber).digest('hex').slice(0, 32)}`;
/** Tokens of this world are hashes; the true ones need a key (`test/shell/contact-tokens.test.ts`). */
const contactTokenIn = ({ kind, value }: ContactAsked): string =>
  `${{ phone: 'ph_', address: 'ad_', account: 'a_', person: 't_' }[kind]}${createHash('sha256')
    .update(kind === 'account' ? value : `${kind} ${value}`)
    .digest('hex')
    .slice(0, 32)}`;
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../examples/county/${name}.json`, import.meta.url), 'utf8')) as unknown;

/** An actor of the demonstration county: `at('TC', 't1-tc')` acts for township 649900101. */
export const actor = (post: Actor['post'], personId: string, orgCode?: string): Actor => ({
  personId,
  post,
  orgCode: orgCode ?? orgOf(post, personId),
  clientId: 'test-portal',
});
const orgOf = (post: Actor['post'], personId: string): string => {
  if (post === 'CITY') return '649900';
  if (personId.startsWith('c')) return '649900';
  const township = { t1: '649900101', t2: '649900102', t3: '649900001' }[personId.slice(0, 2)] ?? '649900101';
  return post === 'VC' ? `${township}201` : township;
};

export const emptyWorld = (): World => ({
  states: new Map(),
  counters: new Map(),
  attachments: new Map(),
  events: [],
  papers: new Map(),
  listed: new Map(),
});

/** The demonstration county of examples/county, set up as its steps leave it. */
export function demonstrationWorld(): World {
  const parameters = ParameterEntry.array()
    .parse(read('parameters'))
    .map((entry) => ({
      ...entry,
      id: `${entry.key}${entry.program ? `:${entry.program}` : ''}@${entry.from}~1`,
      enteredBy: 'cc-1',
      enteredAt: '2025-12-20T02:00:00.000Z',
      approvedBy: 'cc-2',
      approvedAt: '2025-12-22T02:00:00.000Z',
    }));
  const granted = read('delegations') as {
    program: Delegation['program'];
    townships: string[];
    legalBasis: Delegation['legalBasis'];
    from: string;
  }[];
  const delegations = granted.flatMap(({ program, townships, legalBasis, from }) =>
    townships.map((townshipCode): [string, Delegation] => [
      delegationKey(program, townshipCode),
      {
        delegationId: `${program}-${townshipCode}-${from}`,
        countyCode: '649900',
        townshipCode,
        program,
        legalBasis,
        from,
      },
    ]),
  );
  const staff = (
    read('staff') as {
      personId: string;
      idNumber: string;
      posts: StaffRecord['posts'];
      relatives: { idNumber: string; relation: string }[];
      activeFrom: string;
    }[]
  ).map(
    (one): StaffRecord => ({
      personId: one.personId,
      token: tokenOf(one.idNumber),
      posts: one.posts,
      relatives: one.relatives.map(({ idNumber, relation }) => ({
        person: tokenOf(idNumber),
        relation: NearRelation.parse(relation),
      })),
      activeFrom: one.activeFrom,
    }),
  );
  const kin: Record<string, Record<string, { staff: string; relation: FiledRelation }[]>> = {};
  for (const { personId, token, posts, relatives } of staff)
    for (const org of new Set(posts.map(({ orgCode }) => kinOrganisation(orgCode))))
      for (const { person, relation } of [{ person: token, relation: 'self' as const }, ...relatives]) {
        const index = kin[org] ?? {};
        kin[org] = index;
        index[person] = [...(index[person] ?? []), { staff: personId, relation }];
      }
  const county: CountyState = {
    version: 1,
    chain: '',
    head: { countyCode: '649900' },
    parts: {
      divisions: Divisions.parse(read('divisions')),
      parameters,
      calendars: { notices: [cn2026], regional: [] },
      directory: AlertDirectory.parse(read('alert-directory')),
      delegations: Object.fromEntries(delegations),
      staff: Object.fromEntries(staff.map((one) => [one.personId, one])),
      kin,
    },
  };
  const world = emptyWorld();
  world.states.set('county:649900', county);
  return world;
}

/** Registers a file whose bytes are there, and answers its id. */
export function attach(world: World, name: string, stored: Attachment['stored'] = 'verified'): string {
  const attachmentId = `att-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
  const sha256 = createHash('sha256').update(`file ${name}`).digest('hex');
  world.attachments.set(attachmentId, {
    attachmentId,
    countyCode: '649900',
    sha256,
    size: 1000,
    contentType: 'image/jpeg',
    purpose: 'test',
    stored,
  });
  return attachmentId;
}

const stateOf = <S>(world: World, key: string): S | undefined => world.states.get(key) as S | undefined;

/** One command: authorise, parse, load facts, perform, seal, fold. A refusal leaves the world as it was. */
export function play<I, R>(
  world: World,
  step: Step<I, R>,
  command: { actor: Actor; now: string; params?: Record<string, string>; input?: unknown; names?: Facts['names'] },
): Played {
  const { actor: who, now, params = {} } = command;
  try {
    authorise(actOf(step), who);
    const raw = command.input ?? {};
    const prohibited = step.prohibited?.(raw);
    if (prohibited) throw new Problem(prohibited.code, prohibited.detail);
    const input = parsedInput(step, raw);
    const requestKey = createHash('sha256').update(`request ${world.events.length}`).digest('hex');
    const facts = factsOf(world, step, {
      input,
      params: { requestKey, ...params },
      actor: who,
      now,
      names: command.names ?? {},
    });
    const outcome = perform(step, { facts, input, now });
    step.output.parse(outcome.reply);
    if (!outcome.event) return { ok: true, reply: outcome.reply };
    const subject = outcome.subject ?? { kind: 'case' as const, id: facts.case?.head.caseId ?? '' };
    const asked = step.facts({ input, params, actor: who });
    const keep = (ref: SubjectRef, body: EventBody): Event => {
      const event = sealed(world, { ref, body, facts, step: step.id, now });
      const after = fold(world.states.get(subjectName(ref)), event);
      world.states.set(subjectName(ref), after);
      if (ref.kind === 'case') list(world, after as CaseState);
      world.events.push(event);
      count(world, event, { now, township: asked.township ?? '', county: asked.county ?? '' });
      return event;
    };
    const event = keep(subject, outcome.event);
    for (const one of outcome.also ?? []) keep(one.subject, one.event);
    return { ok: true, reply: outcome.reply, event };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, code: error.code, detail: error.detail };
    throw error;
  }
}

function sealed(
  world: World,
  of: {
    readonly ref: SubjectRef;
    readonly body: EventBody;
    readonly facts: Facts;
    readonly step: string;
    readonly now: string;
  },
): Event {
  const { ref, body, facts, step, now } = of;
  const notices = facts.county?.parts.calendars;
  const inForce = delegationInForce(facts, civilDateOf(now));
  return seal(
    body,
    {
      subject: ref,
      before: world.states.get(subjectName(ref)),
      actor: facts.actor,
      step,
      at: now,
      countyCode: countyOf(ref.id),
      lawPack: lawPackOn(civilDateOf(now)),
      calendar: notices ? calendarOf(notices.notices, notices.regional).version : '',
      ...(inForce ? { delegationId: inForce } : {}),
    },
    world.hashOf ?? hashOfEvent,
  );
}

function list(world: World, { head, parts }: CaseState): void {
  for (const { person } of parts.household.members) {
    const cases = world.listed.get(person) ?? new Set();
    world.listed.set(person, cases.add(head.caseId));
  }
}

/** Numbers given by the organs whose counters the act asked for. */
function count(world: World, event: Event, at: { now: string; township: string; county: string }): void {
  for (const organ of [at.township, at.county]) {
    const key = `${organ} ${civilDateOf(at.now).slice(0, 4)}`;
    const { cases, papers } = world.counters.get(key) ?? { cases: 0, papers: 0 };
    const issued = (event.papers ?? []).filter((paper) => paper.issuer === organ && takesNumber(paper)).length;
    const opened = event.type === 'application-submitted' && organ.length === 9 ? 1 : 0;
    if (issued + opened > 0) world.counters.set(key, { cases: cases + opened, papers: papers + issued });
  }
  if (event.subjectKind !== 'case') return;
  for (const paper of event.papers ?? []) world.papers.set(`${event.subjectId} ${paper.paperId}`, paper);
}

/** Codes in this world are the names of their papers: the true ones need a key (`test/shell/paper-code.test.ts`). */
function codedIn(request: FactRequest): FactRequest {
  const [caseId, paperId] = request.coded?.code.split('/') ?? [];
  return caseId && paperId ? { ...request, case: caseId, paper: paperId, county: caseId.slice(0, 6) } : request;
}

function factsOf<I>(
  world: World,
  step: Step<I, unknown>,
  call: { input: I; params: Record<string, string>; actor: Actor; now: string; names: Facts['names'] },
): Facts {
  const request = codedIn(step.facts(call));
  const year = civilDateOf(call.now).slice(0, 4);
  const openIn = (token: string) =>
    [...(world.listed.get(token) ?? [])]
      .flatMap((caseId) => stateOf<CaseState>(world, `case:${caseId}`) ?? [])
      .filter((one) => personsHeld(one).includes(token));
  const openCases = (token: string) => openIn(token).map(lockRecord);
  const leftIn = (token: string) => {
    const found = [...(world.listed.get(token) ?? [])].flatMap((caseId) => {
      const one = stateOf<CaseState>(world, `case:${caseId}`);
      return one ? personsWhoLeft(one).flatMap(({ person, on }) => (person === token ? [{ caseId, on }] : [])) : [];
    });
    return found.length > 0 ? { left: found.at(-1) } : {};
  };
  const { membersHeldBy: lock } = request;
  const asked = request.case ? stateOf<CaseState>(world, `case:${request.case}`) : undefined;
  const membersOpen = Object.fromEntries(
    (lock ? (asked?.parts.household.members ?? []) : []).flatMap(({ person }) =>
      openIn(person)
        .filter(({ head }) => lockOf(head.program) === lock)
        .map((one) => [person, lockRecord(one)] as const),
    ),
  );
  const { rosters, ...funds } = fundsIn(world.states, request);
  return {
    ...funds,
    membersOpen,
    holds: request.holdsOfCase && asked ? holdsIn(world, asked) : undefined,
    actor: call.actor,
    params: call.params,
    case: request.case ? stateOf<CaseState>(world, `case:${request.case}`) : undefined,
    county: request.county ? stateOf<CountyState>(world, `county:${request.county}`) : undefined,
    counters: request.township
      ? (world.counters.get(`${request.township} ${year}`) ?? { cases: 0, papers: 0 })
      : undefined,
    countyCounters: request.countyPapers
      ? (world.counters.get(`${request.county} ${year}`) ?? { cases: 0, papers: 0 })
      : undefined,
    people: Object.fromEntries(
      (request.people ?? []).map((id) => [
        id,
        { token: tokenOf(id), open: openCases(tokenOf(id)), ...leftIn(tokenOf(id)) },
      ]),
    ),
    contacts: Object.fromEntries((request.contacts ?? []).map((one) => [contactName(one), contactTokenIn(one)])),
    attachments: Object.fromEntries(
      (request.attachments ?? []).flatMap((id) => (world.attachments.has(id) ? [[id, world.attachments.get(id)]] : [])),
    ) as Facts['attachments'],
    paper: request.case && request.paper ? world.papers.get(`${request.case} ${request.paper}`) : undefined,
    subjects: {
      ...rosters,
      ...Object.fromEntries(
        (request.subjects ?? []).flatMap((ref) => {
          const state = world.states.get(subjectName(ref));
          return state ? [[subjectName(ref), state] as const] : [];
        }),
      ),
    },
    address: request.address ? createHash('sha256').update(request.address).digest('hex').slice(0, 40) : undefined,
    notice: request.notice ? noticeIn(world, request.notice) : undefined,
    list: request.list ? listIn(world, request.list, call.now) : undefined,
    run: request.run ? world.elsewhere?.run : undefined,
    logged: request.logged ? world.elsewhere?.logged : undefined,
    callback: request.callback === undefined ? undefined : 'allowed',
    names: call.names,
  };
}

/** A case of the world, or an error: for assertions. */
export function caseIn(world: World, caseId: string): CaseState {
  const state = stateOf<CaseState>(world, `case:${caseId}`);
  if (!state) throw new Error(`no case ${caseId}`);
  return state;
}

/** The events of a case folded from nothing: what its state must equal. */
export const refolded = (world: World, caseId: string): AnyState | undefined =>
  world.events.filter(({ subjectId }) => subjectId === caseId).reduce<AnyState | undefined>(fold, undefined);

/** Noon in Asia/Shanghai of a civil date. */
export const noon = (on: string, time = '10:00'): string => new Date(`${on}T${time}:00+08:00`).toISOString();
