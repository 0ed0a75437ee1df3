import * as z from 'zod';
import { MandateList } from '../../schemas/mandate.ts';
import { theCase } from '../core/facts.ts';
import { mandatesOf } from '../core/mandates.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Lists who may act, or might have acted, for the applicant of a case: scope, dates and what ended it, agents by token. */
export const listMandates = defineStep({
  id: 'supervision.list-mandates',
  zh: '委托清单',
  en: 'List the mandates of a case',
  route: 'GET /v1/cases/{caseId}/mandates',
  provision: [cite('D57', '§6'), cite('LAW', '§37')],
  input: z.strictObject({}),
  output: MandateList,
  facts: ({ params }) => ({ case: params['caseId'] }),
  decide: (facts) => ({ reply: { mandates: [...mandatesOf(theCase(facts))] } }),
});
