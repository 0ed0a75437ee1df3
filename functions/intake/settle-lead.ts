import type * as z from 'zod';
import { type Lead, LeadSettlement, LeadView } from '../../schemas/lead.ts';
import type { CaseState } from '../core/case-fold.ts';
import type { Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { leadReply, theLead } from '../core/the-lead.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { closedStates } from '../law/procedure.ts';
import { cite } from '../law/sources.ts';

type Settlement = z.infer<typeof LeadSettlement>;

/**
 * Settles a lead. Nobody can be said to decline who was not told of the policy; a person without legal capacity is helped to apply and
 * does not decline (T43 §11); not found needs an attempt. The case that is named must be open, of the division, and, where the person's
 * number is known, have the person in it.
 */
export const settleLead = defineStep({
  id: 'intake.settle-lead',
  zh: '办结线索',
  en: 'Settle a lead',
  route: 'POST /v1/leads/{leadId}/outcome',
  provision: [cite('LAW', '§39(2)'), cite('T43', '§11')],
  input: LeadSettlement,
  output: LeadView,
  facts: ({ params, input }) => ({
    subjects: [{ kind: 'lead', id: params['leadId'] ?? '' }],
    case: input.caseId,
  }),
  decide: (facts, input, now) => {
    const { head } = theLead(facts);
    const { outcome } = input;
    must(!head.outcome, 'lead-settled', { outcome: head.outcome });
    checkGround(head, input);
    const named = input.caseId ? caseFor(facts, head, input.caseId) : undefined;
    const helped = outcome === 'APPLIED' && head.withoutCapacity;
    return leadReply(
      facts,
      {
        type: 'lead-settled',
        data: {
          on: civilDateOf(now),
          outcome,
          ...(named ? { caseId: named.head.caseId } : {}),
          ...(helped ? { helpedBy: facts.actor.personId } : {}),
        },
        terms: { end: ['lead-contact'] },
      },
      now,
    );
  },
});

function checkGround(head: Lead, { outcome, caseId }: Settlement): void {
  if (outcome === 'APPLIED')
    must(caseId, 'input-invalid', { errors: [{ path: 'caseId', message: '须指明案件 name the case' }] });
  if (outcome === 'DECLINED') {
    must(head.informed, 'lead-not-informed');
    must(!head.withoutCapacity, 'lead-help-owed');
  }
  if (outcome === 'NOT_FOUND') {
    must(head.contactedOn, 'lead-not-tried');
    must(!head.reached, 'lead-was-reached');
  }
  must(!caseId || outcome === 'APPLIED' || outcome === 'ALREADY_COVERED', 'input-invalid', {
    errors: [{ path: 'caseId', message: '该结果不涉及案件 this outcome names no case' }],
  });
}

function caseFor(facts: Facts, { person }: Lead, caseId: string): CaseState {
  const named = facts.case;
  must(named && covers(facts.actor, named.head), 'case-not-found', { caseId });
  must(!closedStates.includes(named.head.status), 'lead-case-closed', { status: named.head.status });
  const listed = named.parts.household.members.some((member) => member.person === person);
  must(person === undefined || listed, 'member-not-listed', { caseId });
  return named;
}
