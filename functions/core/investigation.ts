import type { CaseHead } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { obligorsToSign, personsWithoutConsent } from '../law/consents.ts';
import { parameterOn } from '../law/parameters.ts';
import { surveyAlways, verificationDue } from '../law/program-path.ts';
import type { CaseState } from './case-fold.ts';
import { startTerms } from './case-terms.ts';
import { must } from './problem.ts';
import type { Setting } from './setting.ts';

/** What stands before a confirmation (SEED 二(三)3, P02). */
export type Gap = 'acceptance' | 'consents' | 'verification' | 'survey' | 'opinion' | 'publicity';

/** What the case item alone shows to be missing. A verification that found something is settled by dates: see `gapsOn`. */
export const gapsOf = (head: CaseHead): readonly Gap[] => [
  ...(head.acceptedOn ? [] : (['acceptance'] as const)),
  ...(head.consentsComplete || !verificationDue(head) ? [] : (['consents'] as const)),
  ...(!verificationDue(head) || (head.verification && ['finished', 'informed'].includes(head.verification.state))
    ? []
    : (['verification'] as const)),
  ...(head.surveyedOn || !surveyDue(head) ? [] : (['survey'] as const)),
];

/** Where data decide, a visit follows a finding, a dispute, a complaint or a near relative (rulebook 3.6; D57 §20(2)). */
export const surveyDue = (head: CaseHead): boolean =>
  surveyAlways(head) ||
  head.disputed === true ||
  head.complaint === true ||
  head.relatives.length > 0 ||
  (head.verification?.hits ?? 0) > 0;

/**
 * Whether the verification is settled on a civil date (D57 §17, §18): nothing was found, or the recheck is back, or the applicant was
 * served the result and the window to object is over. Its last day belongs to the applicant (B1).
 */
export function verificationSettled({ head, parts }: CaseState, on: CivilDate): boolean {
  const { verification } = head;
  if (verification?.state !== 'informed') return verification?.state === 'finished';
  const notice = parts.papers.filter(({ kind }) => kind === 'W12').at(-1);
  return notice?.served !== undefined && verification.windowEndsOn !== undefined && verification.windowEndsOn < on;
}

/** Whether an adult counts, perhaps only since the survey, who never consented to the query (LAW §40, P02). */
const consentMissing = ({ head, parts }: CaseState, on: CivilDate): boolean => {
  const asked = { program: head.program, on: head.verification?.requestedOn ?? on };
  const missing = personsWithoutConsent(parts.household, parts.consents, asked);
  return missing.length > 0 || obligorsToSign(parts.household, asked).length > 0;
};

/** What is missing on a civil date before anyone may conclude on the household. */
export function gapsOn(state: CaseState, on: CivilDate): readonly Gap[] {
  const gaps: readonly Gap[] = [
    ...gapsOf(state.head),
    ...(verificationDue(state.head) && consentMissing(state, on) ? (['consents'] as const) : []),
    ...(!verificationDue(state.head) || verificationSettled(state, on) ? [] : (['verification'] as const)),
  ];
  return [...new Set(gaps)];
}

/**
 * Refuses where a dispute stands that no evaluation has looked at since (SEED 二(三)2, rulebook 3.5): survey against declaration, an
 * objection to the publicity, or a near-relative case where the county asks for it.
 */
export function checkEvaluated({ head }: CaseState, setting: Setting, on: CivilDate): void {
  const reasons = evaluatedWhen(head, setting, on);
  const since = reasons.includes('DISPUTE') ? head.disputedOn : undefined;
  const stale = since !== undefined && (head.evaluatedOn ?? '') < since;
  const near = reasons.includes('NEAR_RELATIVE') && head.relativeFiled === true && head.evaluatedOn === undefined;
  must(!stale && !near, 'evaluation-missing', stale ? { disputedOn: since } : { relativeFiled: true });
}

const evaluatedWhen = ({ program }: CaseHead, { parameters }: Setting, on: CivilDate): readonly string[] => {
  const wanted = parameterOn(parameters, 'evaluation.requiredWhen', { program, on })?.value;
  return Array.isArray(wanted) ? wanted : [];
};

/** The term to hold an evaluation once a dispute has arisen (T9), where the county wants one. */
export const evaluationTerm = (head: CaseHead, setting: Setting, on: CivilDate): Term[] =>
  evaluatedWhen(head, setting, on).includes('DISPUTE') ? startTerms(['evaluation'], { head, setting, fromOn: on }) : [];
