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
  zh: '发放',
  en: 'payments: what each household is to be paid and was paid, month by month',
  columns: [
    string('pay_month', '发放月份', 'month it is paid in, YYYY-MM'),
    string('case_id', '案件编号', 'case'),
    string('account_token', '收款账户代号', 'token of the account'),
    bigint('amount_fen', '金额（分）', 'amount in fen'),
    timestamp('paid_at', '到账时间；只知日期，记北京时间零时', 'paid; midnight in Beijing of the day'),
    boolean('on_roster', '在发放名册上', 'whether it stood on a roster'),
    string('roster_id', '名册编号', 'roster'),
    string('failure', '未到账的失败代码', 'code of the failure, where it did not arrive'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['pay_month', 'case_id', 'on_roster'],
  snapshots: true,
  sortedBy: ['pay_month', 'case_id', 'version'],
};

export const villages: LakeTable = {
  zh: '村（居）',
  en: 'villages: the register of divisions of each county',
  columns: [
    string('village_code', '村（居）代码', 'village'),
    string('township_code', '乡镇（街道）代码', 'township'),
    bigint('registered_households', '户籍户数', 'households registered there'),
    double('poverty_rate', '困难发生率', 'share of poor households, 0 to 1'),
    double('lat', '纬度', 'latitude'),
    double('lon', '经度', 'longitude'),
    source,
    ...snapshot,
  ],
  partitions,
  key: ['village_code'],
  snapshots: true,
  sortedBy: ['township_code', 'village_code', 'version'],
};
