import { SealApproval, SealRecord } from '../../schemas/seal.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import type { SealState } from '../core/seal-fold.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/** Approves the picture of a seal unchanged; whoever entered it may not. Papers printed from now on carry it. */
export const approveSeal = defineStep({
  id: 'supervision.approve-seal',
  zh: '批准印章图像',
  en: 'Approve the picture of a seal',
  route: 'POST /v1/seals/{sealId}/approval',
  provision: [cite('SEED', '二(二)1'), cite('DESIGN', '4', 'design')],
  input: SealApproval,
  output: SealRecord,
  facts: ({ params }) => ({
    county: countyOf(params['sealId'] ?? ''),
    subjects: [{ kind: 'seal', id: params['sealId'] ?? '' }],
  }),
  decide: (facts, _input, now) => {
    const sealId = facts.params['sealId'] ?? '';
    const { personId, orgCode: countyCode } = facts.actor;
    const seal = stateOf<SealState>(facts, { kind: 'seal', id: sealId })?.head;
    must(seal && countyOf(seal.orgCode) === countyCode, 'seal-not-found', { sealId });
    must(seal.approvedBy === undefined, 'already-done', { approvedBy: seal.approvedBy });
    must(seal.enteredBy !== personId, 'same-person-approves', { sealId });
    const { orgCode, attachmentId } = seal;
    const approval = { approvedBy: personId, approvedAt: now };
    return {
      event: { type: 'seal-confirmed', data: { sealId, ...approval } },
      subject: { kind: 'seal', id: sealId },
      also: [
        {
          subject: { kind: 'county', id: countyCode },
          event: { type: 'seal-approved', data: { orgCode, attachmentId } },
        },
      ],
      reply: { ...seal, ...approval },
    };
  },
});
