import { boolean, date, type LakeTable, partitions, snapshot, source, string, timestamp } from '../lake-column.ts';

export const terms: LakeTable = {
  columns: [
    string('case_id'),
    string('subject_kind'),
    string('subject_id'),
    string('term'),
    date('from_on'),
    date('due_on'),
    date('extended_to'),
    date('ended_on'),
    string('holder_id'),
    string('holder_org'),
    string('last_alert_level'),
    timestamp('last_alert_at'),
    boolean('provisional'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['subject_id', 'term'],
  snapshots: true,
  sortedBy: ['subject_id', 'term', 'version'],
};
