import {
  bigint,
  boolean,
  double,
  type LakeTable,
  partitions,
  snapshot,
  source,
  string,
  timestamp,
} from '../lake-column.ts';

/** One row a household and month of payment, whatever the back pay in it. */
export const payments: LakeTable = {
  columns: [
    string('pay_month'),
    string('case_id'),
    string('account_token'),
    bigint('amount_fen'),
    timestamp('paid_at'),
    boolean('on_roster'),
    string('roster_id'),
    string('failure'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['pay_month', 'case_id', 'on_roster'],
  snapshots: true,
  sortedBy: ['pay_month', 'case_id', 'version'],
};

export const villages: LakeTable = {
  columns: [
    string('village_code'),
    string('township_code'),
    bigint('registered_households'),
    double('poverty_rate'),
    double('lat'),
    double('lon'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['village_code'],
  snapshots: true,
  sortedBy: ['township_code', 'village_code', 'version'],
};
