import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { reply } from '../core/case-reply.ts';
import { heldAnew, startTerms } from '../core/case-terms.ts';
import { checkConfirmingAuthority } from '../core/confirming-authority.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { publicityDue } from '../law/program-path.ts';
import { cite } from '../law/sources.ts';

const ReceiveCaseInput = z
  .strictObject({})
  .meta({ id: 'ReceiveCaseInput', description: '接收案件 Receipt of a case', examples: [{}] });

/**
 * Who has the power to confirm on the day receives the case. Without delegation the county gets it after the publicity, and decides within ten
 * working days of receipt, fifteen for 特困 (D57 §20, T43 §16). Where a delegation was taken back or granted meanwhile, the case moves: the
 * running terms stay as started, the term to decide is held by who decides now (K1, B11).
 */
export const receiveCase = defineStep({
  id: 'review.receive-case',
  zh: '接收案件',
  en: 'Receive a case',
  route: 'POST /v1/cases/{caseId}/receipt',
  provision: [cite('D57', '§20'), cite('T43', '§16'), cite('SEED', '二(一)1')],
  input: ReceiveCaseInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, _input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { by, delegationId } = checkConfirmingAuthority(facts, 'receive-case', on);
    const mode = by === 'county' ? ('standard' as const) : ('delegated' as const);
    const moved = mode !== head.mode;
    const finished = by === 'county' && isReviewed(head, on);
    must(moved || head.receivedOn === undefined, 'already-done', { receivedOn: head.receivedOn });
    must(moved || finished, 'review-not-finished', { status: head.status, publicityEndsOn: head.publicity?.endsOn });
    const after = { ...head, mode };
    const start = [
      ...(moved ? heldAnew(parts.terms, after) : []),
      ...(finished ? startTerms(['county-decision'], { head: after, setting, fromOn: on }) : []),
    ];
    const data = { on, mode, finished, ...(delegationId ? { delegationId } : {}) };
    return reply(facts, { type: 'case-received', data, terms: { start } }, now);
  },
});

/** The township's part is done: an opinion that needs no posting, or whose publicity is over (B1). */
const isReviewed = (head: CaseHead, on: CivilDate): boolean => {
  const { opinion, publicity } = head;
  if (!opinion || head.objectionOpen) return false;
  const posted = publicity?.endsOn !== undefined && publicity.endsOn < on;
  return opinion.result === 'deny' || !publicityDue(head) || posted;
};
