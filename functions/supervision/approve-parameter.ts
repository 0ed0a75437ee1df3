import * as z from 'zod';
import { ParameterRecord } from '../../schemas/parameter.ts';
import { countyReply } from '../core/county-reply.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const ParameterApproval = z
  .strictObject({})
  .meta({ id: 'ParameterApproval', description: '批准参数 Approval of a parameter', examples: [{}] });

/** Approves an entered value unchanged; the person who entered it may not (design decision 9), whatever post is used (SD9). */
export const approveParameter = defineStep({
  id: 'supervision.approve-parameter',
  zh: '批准参数',
  en: 'Approve a parameter',
  route: 'POST /v1/parameters/{parameterId}/approval',
  provision: [cite('SEED', '二(二)1')],
  input: ParameterApproval,
  output: ParameterRecord,
  facts: ({ actor }) => ({ county: actor.orgCode }),
  decide: (facts, _input, now) => {
    const id = facts.params['parameterId'] ?? '';
    const record = facts.county?.parts.parameters?.find((one) => one.id === id);
    must(record, 'parameter-not-found', { parameterId: id });
    must(record.approvedBy === undefined, 'already-done', { approvedBy: record.approvedBy });
    const { personId, orgCode } = facts.actor;
    must(record.enteredBy !== personId, 'same-person-approves', { parameterId: id });
    const approval = { approvedBy: personId, approvedAt: now };
    return countyReply(orgCode, { type: 'parameter-approved', data: { id, ...approval } }, { ...record, ...approval });
  },
});
