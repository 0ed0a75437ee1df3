import type { CivilDate } from '../../schemas/dates.ts';

/**
 * How far a text can be trusted: `law` binds; `policy` is a normative document of the party or a ministry; `practice` is
 * evidence of how others do it; `repealed` explains where a local habit comes from; `design` is no law at all.
 */
export type SourceKind = 'law' | 'policy' | 'standard' | 'practice' | 'repealed' | 'design';

/** One legal source (rulebook 0.2 and Appendix B). */
export interface Source {
  readonly zh: string;
  readonly en: string;
  readonly kind: SourceKind;
  /** 文号. */
  readonly documentNo?: string;
  readonly inForceFrom?: CivilDate;
  /** What to know before relying on it. Every text was read as a third-party copy; none is authoritative by itself. */
  readonly note?: string;
}

const source = (kind: SourceKind, zh: string, en: string, more: Omit<Source, 'zh' | 'en' | 'kind'> = {}): Source =>
  Object.freeze({ zh, en, kind, ...more });

/** Every source by its key. Verify against flk.npc.gov.cn, mca.gov.cn and nx.gov.cn before going live. */
export const sources = Object.freeze({
  SEED: source(
    'policy',
    '关于全面推行最低生活保障等社会救助审核确认权限下放乡镇（街道）的实施方案',
    'Plan of the Ningxia Civil Affairs Department to delegate confirmation to townships',
    { note: '所见文本无日期、无文号 The copy read has neither date nor number' },
  ),
  LAW: source('law', '中华人民共和国社会救助法', 'Social Assistance Law', { inForceFrom: '2026-07-01' }),
  REG649: source('law', '社会救助暂行办法', 'Interim Measures on Social Assistance', {
    documentNo: '国务院令第649号',
    inForceFrom: '2014-05-01',
    note: '2019 年修订；社会救助法施行后是否废止未见明文 Rev. 2019; later repeal unsure',
  }),
  D57: source('policy', '最低生活保障审核确认办法', 'Measures on Confirming the Minimum Living Guarantee', {
    documentNo: '民发〔2021〕57号',
    inForceFrom: '2021-07-01',
  }),
  T43: source('policy', '特困人员认定办法', 'Measures on Recognising Persons in Extreme Difficulty', {
    documentNo: '民发〔2021〕43号',
    inForceFrom: '2021-07-01',
    note: '文号凭记忆 Number recalled',
  }),
  N83: source(
    'policy',
    '关于进一步做好最低生活保障等社会救助兜底保障工作的通知',
    'Notice on Doing Better in Basic Social Assistance',
    { documentNo: '民发〔2022〕83号', inForceFrom: '2022-10-20', note: '文号凭记忆 Number recalled' },
  ),
  R62: source('policy', '刚性支出困难家庭认定办法', 'Measures on Families with Rigid Expenditure', {
    inForceFrom: '2025-01-01',
  }),
  L39: source(
    'policy',
    '关于加强低收入人口动态监测做好分层分类社会救助工作的意见',
    'Opinions on Monitoring Low-Income Population and Layered Assistance',
    { note: '国务院办公厅 2023 年转发 Forwarded in 2023' },
  ),
  Z18: source('policy', '关于改革完善社会救助制度的意见', 'Opinions on Reforming Social Assistance', {
    documentNo: '中办发〔2020〕18号',
  }),
  TA18: source('policy', '关于进一步加强和改进临时救助工作的意见', 'Opinions on Temporary Assistance (2018)', {
    documentNo: '民发〔2018〕23号',
    inForceFrom: '2018-01-23',
  }),
  TA26: source('policy', '关于进一步健全完善临时救助制度的意见', 'Opinions on Temporary Assistance (2026)', {
    inForceFrom: '2026-01-29',
    note: '日期为公布日，只见到开头部分 Date of publication; only the beginning was read',
  }),
  A220: source(
    'repealed',
    '最低生活保障审核审批办法（试行）',
    'Trial Measures on Approving the Minimum Living Guarantee',
    {
      documentNo: '民发〔2012〕220号',
      note: '已由 D57 第四十二条废止，仅说明做法来源 Repealed by D57 §42; origin of practice only',
    },
  ),
  CIVIL: source('law', '中华人民共和国民法典', 'Civil Code', { inForceFrom: '2021-01-01' }),
  LICENSE: source('law', '中华人民共和国行政许可法', 'Administrative Licensing Law', {
    note: '类推参照 By analogy only',
  }),
  CPL: source('law', '中华人民共和国民事诉讼法', 'Civil Procedure Law', {
    inForceFrom: '2024-01-01',
    note: '送达类推参照 Service by analogy',
  }),
  FYF: source('law', '中华人民共和国行政复议法', 'Administrative Reconsideration Law', { inForceFrom: '2024-01-01' }),
  ALL: source('law', '中华人民共和国行政诉讼法', 'Administrative Litigation Law', { inForceFrom: '2017-07-01' }),
  PIPL: source('law', '中华人民共和国个人信息保护法', 'Personal Information Protection Law', {
    inForceFrom: '2021-11-01',
  }),
  XF: source('policy', '信访工作条例', 'Regulations on Petitions', { inForceFrom: '2022-05-01' }),
  ESIGN: source('law', '中华人民共和国电子签名法', 'Electronic Signature Law'),
  GOVINFO: source('law', '中华人民共和国政府信息公开条例', 'Government Information Disclosure Regulations', {
    inForceFrom: '2019-05-15',
  }),
  CSL: source('law', '中华人民共和国网络安全法', 'Cybersecurity Law', { inForceFrom: '2017-06-01' }),
  ARCHIVE: source('law', '中华人民共和国档案法', 'Archives Law', { inForceFrom: '2021-01-01' }),
  ARC: source('policy', '关于加强最低生活保障档案管理的通知', 'Notice on Archives of the Minimum Living Guarantee'),
  HOL: source('policy', '国务院办公厅关于2026年部分节假日安排的通知', 'State Council notice on the holidays of 2026', {
    documentNo: '国办发明电〔2025〕7号',
  }),
  'HOL-REG': source('law', '全国年节及纪念日放假办法', 'Measures on National Festival Holidays', {
    inForceFrom: '2025-01-01',
  }),
  NXHOL: source('policy', '宁夏回族自治区关于开斋节、古尔邦节放假的通知', 'Ningxia notices on ethnic festivals', {
    note: '只见 2019 至 2022 年转载 Reposts of 2019 to 2022 only',
  }),
  GB11643: source('standard', 'GB 11643 公民身份号码', 'GB 11643 Citizen identification number'),
  GB4761: source('standard', 'GB/T 4761 家庭关系代码', 'GB/T 4761 Codes of family relations'),
  GB9704: source('standard', 'GB/T 9704 党政机关公文格式', 'GB/T 9704 Layout of official documents'),
  DIV: source('standard', '统计用区划代码（2023年）', 'Statistical division codes 2023'),
  STATCODE: source('standard', '统计用区划代码和城乡划分代码编制规则', 'Rules of statistical division codes'),
  'DOC-AH': source('practice', '皖民社救函〔2019〕187号', 'Anhui list of assistance documents'),
  'DOC-KJ': source('practice', '四川开江低保档案通知', 'Kaijiang notice on archives'),
  'DOC-NJ': source('practice', '山东宁津文书目录', 'Ningjin list of documents'),
  'PRACT-SX60': source('practice', '商洛市低保工作60问', 'Shangluo questions on evaluation'),
  'PRACT-AQ': source('practice', '安庆市低保民主评议办法', 'Anqing rules on evaluation'),
  'PRACT-NC': source('practice', '某乡镇社会救助桌面系统', 'A township desktop system'),
  DESIGN: source('design', '系统约定', 'Default of this system', {
    note: '非法律规定，县级可用参数调整 Not law; a county may set another value',
  }),
} satisfies Record<string, Source>);

/** The key a citation names its source by. */
export type SourceKey = keyof typeof sources;
