import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { verificationRequestPaper } from '../core/case-forms.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { managementOf } from '../core/managed.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { obligorsToSign, personsToQuery, personsWithoutConsent } from '../law/consents.ts';
import { cite } from '../law/sources.ts';

const VerificationSource = z.enum([
  'bank',
  'tax',
  'social-insurance',
  'vehicle',
  'real-estate',
  'company',
  'civil-registration',
]);

const RequestVerificationInput = z
  .strictObject({
    scope: z
      .array(VerificationSource)
      .min(1)
      .max(10)
      .optional()
      .describe('核对范围，缺省为全部来源 sources to ask, all of them if absent'),
  })
  .meta({ id: 'RequestVerificationInput', description: '提请核对 Request for verification', examples: [{}] });

/** Asks the county to verify the household's means; needs every consent (LAW §40), by letter (W10). The county's three working days start (B8). */
export const requestVerification = defineStep({
  id: 'review.request-verification',
  zh: '提请核对',
  en: 'Request verification',
  route: 'POST /v1/cases/{caseId}/verification-request',
  provision: [cite('D57', '§15'), cite('D57', '§17'), cite('LAW', '§40'), cite('T43', '§10'), cite('SEED', '二(三)2')],
  input: RequestVerificationInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, { scope }, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    checkRelativesFiled(facts);
    const missing = personsWithoutConsent(parts.household, parts.consents, { program: head.program, on });
    const obligors = obligorsToSign(parts.household, { program: head.program, on });
    must(obligors.length === 0, 'obligor-consent-missing', { obligors });
    must(head.consentsComplete && missing.length === 0, 'consent-incomplete', { missing });
    const before = head.status === 'checking' && head.verification?.state !== 'requested' && !askedInCheck(facts);
    must(head.verification === undefined || before, 'already-done', { requestedOn: head.verification?.requestedOn });
    const persons = [...personsToQuery(parts.household, parts.consents, { program: head.program, on })];
    const start = startTerms(['verification-start'], { head, setting, fromOn: on });
    const data = { on, persons, scope: [...new Set(scope ?? VerificationSource.options)] };
    const terms = { start, end: ['investigation-start' as const] };
    const papers = verificationRequestPaper({ facts, setting, on }, data);
    return reply(facts, { type: 'verification-requested', data, terms, papers }, now);
  },
});

/** A check that runs is verified once, whatever was verified before it (B10). */
const askedInCheck = (facts: Facts): boolean => {
  const state = theCase(facts);
  const openedOn = managementOf(state).check?.openedOn ?? '';
  return (state.head.verification?.requestedOn ?? '') >= openedOn;
};
