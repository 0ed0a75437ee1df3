import * as z from 'zod';
import type { SealManifest } from '../../../schemas/ledger.ts';
import { ledgerOf } from '../keys.ts';
import type { CaseStore, Item, Write } from '../ports.ts';
import { markKey } from './ledger-keys.ts';

const PAGE = 100;

type Read = (cursor: { cursor?: string }) => Promise<{ readonly items: readonly Item[]; readonly cursor?: string }>;

/** Every item of a list that answers in pages. */
export async function* pages(read: Read): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor ? { cursor } : {});
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** How far each subject of a county is sealed, by kind and number: `case:…`. */
export async function marksOf(store: CaseStore, countyCode: string): Promise<ReadonlyMap<string, number>> {
  const marks = new Map<string, number>();
  const pk = ledgerOf(countyCode);
  const read: Read = (cursor) => store.partition(pk, { prefix: 'MARK#', limit: PAGE, ...cursor });
  for await (const { sk, version } of pages(read)) marks.set(sk.slice('MARK#'.length), version ?? 0);
  return marks;
}

/** Where the events of a case stand in the log, by number: the first is that of event 1. Other subjects may grow for ever and keep none. */
const Mark = z.strictObject({ indices: z.array(z.int().min(0)).optional() });

/** Indices of the sealed events of some cases in the log of their county, in the order of their numbers. */
async function indicesOf(
  store: Pick<CaseStore, 'load'>,
  countyCode: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const ids = new Map(caseIds.map((id) => [markKey(countyCode, 'case', id).sk, id]));
  const found = new Map<string, readonly number[]>();
  for (let at = 0; at < caseIds.length; at += PAGE) {
    const keys = caseIds.slice(at, at + PAGE).map((id) => markKey(countyCode, 'case', id));
    for (const { sk, record } of await store.load(keys)) found.set(ids.get(sk) ?? '', Mark.parse(record).indices ?? []);
  }
  return found;
}

/** Indices of a case's sealed events in the log of its county, in the order of their numbers. */
export const caseIndices = async (
  store: Pick<CaseStore, 'load'>,
  countyCode: string,
  caseId: string,
): Promise<readonly number[]> => (await indicesOf(store, countyCode, [caseId])).get(caseId) ?? [];

interface Sealed {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly seqs: number[];
  readonly indices: number[];
}

function bySubject({ events, from }: SealManifest): readonly Sealed[] {
  const subjects = new Map<string, Sealed>();
  for (const [i, { subjectKind, subjectId, seq }] of events.entries()) {
    const name = `${subjectKind}:${subjectId}`;
    const known = subjects.get(name) ?? { subjectKind, subjectId, seqs: [], indices: [] };
    known.seqs.push(seq);
    known.indices.push(from + i);
    subjects.set(name, known);
  }
  return [...subjects.values()];
}

/** What notes how far a batch has sealed each of its subjects. Noting it again changes nothing. */
export async function markWrites(store: CaseStore, manifest: SealManifest): Promise<readonly Write[]> {
  const { countyCode } = manifest;
  const sealed = bySubject(manifest);
  const cases = sealed.filter(({ subjectKind }) => subjectKind === 'case').map(({ subjectId }) => subjectId);
  const before = await indicesOf(store, countyCode, cases);
  return sealed.map(({ subjectKind, subjectId, seqs, indices }) => {
    const known = (before.get(subjectId) ?? []).slice(0, (seqs[0] ?? 1) - 1);
    const record = subjectKind === 'case' ? { indices: [...known, ...indices] } : {};
    const item = { ...markKey(countyCode, subjectKind, subjectId), version: seqs.at(-1) ?? 0, record };
    return { kind: 'put', role: 'other', item };
  });
}
