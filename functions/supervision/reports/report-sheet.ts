import type { Divisions } from '../../../schemas/divisions.ts';
import type { RegisterLine, ReportFigure, ReportView } from '../../../schemas/report.ts';
import type { FormRow, PaperSheet } from '../../core/paper-sheet.ts';
import { problems } from '../../core/problem-catalogue.ts';
import { dateText, exampleMark, extensionNames, moneyText, monthText } from '../../documents/wording.ts';
import { programTitles } from '../../law/program-titles.ts';
import { chineseNumeral, cite, citeText } from '../../law/sources.ts';

type Stated = Pick<ReportFigure, 'zh' | 'unit' | 'value' | 'why'>;

const chineseOf = (text: string): string => text.replace(/ [A-Z].*$/, '');

/** A figure as a report writes it; one without a source says why (无数据). */
export function figureText({ zh, unit, value, why }: Stated): string {
  if (value === null) return `${zh}：无数据${why ? `（${chineseOf(why)}）` : ''}`;
  if (unit === 'fen') return `${zh}：${moneyText(value)}`;
  if (unit === 'permille') return `${zh}：${Math.floor(value / 10)}.${value % 10}%`;
  return `${zh}：${value}${unit === 'working-days' ? '个工作日' : ''}`;
}

/** Parts are codes; those with a name in Chinese are told by it. */
const partName = (code: string): string =>
  (extensionNames as Readonly<Record<string, string>>)[code] ??
  (problems as Readonly<Record<string, { readonly zh: string }>>)[code]?.zh ??
  code;

const partsText = (details: NonNullable<ReportView['chapters']>[number]['details']): readonly string[] =>
  details.length === 0
    ? []
    : [`其中：${details.map(({ detail, value }) => `${partName(detail)} ${value ?? '—'}`).join('，')}。`];

function chapterText({
  number,
  zh,
  figures,
  details,
  lines,
}: NonNullable<ReportView['chapters']>[number]): readonly string[] {
  const stated = figures.length === 0 ? [] : [`${figures.map(figureText).join('；')}。`];
  return [`${chineseNumeral(number)}、${zh}`, ...lines, ...stated, ...partsText(details)];
}

const areaNames = { urban: '城市', rural: '农村', '': '' } as const;

function lineText(line: RegisterLine, measures: NonNullable<ReportView['measures']>, divisions: Divisions): FormRow {
  const township = divisions.townships.find(({ code }) => code === line.townshipCode)?.name ?? '县级';
  const program = line.program === '' ? '不分业务' : programTitles[line.program].zh;
  const label = [township, program, areaNames[line.area], line.class && `${line.class}类`].filter(Boolean).join(' ');
  const values = measures.flatMap(({ id, zh, unit }) => {
    const value = line.figures[id];
    return value === undefined ? [] : [value === null ? `${zh}：＊` : figureText({ zh, unit, value })];
  });
  return [{ label, value: values.join('；') }];
}

const titleOf = ({ kind, period }: ReportView): string =>
  kind === 'monthly'
    ? `${monthText(period)}社会救助台账`
    : `关于${period}年社会救助审核确认权限下放工作“回头看”情况的报告`;

/** A finished report on pages (GB/T 9704): the chapters of the look-back, or the totals and lines of the registers. */
export function reportSheet(report: ReportView, divisions: Divisions, today: string): PaperSheet {
  const { asOf = today, chapters = [], totals = [], lines = [], measures = [] } = report;
  const basis = [cite('SEED', '三(三)'), cite('SEED', '二(二)1'), cite('LAW', '§62')].map(citeText);
  const intro = `本报告的数字取自系统，按${dateText(asOf)}当日已登记的事实计算，以后登记的不计入；没有来源的写“无数据”。`;
  return {
    ...(divisions.demonstration ? { mark: exampleMark } : {}),
    title: titleOf(report),
    number: `统计截止${dateText(asOf)}`,
    paragraphs: [
      intro,
      ...chapters.flatMap(chapterText),
      ...(totals.length === 0 ? [] : ['一、全县合计', `${totals.map(figureText).join('；')}。`, '二、分乡镇台账']),
    ],
    ...(lines.length === 0 ? {} : { form: lines.map((line) => lineText(line, measures, divisions)) }),
    closing: [
      ...(lines.some(({ figures }) => Object.values(figures).includes(null)) ? ['＊：不足五户（人），不显示。'] : []),
      `依据：${basis.join('、')}。`,
    ],
    issuer: `${divisions.countyName}民政部门`,
    date: dateText(today),
    issuedOn: today,
  };
}
