import * as z from 'zod';
import { MaterialRef } from '../../schemas/application.ts';
import { CaseView } from '../../schemas/case.ts';
import { Companion, type Material } from '../../schemas/case-evidence.ts';
import { storedMaterials } from '../core/attachments.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { checkCompanions, providersOf } from '../core/companions.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { materialRule } from '../law/materials.ts';
import { cite } from '../law/sources.ts';
import { checkItems } from './application-checks.ts';

const SupplyMaterialsInput = z
  .strictObject({
    materials: z.array(MaterialRef).min(1).max(50).describe('补充的材料 materials supplied'),
    helpedBy: Companion.optional().describe('协助整理材料的购买服务人员 person of a provider who helped'),
  })
  .meta({
    id: 'SupplyMaterialsInput',
    description: '补正材料 Materials supplied',
    examples: [{ materials: [{ item: 'disability-card', attachmentId: 'att-0123456789abcdef' }] }],
  });

/**
 * Takes materials that were asked for (T3) and issues a receipt (W05). When every item asked for is in, the application is complete and
 * the intake term of 5 working days runs again from that day. What comes late, before a lapse was decided, still counts (P10).
 */
export const supplyMaterials = defineStep({
  id: 'intake.supply-materials',
  zh: '补正材料',
  en: 'Supply missing materials',
  route: 'POST /v1/cases/{caseId}/materials',
  provision: [cite('D57', '§10')],
  input: SupplyMaterialsInput,
  output: CaseView,
  facts: (call) => ({
    ...caseFacts(call),
    attachments: call.input.materials.map(({ attachmentId }) => attachmentId),
    staff: call.input.helpedBy ? [call.input.helpedBy.personId] : [],
    subjects: providersOf(call.input.helpedBy ? [call.input.helpedBy] : []),
  }),
  decide: (facts, input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    checkItems(input.materials);
    const setting = settingOf(facts, head.program, on);
    const helpers = input.helpedBy ? [input.helpedBy] : [];
    checkCompanions(facts, helpers, { task: 'materials', on });
    const materials = storedMaterials(facts, input.materials, head.countyCode);
    const since = [...parts.materials.slice(head.correction?.onFile ?? 0), ...materials].map(({ item }) => item);
    const complete = (head.correction?.items ?? []).every((item) => since.includes(item));
    const act: CaseAct = {
      type: 'materials-supplied',
      data: { materials, complete, on, ...(input.helpedBy ? { helpedBy: input.helpedBy } : {}) },
      ...(complete
        ? { terms: { start: startTerms(['intake'], { head, setting, fromOn: on }), end: ['correction'] } }
        : {}),
      papers: receipt(facts, setting, { materials, now }),
    };
    return reply(facts, act, now);
  },
});

function receipt(
  facts: Facts,
  setting: Setting,
  of: { readonly materials: readonly Material[]; readonly now: string },
) {
  const { head } = theCase(facts);
  return issuePapers({ facts, setting, townshipCode: head.townshipCode, on: civilDateOf(of.now) }, [
    {
      kind: 'W05',
      to: head.applicant,
      clauses: [cite('D57', '§10')],
      data: {
        items: of.materials.map(({ item }) => materialRule(item)?.zh ?? item),
        receivedAt: of.now,
        ...(facts.actor.post === 'TC' ? { clerk: facts.actor.personId } : {}),
        ...(head.externalNo ? { externalNo: head.externalNo } : {}),
        program: head.program,
      },
    },
  ]);
}
