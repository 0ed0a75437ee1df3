import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CorrectionGround } from '../../schemas/correction.ts';
import { reply } from '../core/case-reply.ts';
import { correctionIdOf, correctionRef } from '../core/corrections.ts';
import { theCase } from '../core/facts.ts';
import { managementOf } from '../core/managed.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { startSubjectTerms } from '../core/subject-terms.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const line = z.string().min(1).max(2000);

const OrderCorrectionInput = z
  .strictObject({
    ground: CorrectionGround,
    facts: z.array(line).min(1).max(20).describe('查明的事实（不填姓名） facts found'),
    demands: z.array(line).min(1).max(20).describe('纠正要求 what is to be put right'),
  })
  .meta({
    id: 'OrderCorrectionInput',
    description: '责令纠正 Order to correct',
    examples: [
      { ground: 'unqualified', facts: ['确认时漏计工资收入'], demands: ['核实后撤销原确认决定或重新核定金额'] },
    ],
  });

/**
 * The county orders the township to put a confirmation right (责令纠正, SEED 二(三)5; rulebook 7.5): W34, and ten working days. The township
 * revokes or corrects by an act of its own; if it does neither, the county revokes. Nothing stops by the order itself.
 */
export const orderCorrection = defineStep({
  id: 'supervision.order-correction',
  zh: '责令纠正',
  en: 'Order a correction',
  route: 'POST /v1/cases/{caseId}/corrections',
  provision: [cite('SEED', '二(三)5'), cite('LICENSE', '§69', 'design')],
  input: OrderCorrectionInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true }),
  decide: (facts, { ground, facts: found, demands }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const open = managementOf(state).correction;
    must(!open, 'already-done', { correctionId: open?.correctionId });
    const { caseId, countyCode, townshipCode, program } = head;
    const terms = startSubjectTerms(['correction-order'], { setting, fromOn: on, countyCode, townshipCode });
    const [term] = terms;
    const dueOn = term?.dueOn ?? on;
    const correctionId = correctionIdOf(caseId, (head.paperCounts['W34'] ?? 0) + 1);
    const papers = issuePapers({ facts, setting, townshipCode, on, by: 'county' }, [
      {
        kind: 'W34',
        to: 'township',
        clauses: [cite('SEED', '二(三)5')],
        data: {
          form: 'rectification',
          reference: correctionId,
          caseId,
          matter: '责令纠正原审核确认决定',
          facts: found,
          demands,
          dueOn,
          provisional: term?.provisional ?? false,
          result: [],
        },
      },
    ]);
    const by = facts.actor.personId;
    const correction = {
      correctionId,
      caseId,
      countyCode,
      townshipCode,
      program,
      ground,
      orderedOn: on,
      orderedBy: by,
      dueOn,
      status: 'open' as const,
      terms,
    };
    const event = { type: 'correction-opened' as const, data: { correction, demands } };
    const act = { type: 'correction-ordered' as const, data: { on, correctionId, ground, dueOn }, papers };
    return { ...reply(facts, act, now), also: [{ subject: correctionRef(correctionId), event }] };
  },
});
