import type { TableWords } from './words.ts';

export const payments: TableWords = {
  zh: '发放',
  en: 'payments: what each household is to be paid and was paid, month by month',
  columns: {
    pay_month: ['发放月份', 'month it is paid in, YYYY-MM'],
    case_id: ['案件编号', 'case'],
    account_token: ['收款账户代号', 'token of the account'],
    amount_fen: ['金额（分）', 'amount in fen'],
    paid_at: ['到账时间；只知日期，记北京时间零时', 'paid; midnight in Beijing of the day'],
    on_roster: ['在发放名册上', 'whether it stood on a roster'],
    roster_id: ['名册编号', 'roster'],
    failure: ['未到账的失败代码', 'code of the failure, where it did not arrive'],
  },
};

export const villages: TableWords = {
  zh: '村（居）',
  en: 'villages: the register of divisions of each county',
  columns: {
    village_code: ['村（居）代码', 'village'],
    township_code: ['乡镇（街道）代码', 'township'],
    registered_households: ['户籍户数', 'households registered there'],
    poverty_rate: ['困难发生率', 'share of poor households, 0 to 1'],
    lat: ['纬度', 'latitude'],
    lon: ['经度', 'longitude'],
  },
};
