import type { FigureUnit } from '../../../schemas/report.ts';
import { amounts, counted, type Measured } from './measured.ts';

/** One figure of the registers: what it is called, its unit, and how it is found; undefined where it says nothing. */
export interface RegisterFigure {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: FigureUnit;
  of(rows: readonly Measured[]): number | undefined;
  /** Why there is no such figure at all (无数据). */
  readonly none?: string;
}

type Of = RegisterFigure['of'];
const figure = (
  id: string,
  [zh, en]: readonly [string, string],
  of: Of,
  unit: FigureUnit = 'count',
): RegisterFigure => ({
  id,
  zh,
  en,
  unit,
  of,
});
const none = (
  id: string,
  [zh, en]: readonly [string, string],
  why: string,
  unit: FigureUnit = 'count',
): RegisterFigure => ({
  id,
  zh,
  en,
  unit,
  of: () => undefined,
  none: why,
});
const count =
  (measure: string, detail?: string): Of =>
  (rows) =>
    counted(rows, measure, detail);

/** Per capita and averages are rounded down to the fen: a register must not show more than was granted. */
const ratio = (sum: number, by: number): number | undefined => (by === 0 ? undefined : Math.floor(sum / by));

const oneOffs: readonly string[] = ['LS_FAST', 'LS_STD'];
const isOneOff = ({ program }: Measured): boolean => oneOffs.includes(program);
const oneOff = (rows: readonly Measured[]): readonly Measured[] => rows.filter(isOneOff);
const lasting = (rows: readonly Measured[]): readonly Measured[] => rows.filter((row) => !isOneOff(row));

/** What stands on the last day of the month. */
const standing: readonly RegisterFigure[] = [
  figure('households', ['在享户数', 'households aided'], count('households')),
  figure('persons', ['在享人数', 'persons aided'], count('persons')),
  figure('monthlyFen', ['当月应发金额', 'due for the month'], (rows) => amounts(rows, 'households'), 'fen'),
  figure(
    'perCapitaFen',
    ['人均补差（月）', 'per capita a month'],
    (rows) => ratio(amounts(rows, 'households'), counted(rows, 'persons')),
    'fen',
  ),
  figure(
    'averageStandardFen',
    ['平均保障标准（月）', 'average standard'],
    (rows) => ratio(amounts(rows, 'standards'), counted(rows, 'standards')),
    'fen',
  ),
  figure('elderly', ['老年人（60周岁以上）', 'aged 60 and over'], count('elderly')),
  figure('minors', ['未成年人', 'minors'], count('minors')),
  figure('women', ['女性', 'women'], count('women')),
  figure('severelyDisabled', ['重度残疾人', 'severely disabled'], count('severelyDisabled')),
  figure('severelyIll', ['重病患者', 'severely ill'], count('severelyIll')),
  figure('workingAge', ['劳动年龄段（16至59周岁）', 'aged 16 to 59'], count('workingAge')),
  figure('employed', ['已就业', 'in work'], count('employed')),
  figure('singlePersons', ['一人户', 'households of one'], count('singlePersons')),
  figure('fading', ['渐退期户数', 'households in fade-out'], count('fading')),
  figure('relativesFiled', ['近亲属备案户数', 'households with a near-relative filing'], count('relativesFiled')),
];

/** What happened in the month. */
const happened: readonly RegisterFigure[] = [
  figure('applications', ['申请', 'applications'], count('application-submitted')),
  figure('accepted', ['受理', 'accepted'], count('application-accepted')),
  figure('refused', ['不予受理', 'refused acceptance'], count('application-refused')),
  figure('newHouseholds', ['新增户数', 'new households'], (rows) =>
    counted(lasting(rows), 'case-decided', 'confirmed'),
  ),
  figure('newPersons', ['新增人数', 'new persons'], (rows) => counted(lasting(rows), 'newPersons')),
  figure('denied', ['不予确认', 'denied'], count('case-decided', 'not-confirmed')),
  figure('withdrawn', ['撤回', 'withdrawn'], count('application-withdrawn')),
  figure('increased', ['增发', 'increased'], count('adjustment-decided', 'increase')),
  figure('reduced', ['减发', 'reduced'], count('adjustment-decided', 'reduce')),
  figure('ended', ['停发', 'stopped'], count('adjustment-decided', 'stop')),
  figure('fadeOuts', ['转入渐退期', 'put into fade-out'], count('fade-out-decided')),
  figure('oneOffTimes', ['临时救助人次', 'times of temporary assistance'], (rows) =>
    counted(oneOff(rows), 'case-decided', 'confirmed'),
  ),
  figure(
    'oneOffFen',
    ['临时救助金额', 'temporary assistance'],
    (rows) => amounts(oneOff(rows), 'case-decided', 'confirmed'),
    'fen',
  ),
  figure('relativeFilings', ['近亲属备案登记', 'near-relative filings'], count('relative-filed')),
  figure('countySurveys', ['县级入户核查', 'county surveys'], count('county-surveyed')),
  figure('objections', ['公示异议', 'objections to publicity'], count('publicity-objected')),
  figure('complaints', ['在办案件的投诉举报', 'complaints about open cases'], count('complaint-recorded')),
  figure('extensions', ['延长办理期限', 'extensions'], count('term-extended')),
  figure('decidedLate', ['超期作出决定', 'decided late'], count('decidedLate')),
  figure(
    'overdue',
    ['月末超期未办（乡镇承担）', 'overdue at the end, held by townships'],
    count('overdue', 'township'),
  ),
  none(
    'dataErrors',
    ['数据质量差错', 'data errors'],
    '不合格数据在录入时即被拒绝，不进入系统 Faulty data are refused on entry',
  ),
];

/** Every figure of the monthly registers (rulebook 7.8), in the order of the printed table. */
export const registerFigures: readonly RegisterFigure[] = [...standing, ...happened];

/** Figures that are shown by their parts too. */
export const partedFigures: readonly (readonly [id: string, measure: string])[] = [
  ['ended', 'stopGround'],
  ['extensions', 'term-extended'],
];
