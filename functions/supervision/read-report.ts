import * as z from 'zod';
import { ReportView } from '../../schemas/report.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { reportFacts, reportOnFile } from './report-on-file.ts';

/** A report once it is made up: registers by township, program, area and class, or the chapters of the look-back. */
export const readReport = defineStep({
  id: 'supervision.read-report',
  zh: '查看报表',
  en: 'Read a report',
  route: 'GET /v1/reports/{reportId}',
  provision: [cite('SEED', '二(二)1'), cite('SEED', '三(三)'), cite('LAW', '§62')],
  input: z.strictObject({}),
  output: ReportView,
  facts: ({ params }) => reportFacts(params['reportId'] ?? ''),
  decide: (facts) => ({ reply: reportOnFile(facts) }),
});
