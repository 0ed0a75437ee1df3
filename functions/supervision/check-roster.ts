import * as z from 'zod';
import { CaseId } from '../../schemas/ids.ts';
import { RosterView } from '../../schemas/roster.ts';
import { accountAt, payeeIn, payeeOf } from '../core/payee.ts';
import { must } from '../core/problem.ts';
import { amountEntered, mustBe, mustHaveLines, ofRoster, rosterReply, theRoster } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const cases = (text: string) => z.array(CaseId).max(45).default([]).describe(text);

const CheckRosterInput = z
  .strictObject({
    hold: cases('暂缓发放的户 households to hold back'),
    release: cases(
      '照发的户：暂缓或失败的条目按现用账户重新列入 households to pay after all, to the account in use now',
    ),
    complete: z.boolean().describe('核查完毕，提交批准 the check is done; on to approval'),
  })
  .meta({
    id: 'CheckRosterInput',
    description: '县级核查发放名册，不得填写金额 County check of a roster; no amounts',
    examples: [{ release: ['649900101-DB-2026-000001'], complete: true }],
  });

/**
 * The county looks into what the townships reported and holds or releases line by line; the amounts are the decisions' (P04). After payment
 * it releases held and failed lines to a further file once every receipt of the last one is in: to the account in use by then.
 */
export const checkRoster = defineStep({
  id: 'supervision.check-roster',
  zh: '核查发放名册',
  en: 'Check a roster',
  route: 'POST /v1/rosters/{rosterId}/check',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§66'), cite('DESIGN', '8')],
  input: CheckRosterInput,
  output: RosterView,
  prohibited: amountEntered,
  facts: ({ params, input: { hold, release } }) => ({
    roster: { id: params['rosterId'] ?? '', lines: [...hold, ...release] },
    subjects: release.map(payeeOf),
  }),
  decide: (facts, { hold, release, complete }, now) => {
    const roster = theRoster(facts);
    const { head, parts } = roster;
    mustBe(head, 'checking', 'approved');
    const open = head.files.find(({ outstanding }) => outstanding > 0);
    must(!open, 'payment-file-open', { fileNo: open?.no });
    must(new Set([...hold, ...release]).size === hold.length + release.length, 'input-invalid', {
      errors: [{ path: 'hold', message: '同一户不得重复 a household may be named once' }],
    });
    mustHaveLines(facts, roster, [...hold, ...release]);
    const paid = [...hold, ...release].filter((caseId) => parts.lines[caseId]?.state === 'paid');
    must(paid.length === 0, 'already-done', { caseIds: paid });
    const released = release.map((caseId) => ({ caseId, account: accountAt(payeeIn(facts, caseId), now)?.account }));
    const without = released.filter(({ account }) => account === undefined).map(({ caseId }) => caseId);
    must(without.length === 0, 'payee-missing', { caseIds: without });
    const settled = [...hold, ...release].filter((caseId) => parts.lines[caseId]?.held === 'reported').length;
    const finishes = complete && head.state === 'checking';
    must(!finishes || head.problems === settled, 'roster-problem-open', { open: head.problems - settled });
    const data = {
      ...ofRoster(head, civilDateOf(now)),
      held: hold,
      released: released.map(({ caseId, account = '' }) => ({ caseId, account })),
      complete: finishes,
      by: facts.actor.personId,
    };
    return rosterReply(facts, { type: 'roster-checked', data });
  },
});
