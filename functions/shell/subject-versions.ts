import type { CaseStore, SubjectVersion } from './ports.ts';

/** Every subject of one partition of the index `k` with the number of its events; what it holds is not read. */
export async function* versionsOf(store: Pick<CaseStore, 'versions'>, pk: string): AsyncGenerator<SubjectVersion> {
  let cursor: string | undefined;
  do {
    const page = await store.versions(pk, cursor ? { cursor } : {});
    yield* page.subjects;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
