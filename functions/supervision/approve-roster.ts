import * as z from 'zod';
import { RosterView } from '../../schemas/roster.ts';
import { must } from '../core/problem.ts';
import { amountEntered, mustBe, ofRoster, rosterReply, theRoster } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ApproveRosterInput = z
  .strictObject({})
  .meta({ id: 'ApproveRosterInput', description: '批准发放 Approval of a payment', examples: [{}] });

/**
 * Approves the payment of a roster: two different persons of county payments and finance, compared by person (SD9), and nobody who decided,
 * verified or checked lines of it (SD3, 权钱分离).
 */
export const approveRoster = defineStep({
  id: 'supervision.approve-roster',
  zh: '批准发放',
  en: 'Approve the payment of a roster',
  route: 'POST /v1/rosters/{rosterId}/approval',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§6')],
  input: ApproveRosterInput,
  output: RosterView,
  prohibited: amountEntered,
  facts: ({ params }) => ({ roster: { id: params['rosterId'] ?? '', lines: [] } }),
  decide: (facts, _input, now) => {
    const { head } = theRoster(facts);
    const { personId: by, post } = facts.actor;
    mustBe(head, 'approving');
    const verified = Object.values(head.verified).some((one) => one.by === by);
    must(!head.deciders.includes(by) && !verified && head.checkedBy !== by, 'payer-may-not-be-confirmer', { by });
    must(
      head.approvals.every((one) => one.by !== by),
      'second-approval-same-person',
      { by },
    );
    return rosterReply(facts, { type: 'roster-approved', data: { ...ofRoster(head, civilDateOf(now)), by, post } });
  },
});
