import { boolean, date, type LakeTable, partitions, snapshot, source, string, timestamp } from '../lake-column.ts';

/** One row a hit: what the verification centre returned about a person, and what became of it. */
export const verifications: LakeTable = {
  columns: [
    string('case_id'),
    string('person_id'),
    string('hit_type'),
    string('origin'),
    timestamp('returned_at'),
    boolean('resolved'),
    string('resolution'),
    timestamp('resolved_at'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['case_id', 'person_id', 'hit_type', 'origin', 'returned_at'],
  snapshots: true,
  sortedBy: ['case_id', 'returned_at', 'version'],
};

export const objections: LakeTable = {
  columns: [
    string('case_id'),
    timestamp('raised_at'),
    string('channel'),
    timestamp('reinvestigated_at'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['case_id', 'raised_at'],
  snapshots: true,
  sortedBy: ['case_id', 'raised_at', 'version'],
};

export const reverifications: LakeTable = {
  columns: [
    string('case_id'),
    string('actor_id'),
    date('due_on'),
    timestamp('done_at'),
    string('result'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['case_id', 'due_on'],
  snapshots: true,
  sortedBy: ['case_id', 'due_on', 'version'],
};
