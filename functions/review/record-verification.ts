import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { VerificationFinding } from '../../schemas/case-evidence.ts';
import { Household } from '../../schemas/household.ts';
import { ResidentId } from '../../schemas/ids.ts';
import { assessCase } from '../core/assessed.ts';
import { verificationReportPaper } from '../core/case-forms.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { correctedHousehold } from '../core/household-correction.ts';
import { listedMember, numbersIn } from '../core/listed-member.ts';
import { must } from '../core/problem.ts';
import { mustBeQueryable } from '../core/query-guard.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { personsToQuery } from '../law/consents.ts';
import { cite } from '../law/sources.ts';

/** What a source answered, on a member named by token or by the number the source was asked with. */
const ReportedFinding = z
  .strictObject({
    ...VerificationFinding.shape,
    person: VerificationFinding.shape.person.optional(),
    idNumber: ResidentId.optional().describe('成员公民身份号码（与 person 二选一）identity number, or give person'),
  })
  .refine(({ person, idNumber }) => (person === undefined) !== (idNumber === undefined), {
    error: 'person 与 idNumber 须且只须填写一项 give person or idNumber, not both',
  })
  .meta({
    id: 'ReportedFinding',
    description: '核对结果 Finding as reported',
    examples: [
      {
        person: 't_00112233445566778899aabbccddeeff',
        source: 'bank',
        hit: 'deposit',
        amountFen: 3000000,
        conflicts: true,
      },
    ],
  });

const RecordVerificationInput = z
  .strictObject({
    findings: z.array(ReportedFinding).min(1).max(200).describe('各来源核对结果 what each source answered'),
    household: Household.optional().describe('按核对结果更正的家庭情况 household as verified, where it differs'),
  })
  .meta({
    id: 'RecordVerificationInput',
    description: '核对报告 Verification report',
    examples: [
      {
        findings: [{ person: 't_00112233445566778899aabbccddeeff', source: 'bank', hit: 'none', conflicts: false }],
      },
    ],
  });
type RecordVerificationInput = z.infer<typeof RecordVerificationInput>;

/**
 * Takes the report of the verification body (W11). Whether it stands against the household is computed: the household as verified fails
 * the test, or a conflict with the declaration is left unexplained by corrected figures; then the applicant is to be informed (T7).
 * After an objection the report is the recheck, and the last word of the verification.
 */
export const recordVerification = defineStep({
  id: 'review.record-verification',
  zh: '登记核对结果',
  en: 'Record the verification',
  route: 'POST /v1/cases/{caseId}/verification',
  provision: [cite('D57', '§17'), cite('D57', '§18'), cite('LAW', '§41')],
  input: RecordVerificationInput,
  output: CaseView,
  withoutCase: 'query-without-active-case',
  early: mustBeQueryable,
  facts: (call) => ({
    ...caseFacts(call),
    countyPapers: true,
    people: numbersIn(call.input.findings),
  }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const recheck = checkState(facts) || head.status === 'checking';
    const findings = input.findings.map((finding) => onMember(facts, finding));
    mustNameEveryone(facts, findings, recheck);
    const corrected = correctedHousehold(state, input.household, on);
    const assessed = assessCase({ ...state, parts: { ...parts, ...corrected } }, setting, on);
    const unexplained = !corrected.household && findings.some(({ conflicts }) => conflicts);
    const hit = assessed.entitled === false || unexplained;
    const informs = hit && !recheck;
    const start = informs ? startTerms(['verification-inform'], { head, setting, fromOn: on }) : [];
    return reply(
      facts,
      {
        type: 'verification-returned',
        data: { on, findings, hit, recheck, ...corrected },
        terms: { start, end: ['verification-result'] },
        papers: verificationReportPaper({ facts, setting, on }, { findings, hit, recheck }),
      },
      now,
    );
  },
});

/** A report names everybody whose means may be queried, whatever was found (D57 §17); a recheck answers the objection alone. */
function mustNameEveryone(facts: Facts, findings: readonly VerificationFinding[], recheck: boolean): void {
  const named = new Set(findings.map(({ person }) => person));
  const missing = queryable(facts).filter((person) => !named.has(person));
  must(recheck || missing.length === 0, 'verification-incomplete', { missing });
}

const queryable = (facts: Facts): readonly string[] => {
  const { head, parts } = theCase(facts);
  const askedOn = head.verification?.requestedOn ?? head.acceptedOn ?? '';
  return personsToQuery(parts.household, parts.consents, { program: head.program, on: askedOn });
};

/** A report answers a started verification or an objection; while an objection to the publicity is looked into, it may be renewed. */
function checkState(facts: Facts): boolean {
  const { head } = theCase(facts);
  const { verification, status } = head;
  must(verification && verification.state !== 'requested', 'step-out-of-order', {
    status,
    needed: [verification ? 'start-verification' : 'request-verification'],
  });
  const renewed = status === 'reinvestigating' && verification.state !== 'hit';
  must(renewed || verification.state === 'started' || verification.state === 'objected', 'already-done', {
    state: verification.state,
  });
  return verification.state === 'objected';
}

/** A finding on a listed member who may be queried, named by token from here on. */
function onMember(facts: Facts, finding: RecordVerificationInput['findings'][number]): VerificationFinding {
  const { person: member, idNumber, ...rest } = finding;
  const person = listedMember(facts, { member, idNumber });
  must(queryable(facts).includes(person), 'consent-incomplete', {
    missing: [person],
  });
  return { person, ...rest };
}
