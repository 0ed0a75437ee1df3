import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { CountyCode, TownshipCode } from './ids.ts';
import { Program } from './program.ts';

export const ReportKind = z.enum(['monthly', 'look-back']).meta({
  id: 'ReportKind',
  description: '报表种类：月度台账、年度“回头看” Monthly registers or the yearly look-back',
  examples: ['monthly'],
});
export type ReportKind = z.infer<typeof ReportKind>;

const Period = z.string().regex(/^20\d{2}(-(0[1-9]|1[0-2]))?$/, '须为 YYYY-MM 或 YYYY');

/** A report asked for: it is made up as of the last day of its period, and the same whenever it is asked for. */
export const ReportRequest = z
  .strictObject({
    kind: ReportKind,
    county: CountyCode.describe('县级代码 county'),
    period: Period.describe('所属期：月度填 YYYY-MM，年度填 YYYY month or year'),
    purpose: z.string().trim().min(2).max(200).describe('用途，随查询一并存证 purpose, kept with the query'),
  })
  .meta({
    id: 'ReportRequest',
    description: '编制报表 Report to be made up',
    examples: [{ kind: 'monthly', county: '649900', period: '2026-08', purpose: '八月月报' }],
  });
export type ReportRequest = z.infer<typeof ReportRequest>;

/** What a figure counts: whole units, fen, working days, or thousandths. */
export const FigureUnit = z.enum(['count', 'fen', 'working-days', 'permille']);
export type FigureUnit = z.infer<typeof FigureUnit>;

/** One figure; without a value it says why there is none (无数据), never zero instead. */
export const ReportFigure = z
  .strictObject({
    id: z.string().describe('指标 figure'),
    zh: z.string().describe('中文名称 Chinese name'),
    en: z.string().describe('英文名称 English name'),
    unit: FigureUnit.describe('单位：个数、分、工作日、千分比 unit'),
    value: z.int().nullable().describe('数值；无数据为空 value, null where there is none'),
    why: z.string().optional().describe('无数据的原因 why there is none'),
  })
  .meta({ id: 'ReportFigure', description: '指标数值 Figure of a report' });
export type ReportFigure = z.infer<typeof ReportFigure>;

const details = z
  .array(
    z.strictObject({
      id: z.string().describe('指标 figure'),
      detail: z.string().describe('分项，如停发原因、延长理由 part'),
      value: z.int().nullable().describe('数值 value'),
    }),
  )
  .describe('分项 parts of a figure');

/** One line of the registers (台账): a township, a program, urban or rural, a class. */
export const RegisterLine = z
  .strictObject({
    townshipCode: z
      .union([TownshipCode, z.literal('')])
      .describe('乡镇（街道）；空为县级 township, empty for the county'),
    program: z.union([Program, z.literal('')]).describe('业务；空为不分业务 program, empty where it is of none'),
    area: z.enum(['urban', 'rural', '']).describe('城乡 urban or rural'),
    class: z.string().max(4).describe('类别 class'),
    figures: z.record(z.string(), z.int().nullable()).describe('各指标数值 values by figure'),
    details,
  })
  .meta({ id: 'RegisterLine', description: '台账行 Line of the registers' });
export type RegisterLine = z.infer<typeof RegisterLine>;

/** A chapter of the yearly report. */
export const ReportChapter = z
  .strictObject({
    number: z.int().min(1).max(11).describe('章序 number'),
    zh: z.string().describe('标题 title'),
    en: z.string().describe('英文标题 title in English'),
    figures: z.array(ReportFigure).describe('指标 figures'),
    details,
    lines: z.array(z.string()).describe('文字 lines of text'),
  })
  .meta({ id: 'ReportChapter', description: '报告章节 Chapter of the report' });
export type ReportChapter = z.infer<typeof ReportChapter>;

/** A report as it is read: poll it until it is no longer running. */
export const ReportView = z
  .strictObject({
    reportId: z.string().describe('报表编号 report'),
    kind: ReportKind,
    county: CountyCode.describe('县级代码 county'),
    period: Period.describe('所属期 period'),
    state: z.enum(['running', 'succeeded', 'failed']).describe('状态：进行中、成功、失败 state'),
    reason: z.string().optional().describe('失败原因 why it failed'),
    asOf: CivilDate.optional().describe('截止日：按当日已登记的事实 as of this day'),
    measures: z
      .array(ReportFigure.omit({ value: true }))
      .optional()
      .describe('台账指标 figures of the registers'),
    lines: z.array(RegisterLine).optional().describe('台账 registers'),
    totals: z.array(ReportFigure).optional().describe('全县合计 totals of the county'),
    chapters: z.array(ReportChapter).optional().describe('章节 chapters'),
  })
  .meta({
    id: 'Report',
    description: '报表 Report',
    examples: [
      {
        reportId: 'report-649900-2026-08-1f0c9a2b7d3e',
        kind: 'monthly',
        county: '649900',
        period: '2026-08',
        state: 'running',
      },
    ],
  });
export type ReportView = z.infer<typeof ReportView>;

/** A report as a document: the address lives for 15 minutes. */
export const ReportFile = z
  .strictObject({
    reportId: z.string().describe('报表编号 report'),
    title: z.string().describe('标题 title'),
    url: z.string().describe('下载地址 address').optional(),
    sha256: z.string().describe('文件哈希 hash of the file').optional(),
    bytes: z.int().describe('文件大小 size').optional(),
    expiresAt: z.iso.datetime().describe('地址有效至 until when the address may be used'),
  })
  .meta({
    id: 'ReportFile',
    description: '报表文件 Report as a file',
    examples: [
      {
        reportId: 'report-649900-2026-1f0c9a2b7d3e',
        title: '关于2026年社会救助审核确认权限下放工作“回头看”情况的报告',
        expiresAt: '2027-01-05T01:15:00.000Z',
      },
    ],
  });
export type ReportFile = z.infer<typeof ReportFile>;
