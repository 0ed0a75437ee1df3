import type { CivilDate } from '../../../schemas/dates.ts';
import type { LakeRow, RecordedTable } from '../../../schemas/lake.ts';
import { instantOf } from '../../law/clock-face.ts';

/** A row and the table it belongs to. */
export type TableRow = readonly [table: RecordedTable, row: LakeRow];

/** When and where a snapshot holds: the day, the number of the event behind it, the county. */
export interface SnapshotAt {
  readonly countyCode: string;
  readonly version: number;
  readonly asOfOn: CivilDate;
}

/** The columns every snapshot has. */
export const snapshotColumns = ({ countyCode, version, asOfOn }: SnapshotAt): LakeRow => ({
  as_of_on: asOfOn,
  version,
  county_code: countyCode,
  ym: asOfOn.slice(0, 7),
});

/** An instant for what is known by its day only: midnight in Beijing. */
export const midnight = (on: CivilDate | undefined): string | null =>
  on === undefined ? null : instantOf(on, '00:00');
