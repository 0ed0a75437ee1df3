import { bigint, boolean, date, double, type LakeTable, partitions, snapshot, source, string } from '../lake-column.ts';

/** One row a post: who holds two posts has two rows with one `person_id`. */
export const staff: LakeTable = {
  zh: '工作人员',
  en: 'staff: one row for each post a person holds or held',
  columns: [
    string('staff_id', '工作人员编号，即事件中的行为人', 'staff member, as events name who acted'),
    string('person_id', '本人代号', 'token of the person'),
    string('role', '岗位', 'post'),
    string('org_level', '层级：village、township、county、city、region、provider', 'level of the organisation'),
    string('org_code', '机构代码', 'organisation of the post'),
    string('township_code', '乡镇（街道）代码', 'township of the organisation, if any'),
    string('village_code', '村（居）代码', 'village of the organisation, if any'),
    string('phone_token', '电话代号', 'token of the phone'),
    string('address_token', '住址代号', 'token of the address'),
    string('account_token', '收款账户代号', 'token of the payee account'),
    date('active_from', '任职起', 'first day'),
    date('active_to', '任职止', 'last day, if it ended'),
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
  zh: '家庭',
  en: 'households: the household of each case',
  columns: [
    string('hh_id', '家庭编号', 'household'),
    string('village_code', '村（居）代码', 'village'),
    string('township_code', '乡镇（街道）代码', 'township'),
    string('address_token', '住址代号', 'token of the address'),
    double('lat', '纬度：首次有定位的入户调查', 'latitude of the first visit with a place'),
    double('lon', '经度', 'longitude'),
    string('split_from_hh', '由哪一家庭分出', 'household it was split from'),
    date('split_on', '分户日期', 'day of the split'),
    string('composition_key', '成员构成键：成员相同则相同', 'key of the composition: the same people, the same key'),
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
  zh: '家庭成员',
  en: 'members: who is or was listed in a household',
  columns: [
    string('person_id', '本人代号', 'token of the person'),
    string('hh_id', '家庭编号', 'household'),
    string('relation', '与申请人的关系（GB/T 4761）', 'relation to the applicant'),
    bigint('birth_year', '出生年份', 'year of birth'),
    string('phone_token', '电话代号', 'token of the phone'),
    boolean('disabled', '残疾', 'has a disability'),
    boolean('severe_illness', '重特大疾病', 'has a severe illness'),
    date('died_on', '死亡日期', 'day of death'),
    date('left_on', '不再共同生活之日', 'day since when the person lives elsewhere'),
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
  zh: '亲属关系',
  en: 'kinship: known relations, from filings, the register of staff or an import',
  columns: [
    string('person_a', '工作人员本人代号', 'token of the staff member'),
    string('person_b', '亲属代号', 'token of the relative'),
    string('relation', 'person_b 是 person_a 的何种亲属', 'what person_b is to person_a'),
    string('source', '来源：filing 备案、register 登记、import 导入', 'filing on a case, register of staff, or import'),
    date('valid_from', '起', 'known or valid from'),
    date('valid_to', '止', 'until'),
    string('case_id', '备案的案件', 'case of the filing'),
    ...snapshot,
  ],
  partitions,
  key: ['person_a', 'person_b', 'source', 'case_id'],
  snapshots: true,
  sortedBy: ['person_a', 'person_b', 'version'],
};
