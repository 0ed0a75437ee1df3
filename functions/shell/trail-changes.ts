import type { Trail } from '../../schemas/trail.ts';
import type { SubjectKind } from '../core/subject.ts';
import { countyOf } from '../law/tenants.ts';
import type { TableRow } from '../supervision/lake-rows/table-row.ts';
import { StoredTrail, trailRows } from '../supervision/lake-rows/trail-rows.ts';
import type { Change } from './aws/stream-change.ts';
import { sha256 } from './hash.ts';

/** On which day a version of a subject was recorded. */
export type DayOf = (kind: SubjectKind, id: string, version: number) => string;

const trailOf = (record: unknown): Trail => StoredTrail.parse(record) as unknown as Trail;

/** What the trail of a case says that it did not say before this change. Throws a ZodError where the item is no trail. */
export function rowsOfTrail({ keys, newImage, oldImage }: Change, dayOf: DayOf): readonly TableRow[] {
  const caseId = keys.pk.slice('C#'.length);
  const version = newImage?.version ?? 0;
  const at = { countyCode: countyOf(caseId), version, asOfOn: dayOf('case', caseId, version) };
  const before = oldImage && trailOf(oldImage.record);
  return trailRows(caseId, { now: trailOf(newImage?.record), before }, { at, digest: sha256 });
}
