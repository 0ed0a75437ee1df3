import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../../functions/core/event.ts';
import { type SubjectKind, subjectKinds } from '../../functions/core/subject.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { eventPartition, partitionOf, subjectsOf } from '../../functions/shell/keys.ts';
import type { Item, Ports } from '../../functions/shell/ports.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import type { Benefit, Entitlement } from '../../schemas/benefit.ts';
import type { CaseStatus } from '../../schemas/case.ts';
import type { Paper } from '../../schemas/paper.ts';
import { Program } from '../../schemas/program.ts';
import { papersStored } from './demo-papers.ts';
import type { Play, PlayedCase } from './play-examples.ts';

/** What a case must have come to: fields of its view, its money month by month, its papers, and each alert with recipients and time. */
export interface Expected {
  readonly case: Readonly<Record<string, unknown>>;
  /** As decided, in order: what is paid from which month on, in fen; once, or as a recognition without money. */
  readonly entitlements: readonly ExpectedEntitlement[];
  /** How many papers were issued. */
  readonly papers: number;
  readonly alerts: readonly ExpectedAlert[];
}
export type ExpectedEntitlement = Pick<Entitlement, 'kind' | 'fromMonth' | 'untilMonth' | 'amountFen'>;
export interface ExpectedAlert {
  readonly level: string;
  readonly term: string;
  readonly on: string;
  /** When it went out, UTC. */
  readonly at: string;
  readonly to: readonly string[];
}

async function all(
  read: (cursor: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly cursor?: string }>,
): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

const subjects = (ports: Ports, county: string, kind: SubjectKind): Promise<Item[]> =>
  all((cursor) => ports.store.index('k', subjectsOf(county, kind), cursor ? { cursor } : {}));

/** Every alert of a county, in order of its true time. */
export async function alertsOf(ports: Ports, county: string): Promise<readonly AlertRecord[]> {
  const items = await subjects(ports, county, 'alert');
  return items
    .map(({ record }) => (record as { head: AlertRecord }).head)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.alertId < b.alertId ? -1 : 1));
}

/** Counts a county's events and the breaks in their chains: numbers without gaps, each hash right and tied to the one before. */
export async function checkChains(
  ports: Ports,
  county: string,
): Promise<{ readonly events: number; readonly broken: number }> {
  let events = 0;
  let broken = 0;
  for (const kind of subjectKinds)
    for (const subject of await subjects(ports, county, kind)) {
      let chain = '';
      const id = subject.k?.sk ?? '';
      const found = await all((cursor) => ports.store.partition(eventPartition(kind, id), cursor ? { cursor } : {}));
      for (const [i, { record }] of found.entries()) {
        const { hash, ...unhashed } = record as Event;
        if (unhashed.seq !== i + 1 || unhashed.prevHash !== chain || hashOfEvent(unhashed) !== hash) broken += 1;
        chain = hash;
        events += 1;
      }
    }
  return { events, broken };
}

/** A household came to the end of its program: its aid ended or was settled, and nothing of it is open. */
const over: readonly CaseStatus[] = ['ended', 'settled', 'revoked'];

/** Programs of which a household was granted aid and came to the end of it, by what is stored of the cases. */
export const programsThrough = (cases: readonly PlayedCase[]): readonly Program[] =>
  Program.options.filter((program) =>
    cases.some(
      ({ view }) =>
        view.program === program && view.decision === 'confirmed' && over.includes(view.status) && view.endedOn,
    ),
  );

/** Programs of which none did. */
export const programsLeft = (cases: readonly PlayedCase[]): readonly Program[] => {
  const through = programsThrough(cases);
  return Program.options.filter((program) => !through.includes(program));
};

const expectedFile = new URL('../../examples/expected.json', import.meta.url);
export const readExpected = (): Readonly<Record<string, Expected>> =>
  JSON.parse(readFileSync(expectedFile, 'utf8')) as Record<string, Expected>;

/** What is stored of a case beside its view. */
export interface Stored {
  readonly entitlements: readonly ExpectedEntitlement[];
  readonly papers: readonly Paper[];
}

/** What is stored of each played case, by case id. */
export async function storedOf(ports: Ports, cases: readonly PlayedCase[]): Promise<ReadonlyMap<string, Stored>> {
  const found = new Map<string, Stored>();
  for (const { caseId } of cases) {
    const [benefit] = await ports.store.load([{ pk: partitionOf('case', caseId), sk: 'BENEFIT' }]);
    const { entitlements = [] } = (benefit?.record ?? {}) as Partial<Benefit>;
    found.set(caseId, { entitlements: entitlements.map(briefly), papers: await papersStored(ports, caseId) });
  }
  return found;
}

const briefly = ({ kind, fromMonth, untilMonth, amountFen }: Entitlement): ExpectedEntitlement => ({
  kind,
  fromMonth,
  ...(untilMonth ? { untilMonth } : {}),
  amountFen,
});

/** What a play left behind: the alerts of the county and what is stored of its cases. */
export interface Left {
  readonly alerts: readonly AlertRecord[];
  readonly stored: ReadonlyMap<string, Stored>;
}

/** What a played case came to, in the form of `expected.json`. */
export const outcomeOf = (played: PlayedCase, { alerts, stored }: Left, fields: readonly string[]): Expected => ({
  entitlements: stored.get(played.caseId)?.entitlements ?? [],
  papers: stored.get(played.caseId)?.papers.length ?? 0,
  case: Object.fromEntries(
    fields.flatMap((field) => (field in played.view ? [[field, played.view[field as keyof typeof played.view]]] : [])),
  ),
  alerts: alerts
    .filter(({ caseId }) => caseId === played.caseId)
    .map(({ level, term, on, deliveredAt, recipients }) => ({
      level,
      term,
      on,
      at: deliveredAt ?? '',
      to: recipients,
    })),
});

/** Every difference between what came and what was expected, as lines for a reader. */
export function differences(play: Play, left: Left): readonly string[] {
  const expected = readExpected();
  const ids = [...new Set([...Object.keys(expected), ...play.cases.map(({ id }) => id)])];
  return ids.flatMap((id) => {
    const wanted = expected[id];
    const played = play.cases.find((one) => one.id === id);
    if (!wanted || !played) return [`${id}: ${wanted ? 'not played' : 'not expected'}`];
    const came = outcomeOf(played, left, Object.keys(wanted.case));
    return [
      ...compared(`${id} case`, came.case, wanted.case),
      ...compared(`${id} entitlements`, came.entitlements, wanted.entitlements),
      ...compared(`${id} papers`, came.papers, wanted.papers),
      ...comparedAlerts(id, came.alerts, wanted.alerts),
    ];
  });
}

const compared = (what: string, came: unknown, wanted: unknown): string[] =>
  isDeepStrictEqual(came, wanted) ? [] : [`${what}: expected ${JSON.stringify(wanted)}, came ${JSON.stringify(came)}`];

function comparedAlerts(id: string, came: readonly ExpectedAlert[], wanted: readonly ExpectedAlert[]): string[] {
  const text = (one: ExpectedAlert): string => JSON.stringify([one.level, one.term, one.on, one.at, [...one.to]]);
  const has = new Set(came.map(text));
  const wants = new Set(wanted.map(text));
  return [
    ...[...wants].filter((one) => !has.has(one)).map((one) => `${id} alert missing: ${one}`),
    ...[...has].filter((one) => !wants.has(one)).map((one) => `${id} alert not expected: ${one}`),
  ];
}
