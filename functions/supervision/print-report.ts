import * as z from 'zod';
import { ReportFile } from '../../schemas/report.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { reportFacts, reportOnFile } from './report-on-file.ts';
import { reportSheet } from './reports/report-sheet.ts';

const ADDRESS_LIVES = 15 * 60_000;

/** A finished report as PDF, by a download address that lives for 15 minutes. It holds figures only, no person. */
export const printReport = defineStep({
  id: 'supervision.print-report',
  zh: '打印报表',
  en: 'Print a report',
  route: 'GET /v1/reports/{reportId}/pdf',
  provision: [cite('SEED', '三(三)'), cite('SEED', '二(三)3')],
  input: z.strictObject({}),
  output: ReportFile,
  effects: ['print-paper'],
  facts: ({ params }) => reportFacts(params['reportId'] ?? ''),
  decide: (facts, _input, now) => {
    const report = reportOnFile(facts);
    must(report.state === 'succeeded', 'report-not-ready', { state: report.state });
    const divisions = facts.county?.parts.divisions;
    must(divisions, 'program-closed', { missing: ['divisions'] });
    const sheet = reportSheet(report, divisions, civilDateOf(now));
    const expiresAt = new Date(Date.parse(now) + ADDRESS_LIVES).toISOString();
    return {
      effect: { kind: 'print-paper', sheet, expiresAt },
      reply: { reportId: report.reportId, title: sheet.title, expiresAt },
    };
  },
});
