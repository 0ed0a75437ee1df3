import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { LsFastAssessment } from '../../schemas/ls-assessment.ts';
import { FenAmount } from '../../schemas/money.ts';
import { assessCase } from '../core/assessed.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { checkConfirmingAuthority } from '../core/confirming-authority.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { nearStaff } from '../core/near-staff.ts';
import { issuePapers } from '../core/paper.ts';
import { payFromPettyCash, pettyCashIn, pettyCashOf } from '../core/petty-cash.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite, lawPackOn } from '../law/sources.ts';

const PayFastAidInput = z
  .strictObject({
    amountFen: FenAmount.min(1)
      .optional()
      .describe('发放金额（分），缺省为申请金额与限额中较低者 amount, by default what is asked up to the cap'),
    method: z.enum(['cash', 'transfer']).describe('现金或转账 cash or transfer'),
  })
  .meta({ id: 'PayFastAidInput', description: '小额快救发放 Payment of fast aid', examples: [{ method: 'cash' }] });

/**
 * Pays fast aid from the township's petty cash (LAW §50, TA26 二(一); G15): approved by another person than the handler who registered it, up
 * to one month's standard, no more than asked for. Late is late, never a bar (P10). What is asked beyond the cap goes the standard way.
 */
export const payFastAid = defineStep({
  id: 'review.pay-fast-aid',
  zh: '发放小额快救',
  en: 'Pay fast aid',
  route: 'POST /v1/cases/{caseId}/fast-payment',
  provision: [cite('TA26', '二(一)'), cite('LAW', '§50'), cite('SEED', '二(二)1')],
  input: PayFastAidInput,
  output: CaseView,
  facts: (call) => {
    const asked = caseFacts(call);
    return { ...asked, subjects: [pettyCashOf(asked.township)] };
  },
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { delegationId } = checkConfirmingAuthority(facts, 'pay-fast-aid', on);
    const handler = head.clerk ?? '';
    must(!nearStaff(facts).has(handler), 'near-relative-recused', { caseId: head.caseId, handler });
    const { finding } = assessCase(state, setting, on);
    if (finding.program !== 'LS_FAST') throw new Error('fast aid is assessed as fast aid');
    const amountFen = input.amountFen ?? Math.min(finding.requestedFen, finding.capFen);
    must(amountFen <= finding.requestedFen, 'input-invalid', {
      errors: [{ path: 'amountFen', message: '不得超过申请金额 no more than was asked for' }],
    });
    const start = startTerms(['fast-supplement'], { head, setting, fromOn: on });
    const papers = register(facts, { setting, on, finding, amountFen, supplementBy: start[0]?.dueOn });
    const payment = { caseId: head.caseId, amountFen, handler, approver: facts.actor.personId, method: input.method };
    const cash = payFromPettyCash(pettyCashIn(facts, head.townshipCode), {
      ...payment,
      ...(papers[0] ? { paper: papers[0].number } : {}),
      townshipCode: head.townshipCode,
      on,
      capFen: finding.capFen,
    });
    const data = {
      on,
      amountFen,
      remainderFen: finding.requestedFen - amountFen,
      method: input.method,
      assessment: finding,
      calendar: setting.calendar.version,
      lawPack: lawPackOn(on),
      ...(delegationId ? { delegationId } : {}),
    };
    const terms = { start, end: ['fast-payment' as const] };
    return { ...reply(facts, { type: 'fast-aid-paid', data, terms, papers }, now), also: [cash] };
  },
});

/** The register of fast aid (W32): person, event, amount, handler and who approved. */
function register(
  facts: Facts,
  of: {
    readonly setting: Setting;
    readonly on: CivilDate;
    readonly finding: LsFastAssessment;
    readonly amountFen: number;
    readonly supplementBy: CivilDate | undefined;
  },
) {
  const { head, parts } = theCase(facts);
  const { setting, on, finding, amountFen, supplementBy } = of;
  const { aidRequest, members } = parts.household;
  return issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
    {
      kind: 'W32',
      to: head.applicant,
      clauses: [cite('LAW', '§50'), cite('TA26', '二(一)')],
      data: {
        person: head.applicant,
        members: members.length,
        kind: 'emergency',
        event: aidRequest?.circumstances ?? '',
        ...(aidRequest?.happenedOn ? { happenedOn: aidRequest.happenedOn } : {}),
        askedOn: aidRequest?.registeredOn ?? on,
        dueOn: head.dueOn ?? on,
        amountFen,
        capFen: finding.capFen,
        handler: head.clerk ?? '',
        approver: facts.actor.personId,
        paidOn: on,
        ...(supplementBy ? { supplementBy } : {}),
      },
    },
  ]);
}
