import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { viewOf } from '../core/case-view.ts';
import { theCase } from '../core/facts.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const CaseQuery = z.strictObject({}).meta({ id: 'CaseQuery', description: '查看案件 Reading a case', examples: [{}] });

/** Reads a case. Applicants see their own, officials those of their division; any other answers `case-not-found`. */
export const readCase = defineStep({
  id: 'supervision.read-case',
  zh: '查看案件',
  en: 'Read a case',
  route: 'GET /v1/cases/{caseId}',
  provision: [cite('PIPL', '§45'), cite('SEED', '二(三)5')],
  input: CaseQuery,
  output: CaseView,
  facts: ({ params }) => ({ case: params['caseId'] }),
  decide: (facts) => {
    const { head, version } = theCase(facts);
    return { reply: viewOf(head, version) };
  },
});
