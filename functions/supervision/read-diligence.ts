import { DiligenceQuery, DiligenceView } from '../../schemas/diligence.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { diligenceFacts, diligenceOnFile } from './diligence-on-file.ts';

/** What a member of staff did in a case, what was known each time, and what was put right: evidence for a review, no verdict. */
export const readDiligence = defineStep({
  id: 'supervision.read-diligence',
  zh: '查看容错证据',
  en: 'Read the evidence of due diligence',
  route: 'GET /v1/cases/{caseId}/diligence',
  provision: [cite('SEED', '四(四)'), cite('D57', '§39'), cite('LAW', '§70')],
  input: DiligenceQuery,
  output: DiligenceView,
  facts: ({ params, input }) => diligenceFacts(params['caseId'] ?? '', input.person),
  decide: (facts, { person }) => ({ reply: diligenceOnFile(facts, person) }),
});
