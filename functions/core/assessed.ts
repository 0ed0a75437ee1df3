import type { CivilDate } from '../../schemas/dates.ts';
import { groupOf, isPersonal, type Program, type ProgramGroup } from '../../schemas/program.ts';
import { ageOn } from '../law/household.ts';
import { type Assessed, countedPersons } from './case-assessment.ts';
import type { CaseState } from './case-fold.ts';
import { must } from './problem.ts';

export { type Assessed, assessCase } from './case-assessment.ts';

/** Persons who count on a civil date (D57 §7), whatever the program. */
export const countedOn = ({ parts }: Pick<CaseState, 'parts'>, on: CivilDate): readonly string[] =>
  countedPersons(parts.household, on);

/** Whom a confirmation takes in: the applicant alone where the program is about one person, else everybody who counts (P07). */
export const coveredOn = ({ head, parts }: CaseState, on: CivilDate): readonly string[] =>
  isPersonal(head.program) || head.alone ? [head.applicant] : countedPersons(parts.household, on);

/** Marks a public notice of an applicant who is a minor on a civil date: no channel shows the full name (rulebook 5, PIPL §28). */
export function minorMark({ head, parts }: CaseState, on: CivilDate): { readonly minor?: true } {
  const applicant = parts.household.members.find(({ person }) => person === head.applicant);
  return applicant && ageOn(applicant.birthOn, on) < 18 ? { minor: true } : {};
}

const lawful: Readonly<Record<ProgramGroup, readonly string[]>> = {
  DB: ['composition', 'area', 'hukou', 'income', 'property', 'alone', 'already-covered'],
  TK: ['labour-ability', 'income', 'property', 'obligors', 'exclusion', 'hukou', 'already-covered'],
  BY: ['composition', 'hukou', 'higher-tier', 'income', 'property', 'already-covered'],
  GX: ['composition', 'hukou', 'higher-tier', 'income', 'property', 'rigid-spending', 'already-covered'],
  GL: ['age', 'hukou', 'income', 'other-aid', 'exclusion', 'already-covered'],
  LS: ['request', 'place', 'already-covered'],
};

/**
 * What the law knows as a reason not to take somebody in: 低保 D57 §4–5, §7, §13–14; 特困 T43 §4–9; edge LAW §21; rigid expenditure R62 §4;
 * old-age allowance rulebook 2.9; temporary assistance TA18; double aid invariant 8. Labour ability is a ground for 特困 alone; occupation,
 * status and an evaluation are none (P06).
 */
export const lawfulGrounds = (program: Program): readonly string[] => lawful[groupOf(program)];

/** A conclusion a person draws, and why. */
export interface Conclusion {
  readonly result: 'confirm' | 'deny';
  readonly grounds: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * Guards of a conclusion against the computed assessment (N83 一(一), P06): a denial rests on lawful grounds, what departs from the
 * assessment or settles a matter left to a person says why, and nobody is confirmed who fails the test. Returns the grounds to record.
 */
export function checkConclusion(
  conclusion: Conclusion,
  { entitled, grounds: found, finding }: Assessed,
): readonly string[] {
  const { result, grounds, reasons } = conclusion;
  const failed: string[] = found.filter(({ passed }) => passed === false).map(({ code }) => code);
  if (result === 'confirm') {
    must(entitled !== false, 'opinion-contradicts-assessment', { failed });
    must(entitled === true || reasons.length > 0, 'opinion-contradicts-assessment', {
      review: found.filter(({ passed }) => passed === 'review').map(({ code }) => code),
    });
    return [];
  }
  const allowed = lawfulGrounds(finding.program);
  const unlawful = grounds.filter((ground) => !allowed.includes(ground));
  must(unlawful.length === 0, 'ground-not-lawful', { unlawful, lawful: allowed });
  must(failed.length > 0 || (grounds.length > 0 && reasons.length > 0), 'opinion-contradicts-assessment', {
    entitled,
    failed,
  });
  return [...new Set([...failed, ...grounds])];
}
