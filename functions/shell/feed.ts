import * as z from 'zod';
import type { CaseHead } from '../../schemas/case.ts';
import type { Change } from '../../schemas/change.ts';
import { viewOf } from '../core/case-view.ts';
import { feedOf, positionText } from '../core/list-keys.ts';
import type { CaseStore, Item, Key, Write } from './ports.ts';

/** A case as one version of it stands in the table. */
export interface FeedImage {
  readonly head: CaseHead;
  readonly version: number;
}

/** One change of a case, as the feed keeps it: what `GET /v1/changes` answers, and whose case it is. */
export interface FeedEntry extends Change {
  /** The caller that submitted it and the person it acted for: who may follow an applicant's case. */
  readonly clientId: string;
  readonly owner?: string;
}

const ATTEMPTS = 20;
/** Two writes an entry and the head: within the 100 writes of a transaction. */
const A_TRANSACTION = 45;

const stateKey = (county: string): Key => ({ pk: `FEEDSTATE#${county}`, sk: 'HEAD' });
const lastKey = (county: string, caseId: string): Key => ({ pk: `FEEDSTATE#${county}`, sk: `CASE#${caseId}` });
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

const Next = z.object({ next: z.int().min(1) });

const entryOf = ({ head, version }: FeedImage): FeedEntry => ({
  caseId: head.caseId,
  version,
  clientId: head.clientId,
  ...(head.owner ? { owner: head.owner } : {}),
  view: viewOf(head, version),
});

/** Entries not fed yet, each case's versions rising. */
function fresh(images: readonly FeedImage[], fedSoFar: ReadonlyMap<string, number>): readonly FeedImage[] {
  const last = new Map(fedSoFar);
  return images.filter(({ head, version }) => {
    if (version <= (last.get(head.caseId) ?? 0)) return false;
    last.set(head.caseId, version);
    return true;
  });
}

interface Known {
  readonly state: Item | undefined;
  readonly versions: ReadonlyMap<string, number>;
  readonly county: string;
}

async function known(store: CaseStore, county: string, images: readonly FeedImage[]): Promise<Known> {
  const cases = [...new Set(images.map(({ head }) => head.caseId))];
  const items = await store.load([stateKey(county), ...cases.map((caseId) => lastKey(county, caseId))]);
  const byName = new Map(items.map((item) => [nameOf(item), item]));
  const versions = new Map(cases.map((id) => [id, byName.get(nameOf(lastKey(county, id)))?.version ?? 0]));
  return { state: byName.get(nameOf(stateKey(county))), versions, county };
}

function writesOf({ state, county }: Known, images: readonly FeedImage[]): Write[] {
  const next = state ? Next.parse(state.record).next : 1;
  const version = (state?.version ?? 0) + 1;
  const moved: Item = { ...stateKey(county), version, record: { next: next + images.length } };
  const latest = new Map(images.map((image) => [image.head.caseId, image.version]));
  return [
    state
      ? { kind: 'put-at', role: 'version', item: moved, expected: version - 1 }
      : { kind: 'put-new', role: 'version', item: moved },
    ...images.map((image, i): Write => {
      const key = { pk: feedOf(county), sk: positionText(next + i) };
      return { kind: 'put-new', role: 'version', item: { ...key, version: 1, record: entryOf(image) } };
    }),
    ...[...latest].map(([caseId, fed]): Write => {
      return { kind: 'put', role: 'other', item: { ...lastKey(county, caseId), version: fed, record: {} } };
    }),
  ];
}

const pause = (attempt: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(400, 10 * 2 ** attempt)));

async function appendToCounty(store: CaseStore, county: string, images: readonly FeedImage[]): Promise<number> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await known(store, county, images);
    const entries = fresh(images, before.versions);
    if (entries.length === 0) return 0;
    const result = await store.commit(writesOf(before, entries));
    if (result.ok) return entries.length;
    await pause(attempt);
  }
  throw new Error(`the feed of ${county} could not be moved`);
}

/**
 * Appends versions of cases to their counties' feeds, in the order given, and answers how many were new. Positions, the head
 * and each case's last version move in one transaction: two writers at once or a batch delivered again never give a case's
 * version twice, and no case ever goes back. Throws when the feed cannot be moved; then the same images must come again.
 */
export async function appendFeed(store: CaseStore, images: readonly FeedImage[]): Promise<number> {
  const counties = [...new Set(images.map(({ head }) => head.countyCode))];
  let fed = 0;
  for (const county of counties) {
    const ofCounty = images.filter(({ head }) => head.countyCode === county);
    for (let at = 0; at < ofCounty.length; at += A_TRANSACTION)
      fed += await appendToCounty(store, county, ofCounty.slice(at, at + A_TRANSACTION));
  }
  return fed;
}
