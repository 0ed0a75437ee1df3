import { bigint, binary, type LakeTable, partitions, source, string } from '../lake-column.ts';

/** Hashes stand here as bytes and nowhere else: as hexadecimal text they would be two thirds of the lake. */
export const ledger: LakeTable = {
  columns: [
    bigint('log_index'),
    string('subject_kind'),
    string('subject_id'),
    bigint('seq'),
    binary('event_sha256'),
    binary('prev_sha256'),
    source,
  ],
  partitions,
  key: ['county_code', 'log_index'],
  snapshots: false,
  sortedBy: ['log_index'],
};
