import * as z from 'zod';
import type { SealManifest } from '../../../schemas/ledger.ts';
import { type SubjectKind, type SubjectRef, subjectName } from '../../core/subject.ts';
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

/** Where the events of a case or draw stand in the log, by number: the first is that of event 1. Others may grow for ever and keep none. */
const Mark = z.strictObject({ indices: z.array(z.int().min(0)).optional() });

const keepsIndices = ({ kind }: SubjectRef): boolean => kind === 'case' || kind === 'draw';

/** Indices of the sealed events of some subjects in the log of their county, by name, in the order of their numbers. */
async function indicesOf(
  store: Pick<CaseStore, 'load'>,
  countyCode: string,
  refs: readonly SubjectRef[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const keyOf = ({ kind, id }: SubjectRef) => markKey(countyCode, kind, id);
  const names = new Map(refs.map((ref) => [keyOf(ref).sk, subjectName(ref)]));
  const found = new Map<string, readonly number[]>();
  for (let at = 0; at < refs.length; at += PAGE) {
    const keys = refs.slice(at, at + PAGE).map(keyOf);
    for (const { sk, record } of await store.load(keys))
      found.set(names.get(sk) ?? '', Mark.parse(record).indices ?? []);
  }
  return found;
}

/** Indices of the sealed events of a case or draw in the log of its county, in the order of their numbers. */
export const sealedIndices = async (
  store: Pick<CaseStore, 'load'>,
  countyCode: string,
  ref: SubjectRef,
): Promise<readonly number[]> => (await indicesOf(store, countyCode, [ref])).get(subjectName(ref)) ?? [];

interface Sealed {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly seqs: number[];
  readonly indices: number[];
}

const refOf = ({ subjectKind, subjectId }: Sealed): SubjectRef => ({ kind: subjectKind as SubjectKind, id: subjectId });

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
  const before = await indicesOf(store, countyCode, sealed.map(refOf).filter(keepsIndices));
  return sealed.map((one) => {
    const { subjectKind, subjectId, seqs, indices } = one;
    const known = (before.get(subjectName(refOf(one))) ?? []).slice(0, (seqs[0] ?? 1) - 1);
    const record = keepsIndices(refOf(one)) ? { indices: [...known, ...indices] } : {};
    const item = { ...markKey(countyCode, subjectKind, subjectId), version: seqs.at(-1) ?? 0, record };
    return { kind: 'put', role: 'other', item };
  });
}
