import * as z from 'zod';
import { Disclosures } from '../../schemas/ledger.ts';
import { theCase } from '../core/facts.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { personsIn } from './archive-on-file.ts';

/**
 * The personal records of a case with the salts under which its events commit to them: with the proof pack they show that a name or an
 * identity number is still the one that was filed. A reading of personal data, with a purpose (PIPL §6); who was erased is not in it.
 */
export const disclosePersons = defineStep({
  id: 'supervision.disclose-persons',
  zh: '出具案件个人信息披露',
  en: 'Disclose the persons of a case',
  route: 'GET /v1/cases/{caseId}/disclosures',
  provision: [cite('SEED', '二(三)5'), cite('PIPL', '§6')],
  input: z.strictObject({}),
  output: Disclosures,
  effects: ['disclose-persons'],
  facts: ({ params }) => ({ case: params['caseId'] }),
  reveals: personsIn,
  decide: (facts) => ({
    effect: { kind: 'disclose-persons' as const, tokens: personsIn(facts) },
    reply: { format: 'sunlight-persons/1' as const, caseId: theCase(facts).head.caseId, persons: [] },
  }),
});
