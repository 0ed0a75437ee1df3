import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate, Month } from '../../schemas/dates.ts';
import { FenAmount } from '../../schemas/money.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { managementOf, recipientOf } from '../core/managed.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { remedyText } from '../core/remedy-text.ts';
import { keptAfterStop } from '../core/revocation.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite, citeText } from '../law/sources.ts';

const line = z.string().min(1).max(2000);

const OrderRecoveryInput = z
  .strictObject({
    fromMonth: Month.describe('应退回的起始月 first month to return'),
    untilMonth: Month.describe('应退回的截止月 last month to return'),
    amountFen: FenAmount.describe('应退回金额（分） amount to return'),
    payBy: CivilDate.describe('退回期限 last day to return it'),
    how: z.string().min(1).max(400).describe('退回方式 how to return it'),
    facts: z.array(line).min(1).max(20).describe('事实（不填姓名） facts'),
    reasons: z.array(line).min(1).max(20).describe('理由 reasons'),
  })
  .meta({
    id: 'OrderRecoveryInput',
    description: '责令退回 Order to return money',
    examples: [
      {
        fromMonth: '2026-09',
        untilMonth: '2026-11',
        amountFen: 198000,
        payBy: '2027-01-31',
        how: '退回县财政专户',
        facts: ['申请时隐瞒工资收入'],
        reasons: ['以欺骗手段获得救助金'],
      },
    ],
  });

/**
 * The county orders money to be returned (责令退回, W29; LAW §73–74): by a decision with reasons and remedy, of no more than was paid in the
 * months a revocation for fraud made void, or than went on being drawn in the months after an ordinary stop (LAW §74). Never by deduction from what is due, and never by a township, which may fine nobody either
 * (K2, matrix row 20); a fine follows the procedure of the law on penalties, outside this system.
 */
export const orderRecovery = defineStep({
  id: 'supervision.order-recovery',
  zh: '责令退回救助金',
  en: 'Order money to be returned',
  route: 'POST /v1/cases/{caseId}/recovery',
  provision: [cite('LAW', '§73-74'), cite('DESIGN', '6.5')],
  input: OrderRecoveryInput,
  output: CaseView,
  ifMatch: true,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { overpaid: voided, recoveredFen = 0 } = managementOf(state);
    const overpaid = voided ?? keptAfterStop(state, on);
    must(overpaid, 'nothing-to-recover', { status: head.status });
    const { fromMonth, untilMonth, amountFen, payBy, how, reasons } = input;
    const within = overpaid.fromMonth <= fromMonth && fromMonth <= untilMonth && untilMonth <= overpaid.untilMonth;
    const left = overpaid.amountFen - recoveredFen;
    must(within && amountFen > 0 && amountFen <= left, 'recovery-beyond-paid', { ...overpaid, left });
    must(payBy > on, 'date-out-of-order', { payBy });
    const clauses = voided ? [cite('LAW', '§73'), cite('LAW', '§74')] : [cite('LAW', '§74')];
    const issuing = { facts, setting, townshipCode: head.townshipCode, on, by: 'county' as const };
    const papers = issuePapers(issuing, [
      {
        kind: 'W29',
        to: recipientOf(state, on),
        clauses,
        data: {
          program: head.program,
          facts: input.facts,
          reasons,
          clauses: clauses.map(citeText),
          fromMonth,
          untilMonth,
          amountFen,
          payBy,
          how,
          remedy: remedyText(issuing, 'W29'),
        },
      },
    ]);
    const data = { on, fromMonth, untilMonth, amountFen, payBy };
    return reply(facts, { type: 'recovery-ordered', data, papers }, now);
  },
});
