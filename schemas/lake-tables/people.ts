import { bigint, boolean, date, double, type LakeTable, partitions, snapshot, source, string } from '../lake-column.ts';

/** One row a post: who holds two posts has two rows with one `person_id`. */
export const staff: LakeTable = {
  columns: [
    string('staff_id'),
    string('person_id'),
    string('role'),
    string('org_level'),
    string('org_code'),
    string('township_code'),
    string('village_code'),
    string('phone_token'),
    string('address_token'),
    string('account_token'),
    date('active_from'),
    date('active_to'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['staff_id', 'role', 'org_code', 'township_code'],
  snapshots: true,
  sortedBy: ['township_code', 'staff_id', 'version'],
};

/** The household of a case; the same people in two cases have one `composition_key`. */
export const households: LakeTable = {
  columns: [
    string('hh_id'),
    string('village_code'),
    string('township_code'),
    string('address_token'),
    double('lat'),
    double('lon'),
    string('split_from_hh'),
    date('split_on'),
    string('composition_key'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['hh_id'],
  snapshots: true,
  sortedBy: ['township_code', 'hh_id', 'version'],
};

/** Members by token, with the year of birth and never more of it. */
export const members: LakeTable = {
  columns: [
    string('person_id'),
    string('hh_id'),
    string('relation'),
    bigint('birth_year'),
    string('phone_token'),
    boolean('disabled'),
    boolean('severe_illness'),
    date('died_on'),
    date('left_on'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['hh_id', 'person_id'],
  snapshots: true,
  sortedBy: ['hh_id', 'person_id', 'version'],
};

/** Relations between staff and others: from filings on a case, from the register of staff, or imported. */
export const kinship: LakeTable = {
  columns: [
    string('person_a'),
    string('person_b'),
    string('relation'),
    string('source'),
    date('valid_from'),
    date('valid_to'),
    string('case_id'),
    ...snapshot,
  ],
  partitions,
  key: ['person_a', 'person_b', 'source', 'case_id'],
  snapshots: true,
  sortedBy: ['person_a', 'person_b', 'version'],
};
