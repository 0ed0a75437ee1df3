import * as z from 'zod';
import type { SealManifest } from '../../../schemas/ledger.ts';
import { ledgerOf } from '../keys.ts';
import type { CaseStore, Item, Write } from '../ports.ts';
import { markKey } from './ledger-keys.ts';

const PAGE = 100;
/** At most 100 writes a transaction. */
const A_TRANSACTION = 100;

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

/** Indices of a case's sealed events in the log of its county, in the order of their numbers. */
export async function caseIndices(store: CaseStore, countyCode: string, caseId: string): Promise<readonly number[]> {
  const [item] = await store.load([markKey(countyCode, 'case', caseId)]);
  return item ? (Mark.parse(item.record).indices ?? []) : [];
}

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

async function markWrite(store: CaseStore, countyCode: string, sealed: Sealed): Promise<Write> {
  const { subjectKind, subjectId, seqs, indices } = sealed;
  const before = subjectKind === 'case' ? await caseIndices(store, countyCode, subjectId) : [];
  const record = subjectKind === 'case' ? { indices: [...before.slice(0, (seqs[0] ?? 1) - 1), ...indices] } : {};
  const item = { ...markKey(countyCode, subjectKind, subjectId), version: seqs.at(-1) ?? 0, record };
  return { kind: 'put', role: 'other', item };
}

/** Notes how far a batch has sealed each of its subjects. Noting it again changes nothing. */
export async function mark(store: CaseStore, manifest: SealManifest): Promise<void> {
  const sealed = bySubject(manifest);
  for (let at = 0; at < sealed.length; at += A_TRANSACTION) {
    const some = sealed.slice(at, at + A_TRANSACTION);
    await store.commit(await Promise.all(some.map((one) => markWrite(store, manifest.countyCode, one))));
  }
}
