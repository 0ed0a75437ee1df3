import * as z from 'zod';
import { Complainant } from '../../schemas/complaint.ts';
import { appealFacts, theAppeal } from '../core/appeals.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const ReadAppellantQuery = z
  .strictObject({})
  .meta({ id: 'ReadAppellantQuery', description: '查看复议申请人、原告 Reading who appeals', examples: [{}] });

/** Who appeals, for those who must answer: a reading of personal data, kept with its purpose (FYF §36, PIPL §6). */
export const readAppellant = defineStep({
  id: 'supervision.read-appellant',
  zh: '查看复议申请人、原告',
  en: 'Read who appeals',
  route: 'GET /v1/cases/{caseId}/appeals/{appealId}/appellant',
  provision: [cite('FYF', '§36'), cite('PIPL', '§6')],
  input: ReadAppellantQuery,
  output: Complainant,
  facts: (call) => appealFacts(call),
  reveals: (facts) => [theAppeal(facts).appellant],
  decide: (facts) => {
    const { name, phone, address } = facts.names[theAppeal(facts).appellant] ?? { name: '（姓名已删除）' };
    return { reply: { name, ...(phone ? { phone } : {}), ...(address ? { address } : {}) } };
  },
});
