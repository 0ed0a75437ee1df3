import type { TableWords } from './words.ts';

export const staff: TableWords = {
  zh: '工作人员',
  en: 'staff: one row for each post a person holds or held',
  columns: {
    staff_id: ['工作人员编号，即事件中的行为人', 'staff member, as events name who acted'],
    person_id: ['本人代号', 'token of the person'],
    role: ['岗位', 'post'],
    org_level: ['层级：village、township、county、city、region、provider', 'level of the organisation'],
    org_code: ['机构代码', 'organisation of the post'],
    township_code: ['乡镇（街道）代码', 'township of the organisation, if any'],
    village_code: ['村（居）代码', 'village of the organisation, if any'],
    phone_token: ['电话代号', 'token of the phone'],
    address_token: ['住址代号', 'token of the address'],
    account_token: ['收款账户代号', 'token of the payee account'],
    active_from: ['任职起', 'first day'],
    active_to: ['任职止', 'last day, if it ended'],
  },
};

export const households: TableWords = {
  zh: '家庭',
  en: 'households: the household of each case',
  columns: {
    hh_id: ['家庭编号', 'household'],
    village_code: ['村（居）代码', 'village'],
    township_code: ['乡镇（街道）代码', 'township'],
    address_token: ['住址代号', 'token of the address'],
    lat: ['纬度：首次有定位的入户调查', 'latitude of the first visit with a place'],
    lon: ['经度', 'longitude'],
    split_from_hh: ['由哪一家庭分出', 'household it was split from'],
    split_on: ['分户日期', 'day of the split'],
    composition_key: ['成员构成键：成员相同则相同', 'key of the composition: the same people, the same key'],
  },
};

export const members: TableWords = {
  zh: '家庭成员',
  en: 'members: who is or was listed in a household',
  columns: {
    person_id: ['本人代号', 'token of the person'],
    hh_id: ['家庭编号', 'household'],
    relation: ['与申请人的关系（GB/T 4761）', 'relation to the applicant'],
    birth_year: ['出生年份', 'year of birth'],
    phone_token: ['电话代号', 'token of the phone'],
    disabled: ['残疾', 'has a disability'],
    severe_illness: ['重特大疾病', 'has a severe illness'],
    died_on: ['死亡日期', 'day of death'],
    left_on: ['不再共同生活之日', 'day since when the person lives elsewhere'],
  },
};

export const kinship: TableWords = {
  zh: '亲属关系',
  en: 'kinship: known relations, from filings, the register of staff or an import',
  columns: {
    person_a: ['工作人员本人代号', 'token of the staff member'],
    person_b: ['亲属代号', 'token of the relative'],
    relation: ['person_b 是 person_a 的何种亲属', 'what person_b is to person_a'],
    source: ['来源：filing 备案、register 登记、import 导入', 'filing on a case, register of staff, or import'],
    valid_from: ['起', 'known or valid from'],
    valid_to: ['止', 'until'],
    case_id: ['备案的案件', 'case of the filing'],
  },
};
