import { Rectification, SelfCheckView } from '../../schemas/self-check.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { type SelfCheckState, selfCheckView } from '../core/self-check-fold.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Records how a fault of a self-check was put right; with the last one the term ends (SEED 二(三)5). */
export const rectifyFault = defineStep({
  id: 'supervision.rectify-fault',
  zh: '登记自查整改',
  en: 'Record how a fault was put right',
  route: 'POST /v1/self-checks/{selfCheckId}/rectification',
  provision: [cite('SEED', '二(三)5')],
  input: Rectification,
  output: SelfCheckView,
  facts: ({ params }) => ({ subjects: [{ kind: 'self-check', id: params['selfCheckId'] ?? '' }] }),
  decide: (facts, { no, measure }, now) => {
    const selfCheckId = facts.params['selfCheckId'] ?? '';
    const subject = { kind: 'self-check', id: selfCheckId } as const;
    const check = stateOf<SelfCheckState>(facts, subject)?.head;
    must(check && check.townshipCode === facts.actor.orgCode, 'self-check-not-found', { selfCheckId });
    const fault = check.findings.find((one) => one.no === no);
    must(fault, 'fault-not-found', { no });
    must(fault.rectifiedOn === undefined, 'already-done', { rectifiedOn: fault.rectifiedOn });
    const on = civilDateOf(now);
    const by = facts.actor.personId;
    const findings = check.findings.map((one) => (one.no === no ? { ...one, rectifiedOn: on, rectifiedBy: by } : one));
    const last = findings.every(({ rectifiedOn }) => rectifiedOn !== undefined);
    return {
      event: {
        type: 'fault-rectified',
        data: { no, on, by, measure },
        ...(last ? { terms: { end: ['self-check' as const] } } : {}),
      },
      subject,
      reply: selfCheckView({ ...check, findings }, on),
    };
  },
});
