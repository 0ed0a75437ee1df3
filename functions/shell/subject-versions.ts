import type { SubjectKind, SubjectRef } from '../core/subject.ts';
import { countedIn } from './keys.ts';
import type { CaseStore } from './ports.ts';

/** A subject with the number of its events. */
export interface VersionedSubject extends SubjectRef {
  readonly version: number;
}

/** Every subject of a division, of one kind where it is named, with the number of its events; what it holds is not read. */
export async function* versionsOf(
  store: Pick<CaseStore, 'versions'>,
  division: string,
  only?: SubjectKind,
): AsyncGenerator<VersionedSubject> {
  const prefix = only && { prefix: `${only}:` };
  let cursor: string | undefined;
  do {
    const page = await store.versions(countedIn(division), { ...prefix, ...(cursor && { cursor }) });
    for (const { name, version } of page.subjects) {
      const end = name.indexOf(':');
      yield { kind: name.slice(0, end) as SubjectKind, id: name.slice(end + 1), version };
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}
