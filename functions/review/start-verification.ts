import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { mustBeQueryable } from '../core/query-guard.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const StartVerificationInput = z
  .strictObject({})
  .meta({ id: 'StartVerificationInput', description: '启动核对 Start of verification', examples: [{}] });

/** The county starts the verification it was asked for (T6); only for a case between acceptance and decision (P08, B10). */
export const startVerification = defineStep({
  id: 'review.start-verification',
  zh: '启动信息核对',
  en: 'Start verification',
  route: 'POST /v1/cases/{caseId}/verification-start',
  provision: [cite('D57', '§17'), cite('LAW', '§41')],
  input: StartVerificationInput,
  output: CaseView,
  withoutCase: 'query-without-active-case',
  early: mustBeQueryable,
  facts: caseFacts,
  decide: (facts, _input, now) => {
    const { head } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    must(head.verification, 'step-out-of-order', { status: head.status, needed: ['request-verification'] });
    must(head.verification.state === 'requested', 'already-done', { state: head.verification.state });
    const holders = { 'verification-result': facts.actor.personId };
    const start = startTerms(['verification-result'], { head, setting, fromOn: on, holders });
    return reply(
      facts,
      { type: 'verification-started', data: { on }, terms: { start, end: ['verification-start'] } },
      now,
    );
  },
});
