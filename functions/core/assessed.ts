import type { Assessment } from '../../schemas/assessment.ts';
import type { CaseClass } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { ageOn, countedMembers } from '../law/household.ts';
import { assessDb } from '../law/programs/db.ts';
import type { CaseState } from './case-fold.ts';
import { must } from './problem.ts';
import type { Setting } from './setting.ts';

/** The means test of a case on a civil date, on the household as it is on file then. */
export const assessCase = ({ head, parts }: CaseState, setting: Setting, on: CivilDate): Assessment =>
  assessDb(parts.household, { program: head.program, parameters: setting.parameters, on });

/** Marks a public notice of an applicant who is a minor on a civil date: no channel shows the full name (rulebook 5, PIPL §28). */
export function minorMark({ head, parts }: CaseState, on: CivilDate): { readonly minor?: true } {
  const applicant = parts.household.members.find(({ person }) => person === head.applicant);
  return applicant && ageOn(applicant.birthOn, on) < 18 ? { minor: true } : {};
}

/** Persons who count on a civil date (D57 §7): those a confirmation takes in, all of them (P07). */
export const countedOn = ({ parts }: Pick<CaseState, 'parts'>, on: CivilDate): readonly string[] =>
  countedMembers(parts.household, on)
    .filter(({ counted }) => counted)
    .map(({ member }) => member.person);

/** The class a household is shown under where the county pays by tiers: that of its neediest member; none where it pays the difference. */
export function classOf({ mode, members }: Assessment): { readonly class?: CaseClass } {
  if (mode === 'DIFF') return {};
  const best = members.flatMap((member) => (member.counted && member.class ? [member.class] : [])).sort()[0];
  return best ? { class: best } : {};
}

/** What the law knows as a reason not to take a household in (D57 §4–5, §7, §13–14; invariant 8). Labour ability, occupation, status and an evaluation are none (P06). */
export const lawfulGrounds = ['composition', 'area', 'hukou', 'income', 'property', 'already-covered'] as const;

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
export function checkConclusion(conclusion: Conclusion, { entitled, grounds: found }: Assessment): readonly string[] {
  const { result, grounds, reasons } = conclusion;
  const failed: string[] = found.filter(({ passed }) => passed === false).map(({ code }) => code);
  if (result === 'confirm') {
    must(entitled !== false, 'opinion-contradicts-assessment', { failed });
    must(entitled === true || reasons.length > 0, 'opinion-contradicts-assessment', {
      review: found.filter(({ passed }) => passed === 'review').map(({ code }) => code),
    });
    return [];
  }
  const unlawful = grounds.filter((ground) => !(lawfulGrounds as readonly string[]).includes(ground));
  must(unlawful.length === 0, 'ground-not-lawful', { unlawful, lawful: lawfulGrounds });
  must(failed.length > 0 || (grounds.length > 0 && reasons.length > 0), 'opinion-contradicts-assessment', {
    entitled,
    failed,
  });
  return [...new Set([...failed, ...grounds])];
}
