import { ParameterKey } from '../../schemas/parameter.ts';
import type { SetUpGap } from '../../schemas/readiness.ts';
import { parameterRules } from './parameters.ts';

const officer = '县级民政部门（CC） county civil affairs (CC)';
const twoHanded =
  '县级民政部门（CC），录入和批准须为两人 county civil affairs (CC), entered by one person and approved by another';

const items: Readonly<Record<string, Omit<SetUpGap, 'what'>>> = {
  divisions: { zh: '行政区划登记', en: 'register of divisions', by: officer, how: 'POST /v1/divisions' },
  calendar: { zh: '国务院放假安排', en: 'holiday notice of the State Council', by: officer, how: 'POST /v1/calendars' },
  'alert-directory': {
    zh: '预警督办通讯录',
    en: 'directory of whom alerts go to',
    by: officer,
    how: 'POST /v1/alert-directory',
  },
  'calendar:next-year': {
    zh: '次年放假安排尚未录入，跨年期限均为暂定',
    en: 'the holiday notice of next year: last days that reach into it are provisional',
    by: officer,
    how: 'POST /v1/calendars',
  },
  training: {
    zh: '一年内没有培训记录',
    en: 'no training within a year',
    by: '县级民政部门（CC）或乡镇（街道） county civil affairs (CC) or a township',
    how: 'POST /v1/trainings',
  },
  'review-body': {
    zh: '行政复议机关（县级人民政府）；宁东管委会不是县级政府，没有默认复议机关，须由法制机构确定',
    en: 'the body that hears reviews; 宁东管委会 is no county government and has no default, its legal office names it',
    by: officer,
    how: 'POST /v1/divisions',
  },
};

const published = (program: string): Omit<SetUpGap, 'what'> => ({
  zh: `尚未公开政策：${program}`,
  en: `no policy of ${program} is published`,
  by: twoHanded,
  how: 'POST /v1/policies',
});

const isParameter = (key: string): key is ParameterKey => ParameterKey.safeParse(key).success;

/** A program whose law is not in force on the day is closed everywhere; nobody has to enter anything. */
const notYet = (law: string): Omit<SetUpGap, 'what'> => ({
  zh: `该业务依据的规定（${law}）当日尚未施行`,
  en: `the rule the program rests on (${law}) is not in force on the day`,
  by: '无须录入 nobody',
  how: '',
});

/** What a name in `missing` of `program-closed` means, who enters it and where. Throws for a name nobody described. */
export function setUpGap(what: string): SetUpGap {
  const key = what.replace(/^parameter:/, '');
  if (what.startsWith('parameter:') && isParameter(key)) {
    const { zh, en } = parameterRules[key];
    return { what, zh, en, by: twoHanded, how: 'POST /v1/parameters' };
  }
  if (what.startsWith('policy:')) return { what, ...published(what.slice(7)) };
  if (what.startsWith('law:')) return { what, ...notYet(what.slice(4)) };
  const item = items[what];
  if (!item) throw new Error(`nobody described what ${what} is`);
  return { what, ...item };
}
