import * as z from 'zod';
import { CaseId } from '../../schemas/ids.ts';
import { LineProblem, RosterView } from '../../schemas/roster.ts';
import { must } from '../core/problem.ts';
import {
  amountEntered,
  mustBe,
  mustHaveLines,
  ofRoster,
  rosterReply,
  theRoster,
  townshipOfPost,
} from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const VerifyRosterInput = z
  .strictObject({
    problems: z
      .array(
        z.strictObject({
          caseId: CaseId,
          problem: LineProblem,
          note: z.string().min(1).max(400).optional().describe('说明 note'),
        }),
      )
      .max(60)
      .default([])
      .describe('有问题的条目，分批报告 lines with a problem, in parts if there are many'),
    complete: z.boolean().describe('本乡镇（街道）其余条目核对无误 all other lines of the township are confirmed'),
  })
  .meta({
    id: 'VerifyRosterInput',
    description: '核对发放名册，不得填写金额 Verification of a roster; no amounts',
    examples: [{ problems: [{ caseId: '649900101-DB-2026-000001', problem: 'account-wrong' }], complete: true }],
  });

/**
 * The township verifies its own lines: confirms them, or reports a line with the reason. It cannot change an amount: there is no field for one
 * (P04). A reported line is held until the county has looked into it.
 */
export const verifyRoster = defineStep({
  id: 'supervision.verify-roster',
  zh: '核对发放名册',
  en: 'Verify the lines of a roster',
  route: 'POST /v1/rosters/{rosterId}/verification',
  provision: [cite('SEED', '二(二)1'), cite('DESIGN', '8')],
  input: VerifyRosterInput,
  output: RosterView,
  prohibited: amountEntered,
  facts: ({ params, input }) => ({
    roster: { id: params['rosterId'] ?? '', lines: input.problems.map(({ caseId }) => caseId) },
  }),
  decide: (facts, { problems, complete }, now) => {
    const roster = theRoster(facts);
    const { head, parts } = roster;
    mustBe(head, 'verifying');
    const townshipCode = townshipOfPost(facts) ?? '';
    must(head.townships[townshipCode], 'roster-line-unknown', { caseIds: [], townshipCode });
    must(!head.verified[townshipCode], 'already-done', { townshipCode });
    mustHaveLines(
      facts,
      roster,
      problems.map(({ caseId }) => caseId),
    );
    const again = problems.filter(({ caseId }) => parts.lines[caseId]?.held === 'reported');
    must(again.length === 0, 'already-done', { caseIds: again.map(({ caseId }) => caseId) });
    const data = { ...ofRoster(head, civilDateOf(now)), townshipCode, problems, complete, by: facts.actor.personId };
    return rosterReply(facts, { type: 'roster-verified', data });
  },
});
