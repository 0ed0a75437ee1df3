import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { checkDecidedAnew } from '../core/appeal-order.ts';
import { reply } from '../core/case-reply.ts';
import { runningReviewTerms, startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { remedyText } from '../core/remedy-text.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Attempts on record before the procedure may end (rulebook 3.2 T19). */
const FEWEST_ATTEMPTS = 2;

const TerminateProcedureInput = z
  .strictObject({
    reasons: z.array(z.string().min(1).max(2000)).min(1).max(20).describe('终止理由 reasons'),
  })
  .meta({
    id: 'TerminateProcedureInput',
    description: '终止审核确认程序 End of the procedure',
    examples: [{ reasons: ['两次上门并书面告知后，无正当理由仍拒绝入户调查'] }],
  });

/** Ends the procedure of who refuses to cooperate without good reason, after two attempts and a written warning, not on the very
 * day of it: a warning that leaves no time to come round warns of nothing (T19, D57 §29, W27). It denies nothing: the household may apply again (T20). */
export const terminateProcedure = defineStep({
  id: 'review.terminate-procedure',
  zh: '终止审核确认程序',
  en: 'End the procedure',
  route: 'POST /v1/cases/{caseId}/termination',
  provision: [cite('D57', '§29')],
  input: TerminateProcedureInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, { reasons }, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { attempts, warnedOn = null } = head;
    must(attempts >= FEWEST_ATTEMPTS && warnedOn && warnedOn < on, 'termination-not-warranted', { attempts, warnedOn });
    checkDecidedAnew(facts, 'decision');
    const start = startTerms(['termination-notice'], { head, setting, fromOn: on });
    const issuing = { facts, setting, townshipCode: head.townshipCode, on };
    const remedy = remedyText(issuing, 'W27');
    const papers = issuePapers(issuing, [
      {
        kind: 'W27',
        to: head.applicant,
        clauses: [cite('D57', '§29')],
        data: { reasons, attempts, remedy, program: head.program },
        serveBy: start[0]?.dueOn,
      },
    ]);
    const terms = { start, end: runningReviewTerms(parts.terms) };
    return reply(facts, { type: 'procedure-terminated', data: { on, reasons }, terms, papers }, now);
  },
});
