import { DiligenceQuery, type DiligenceView } from '../../schemas/diligence.ts';
import { ReportFile } from '../../schemas/report.ts';
import type { PaperSheet } from '../core/paper-sheet.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { dateText, exampleMark, timeText } from '../documents/wording.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite, citeText } from '../law/sources.ts';
import { diligenceFacts, diligenceOnFile } from './diligence-on-file.ts';

const ADDRESS_LIVES = 15 * 60_000;
const outcomes = { exempted: '免责', partly: '部分免责', 'not-exempted': '不予免责' } as const;

const actText = ({ at, step, known }: DiligenceView['acts'][number]): string =>
  `${timeText(at)}，${step}。当时案件为第${known.version}版；核对：${known.verification}，命中${known.hits}项，不一致${known.conflicts}项；入户${known.visits}次，不一致${known.inconsistentVisits}次；公示异议${known.objections}件；${known.complaint ? '有' : '无'}投诉举报；已知近亲属关系${known.relativesKnown}项。`;

const provision = [cite('SEED', '四(四)'), cite('D57', '§39'), cite('LAW', '§70')] as const;

/** The pack on pages: what was done and known, what was put right, what was decided, and that none of it is a verdict. */
export function diligenceSheet(
  pack: DiligenceView,
  at: { readonly issuer: string; readonly today: string; readonly demonstration: boolean },
): PaperSheet {
  const corrections = pack.corrections.map(
    ({ at: instant, type, own, daysAfter }) =>
      `${timeText(instant)}，${type}，${own ? '由本人' : '由他人'}，其行为后第${daysAfter}日。`,
  );
  const reviews = pack.reviews.map(
    ({ on, decidingBody, documentNo, outcome, reasons }) =>
      `${dateText(on)}，${decidingBody}（${documentNo}）：${outcomes[outcome]}。${reasons}`,
  );
  const or = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? lines : ['无。']);
  return {
    ...(at.demonstration ? { mark: exampleMark } : {}),
    title: '履职尽责情况材料',
    number: pack.caseId,
    paragraphs: [
      `工作人员编号：${pack.person}。`,
      pack.note,
      '一、履职行为及当时可得的信息',
      ...pack.acts.map(actText),
      '二、其后的纠正',
      ...or(corrections),
      '三、免责审议记录',
      ...or(reviews),
    ],
    closing: [`依据：${provision.map(citeText).join('、')}。`],
    issuer: at.issuer,
    date: dateText(at.today),
    issuedOn: at.today,
  };
}

/** The pack as PDF, by a download address that lives for 15 minutes. */
export const printDiligence = defineStep({
  id: 'supervision.print-diligence',
  zh: '打印容错证据',
  en: 'Print the evidence of due diligence',
  route: 'GET /v1/cases/{caseId}/diligence/pdf',
  provision,
  input: DiligenceQuery,
  output: ReportFile,
  effects: ['print-paper'],
  facts: ({ params, input }) => diligenceFacts(params['caseId'] ?? '', input.person),
  decide: (facts, { person }, now) => {
    const pack = diligenceOnFile(facts, person);
    const divisions = facts.county?.parts.divisions;
    must(divisions, 'program-closed', { missing: ['divisions'] });
    const { countyName, demonstration } = divisions;
    const sheet = diligenceSheet(pack, { issuer: `${countyName}民政部门`, today: civilDateOf(now), demonstration });
    const expiresAt = new Date(Date.parse(now) + ADDRESS_LIVES).toISOString();
    return {
      effect: { kind: 'print-paper', sheet, expiresAt },
      reply: { reportId: `${pack.caseId}:${person}`, title: sheet.title, expiresAt },
    };
  },
});
