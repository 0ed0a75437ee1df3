import * as z from 'zod';
import { MaterialRef } from '../../schemas/application.ts';
import { CaseView } from '../../schemas/case.ts';
import { storedMaterials } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { materialRule } from '../law/materials.ts';
import { cite } from '../law/sources.ts';

const SupplementFastAidInput = z
  .strictObject({
    explanation: z.string().min(1).max(2000).describe('补充说明，不写姓名 explanation, without names'),
    materials: z.array(MaterialRef).min(1).max(50).describe('救助对象签收单等材料 signed receipt and other materials'),
  })
  .meta({
    id: 'SupplementFastAidInput',
    description: '补办小额快救手续 Completing the file',
    examples: [
      {
        explanation: '失火属实，款项用于购置炊具和衣物',
        materials: [{ item: 'aid-receipt', attachmentId: 'att-0123456789abcdef' }],
      },
    ],
  });

/** Completes the file of fast aid after the emergency, within ten working days (LAW §50): explanation, and the receipt the person signed. */
export const supplementFastAid = defineStep({
  id: 'review.supplement-fast-aid',
  zh: '补办小额快救手续',
  en: 'Supplement fast aid',
  route: 'POST /v1/cases/{caseId}/fast-supplement',
  provision: [cite('LAW', '§50'), cite('TA26', '二(一)')],
  input: SupplementFastAidInput,
  output: CaseView,
  facts: (call) => ({
    ...caseFacts(call),
    attachments: call.input.materials.map(({ attachmentId }) => attachmentId),
  }),
  decide: (facts, { explanation, materials: given }, now) => {
    const { head } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const unknown = given.findIndex(({ item }) => materialRule(item) === undefined);
    must(unknown < 0, 'input-invalid', {
      errors: [{ path: `materials.${unknown}.item`, message: '不在材料目录内 not in the catalogue' }],
    });
    must(
      given.some(({ item }) => item === 'aid-receipt'),
      'materials-incomplete',
      { missing: ['aid-receipt'] },
    );
    const materials = storedMaterials(facts, given, head.countyCode);
    const start = startTerms(['fast-filing'], { head, setting, fromOn: on });
    const terms = { start, end: ['fast-supplement' as const] };
    return reply(facts, { type: 'fast-aid-supplemented', data: { on, explanation, materials }, terms }, now);
  },
});
