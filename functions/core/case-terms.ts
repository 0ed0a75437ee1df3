import type { CaseHead } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term, TermName } from '../../schemas/term.ts';
import { termsOfConfirmer } from '../law/program-terms.ts';
import { holderOrgOf, startTerm } from '../law/term-start.ts';
import type { Setting } from './setting.ts';

/** Starts terms of a case on a day, each with its holder's organisation; `holders` names the persons where they are known. */
export function startTerms(
  names: readonly TermName[],
  of: {
    readonly head: Pick<CaseHead, 'townshipCode' | 'countyCode' | 'mode' | 'program'>;
    readonly setting: Setting;
    readonly fromOn: CivilDate;
    readonly holders?: Readonly<Partial<Record<TermName, string>>>;
    readonly decisionDueOn?: CivilDate;
    readonly months?: number;
    readonly lastOn?: CivilDate;
  },
): Term[] {
  const { head, setting, fromOn, holders, decisionDueOn, months, lastOn } = of;
  const delegated = head.mode === 'delegated';
  return names.map((name) =>
    startTerm(name, {
      fromOn,
      calendar: setting.calendar,
      clocks: setting.clocks,
      delegated,
      program: head.program,
      holderOrg: holderOrgOf(name, { ...head, delegated }),
      ...(holders?.[name] ? { holderId: holders[name] } : {}),
      ...(decisionDueOn ? { decisionDueOn } : {}),
      months,
      lastOn,
    }),
  );
}

/** Terms of a case that run and have not ended, by name. */
export const runningTerms = (terms: readonly Term[]): readonly TermName[] =>
  terms.filter(({ endedOn }) => endedOn === undefined).map(({ term }) => term);

const ofReview: readonly TermName[] = [
  'investigation-start',
  'verification-start',
  'verification-result',
  'verification-inform',
  'verification-objection',
  'survey',
  'evaluation',
  'opinion',
  'posting',
  'publicity',
  'reinvestigation',
  'county-survey',
  'decision',
  'county-decision',
  'appeal-order',
];

/** Terms of the review that still run: a decision or the end of the procedure ends them all. */
export const runningReviewTerms = (terms: readonly Term[]): TermName[] =>
  runningTerms(terms).filter((name) => ofReview.includes(name));

const ofManagement: readonly TermName[] = [
  'reverification',
  'change-check',
  'death-adjustment',
  'hearing-notice',
  'hearing',
  'adjustment',
  'fade-out-end',
  'termination-recheck',
  'appeal-order',
];

/** Terms of dynamic management that a decision on the amount ends; one that leaves the aid as it was does not end a fade-out. */
export const runningManagedTerms = (terms: readonly Term[], leavesAsItWas = false): TermName[] =>
  runningTerms(terms).filter((name) => ofManagement.includes(name) && !(leavesAsItWas && name === 'fade-out-end'));

/** The same running terms, held from now on by a person who is known. */
export const heldBy = (terms: readonly Term[], name: TermName, holderId: string): Term[] =>
  terms.filter(({ term, endedOn }) => term === name && endedOn === undefined).map((term) => ({ ...term, holderId }));

/** Running terms of the confirmer's acts, held by who confirms now: days and clause are those they were started under (K1, B11). */
export const heldAnew = (
  terms: readonly Term[],
  { mode, townshipCode, countyCode }: Pick<CaseHead, 'mode' | 'townshipCode' | 'countyCode'>,
): Term[] =>
  terms
    .filter(({ term, endedOn }) => termsOfConfirmer.includes(term) && endedOn === undefined)
    .map(({ holderId: _former, ...term }) => ({
      ...term,
      holderOrg: mode === 'standard' ? countyCode : townshipCode,
      holderPost: mode === 'standard' ? 'CC' : 'TD',
      countyHeld: mode === 'standard',
    }));
