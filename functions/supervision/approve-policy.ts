import { Policy, PolicyApproval } from '../../schemas/policy.ts';
import { stateOf } from '../core/facts.ts';
import { type PolicyState, policyFileOf } from '../core/policy-fold.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/** Publishes an entered policy unchanged; whoever entered it may not (design decision 9). It is public from now on, in force from its day. */
export const approvePolicy = defineStep({
  id: 'supervision.approve-policy',
  zh: '批准公开政策',
  en: 'Publish a policy',
  route: 'POST /v1/policies/{policyId}/approval',
  provision: [cite('SEED', '二(三)5')],
  input: PolicyApproval,
  output: Policy,
  facts: ({ params }) => ({ subjects: [{ kind: 'policy', id: policyFileOf(params['policyId'] ?? '') }] }),
  decide: (facts, _input, now) => {
    const policyId = facts.params['policyId'] ?? '';
    const subject = { kind: 'policy', id: policyFileOf(policyId) } as const;
    const file = stateOf<PolicyState>(facts, subject)?.head;
    const { personId, orgCode } = facts.actor;
    must(file && countyOf(policyId) === orgCode, 'policy-not-found', { policyId });
    const published = file.published.find((one) => one.policyId === policyId);
    must(!published, 'already-done', { approvedBy: published?.approvedBy });
    const { pending } = file;
    must(pending?.policyId === policyId, 'policy-not-found', { policyId });
    must(pending.enteredBy !== personId, 'same-person-approves', { policyId });
    const approval = { approvedBy: personId, approvedAt: now };
    return {
      event: { type: 'policy-published', data: { policyId, ...approval } },
      subject,
      reply: { ...pending, ...approval },
    };
  },
});
