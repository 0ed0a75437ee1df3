import { Erasure, ErasureApproval } from '../../schemas/erasure.ts';
import { type ErasureState, erasureIdOf } from '../core/erasure-fold.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { disposableCase, sortedPersons } from './erasure-on-file.ts';

/** The case an erasure is of: its number without the ending. */
const caseOf = (erasureId: string): string => erasureId.replace(/-ERA$/, '');

/**
 * Erases: the wrapped keys of the file's persons go, in the same transaction as the event (rulebook 9.4), and every copy of their data is
 * noise. Events and chains stay as they are. Whoever another case or a post still holds keeps the key and can be asked for later.
 */
export const approveErasure = defineStep({
  id: 'supervision.approve-erasure',
  zh: '批准清除到期档案的个人信息',
  en: 'Approve the erasure of a file’s persons',
  route: 'POST /v1/erasures/{erasureId}/approval',
  provision: [cite('SEED', '二(三)3'), cite('ARC', '保管期限'), cite('PIPL', '§47')],
  input: ErasureApproval,
  output: Erasure,
  facts: ({ params }) => {
    const caseId = caseOf(params['erasureId'] ?? '');
    return {
      case: caseId,
      county: countyOf(caseId),
      holdsOfCase: true,
      subjects: [{ kind: 'erasure', id: erasureIdOf(caseId) }],
    };
  },
  decide: (facts, _input, now) => {
    const caseId = caseOf(facts.params['erasureId'] ?? '');
    const subject = { kind: 'erasure', id: erasureIdOf(caseId) } as const;
    const erasure = stateOf<ErasureState>(facts, subject)?.head;
    const on = civilDateOf(now);
    must(erasure && erasure.countyCode === facts.actor.orgCode, 'erasure-not-found', { erasureId: subject.id });
    must(erasure.state === 'requested', 'already-done', { approvedBy: erasure.approvedBy });
    const { personId } = facts.actor;
    must(erasure.requestedBy !== personId, 'same-person-approves', { erasureId: subject.id });
    const { erase, kept } = sortedPersons(facts, disposableCase(facts, caseId, on), on);
    must(erase.length > 0, 'persons-still-held', { kept: kept.length });
    const approval = { approvedBy: personId, approvedAt: now };
    return {
      event: {
        type: 'keys-erased',
        data: { caseId, on, ...approval, persons: [...erase], kept: kept.length },
      },
      subject,
      erase,
      reply: {
        ...erasure,
        ...approval,
        state: 'erased' as const,
        erased: erasure.erased + erase.length,
        kept: kept.length,
      },
    };
  },
});
