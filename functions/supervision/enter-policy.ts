import { type Policy, PolicyEntry, Policy as PolicySchema } from '../../schemas/policy.ts';
import { countyAsked } from '../core/division-asked.ts';
import { stateOf } from '../core/facts.ts';
import { type PolicyState, policyFileIdOf } from '../core/policy-fold.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Versions of a program's policy that may be waiting for their day at the same time. */
const MOST_TO_COME = 5;

/**
 * Enters what the county will publish about a program: conditions, materials, procedure, phones, where to complain, questions answered
 * (SEED 二(三)5, 四(三)). Nobody reads it before a second person has published it; a further entry takes the place of one that waits.
 */
export const enterPolicy = defineStep({
  id: 'supervision.enter-policy',
  zh: '录入拟公开的政策',
  en: 'Enter a policy to publish',
  route: 'POST /v1/policies',
  provision: [cite('SEED', '二(三)5'), cite('SEED', '四(三)')],
  input: PolicyEntry,
  output: PolicySchema,
  status: 201,
  facts: ({ input, actor }) => ({
    subjects: [{ kind: 'policy', id: policyFileIdOf(countyAsked(actor, undefined), input.program) }],
  }),
  decide: (facts, input, now) => {
    const { personId } = facts.actor;
    const countyCode = countyAsked(facts.actor, undefined);
    const id = policyFileIdOf(countyCode, input.program);
    const before = stateOf<PolicyState>(facts, { kind: 'policy', id })?.head;
    const toCome = (before?.published ?? []).filter(({ from }) => from > civilDateOf(now)).length;
    must(toCome < MOST_TO_COME, 'input-invalid', {
      errors: [{ path: 'from', message: `已有 ${toCome} 个版本待施行 versions are waiting for their day` }],
    });
    const policy: Policy = {
      policyId: `${id}@${(before?.entered ?? 0) + 1}`,
      countyCode,
      ...input,
      enteredBy: personId,
      enteredAt: now,
    };
    return { event: { type: 'policy-entered', data: { policy } }, subject: { kind: 'policy', id }, reply: policy };
  },
});
