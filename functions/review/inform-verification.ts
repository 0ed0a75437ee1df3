import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { VerificationFinding } from '../../schemas/case-evidence.ts';
import { type Assessed, assessCase } from '../core/assessed.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { clockOf } from '../law/clocks.ts';
import { cite } from '../law/sources.ts';

const InformVerificationInput = z
  .strictObject({})
  .meta({ id: 'InformVerificationInput', description: '核对结果告知 Notice of the result', examples: [{}] });

const hitNames: Readonly<Record<VerificationFinding['hit'], string>> = {
  none: '有关信息',
  income: '收入',
  deposit: '存款等货币财产',
  vehicle: '机动车船',
  house: '房屋',
  company: '企业登记',
  death: '死亡登记',
  prison: '服刑',
  pension: '养老金',
  duplicate: '重复享受',
};

/** Which tests failed, in plain words and without a name: the household's own figures, else what conflicts with its declaration. */
function failedTests({ grounds, property }: Assessed, findings: readonly VerificationFinding[]): string[] {
  const grounded = grounds.filter(({ code, passed }) => passed === false && code !== 'property').map(({ zh }) => zh);
  const failed = [...grounded, ...property.filter(({ result }) => result === 'FAIL').map(({ zh }) => zh)];
  if (failed.length > 0) return failed;
  const conflicts = findings.filter(({ conflicts }) => conflicts).map(({ hit }) => hitNames[hit]);
  return [...new Set(conflicts)].map((name) => `${name}的核对结果与申报不一致`);
}

/**
 * Informs the applicant of a result that does not qualify, and how long to object with evidence (T7, D57 §18, W12). Informed is who was
 * served: the term to inform ends with service, and the window of five working days runs from it (as B3).
 */
export const informVerification = defineStep({
  id: 'review.inform-verification',
  zh: '告知核对结果',
  en: 'Inform of the verification',
  route: 'POST /v1/cases/{caseId}/verification-notice',
  provision: [cite('D57', '§18')],
  input: InformVerificationInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, _input, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const at = head.verification?.state;
    must(at !== 'informed' && at !== 'objected', 'already-done', { state: at });
    must(at === 'hit', 'step-out-of-order', { status: head.status, verification: at ?? 'none' });
    const failed = failedTests(assessCase(state, setting, on), parts.findings);
    const start = startTerms(['verification-objection'], { head, setting, fromOn: on });
    const { dueOn: windowEndsOn = on, provisional = false } = start[0] ?? {};
    const serveBy = parts.terms.find(({ term }) => term === 'verification-inform')?.dueOn;
    const papers = issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
      {
        kind: 'W12',
        to: head.applicant,
        clauses: [cite('D57', '§18')],
        data: { failed, windowWorkingDays: clockOf(setting.clocks, 'clock.objection'), windowEndsOn, provisional },
        serveBy,
      },
    ]);
    const data = { on, failed, windowEndsOn };
    return reply(facts, { type: 'verification-informed', data, terms: { start }, papers }, now);
  },
});
