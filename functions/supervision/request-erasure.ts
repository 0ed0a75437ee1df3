import { Erasure, ErasureRequest } from '../../schemas/erasure.ts';
import { type ErasureState, erasureIdOf } from '../core/erasure-fold.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { disposableCase } from './erasure-on-file.ts';

/**
 * Asks that the personal data of a file be erased whose term of keeping is over (SEED 二(三)3; ARC; PIPL §47). Nothing happens before a
 * second person has approved it. Refused with `retention-running` before the last day of every class of files.
 */
export const requestErasure = defineStep({
  id: 'supervision.request-erasure',
  zh: '申请清除到期档案的个人信息',
  en: 'Request the erasure of a file’s persons',
  route: 'POST /v1/erasures',
  provision: [cite('SEED', '二(三)3'), cite('ARC', '保管期限'), cite('PIPL', '§47')],
  input: ErasureRequest,
  output: Erasure,
  status: 201,
  facts: ({ input: { caseId } }) => ({
    case: caseId,
    county: countyOf(caseId),
    subjects: [{ kind: 'erasure', id: erasureIdOf(caseId) }],
  }),
  decide: (facts, { caseId, reason }, now) => {
    const { head } = disposableCase(facts, caseId, civilDateOf(now));
    const subject = { kind: 'erasure', id: erasureIdOf(caseId) } as const;
    const before = stateOf<ErasureState>(facts, subject)?.head;
    const open = before === undefined || (before.state === 'erased' && before.kept > 0);
    must(open, 'already-done', { state: before?.state });
    const erasure: Erasure = {
      erasureId: subject.id,
      caseId,
      countyCode: head.countyCode,
      townshipCode: head.townshipCode,
      state: 'requested',
      requestedBy: facts.actor.personId,
      requestedAt: now,
      erased: before?.erased ?? 0,
      kept: before?.kept ?? 0,
    };
    return { event: { type: 'erasure-requested', data: { erasure, reason } }, subject, reply: erasure };
  },
});
