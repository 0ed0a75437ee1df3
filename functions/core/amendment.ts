import type { AmendedFact } from '../../schemas/amendment.ts';
import type { TermChanges } from '../../schemas/case-events.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { TermName } from '../../schemas/term.ts';
import { obligorsToSign, personsWithoutConsent } from '../law/consents.ts';
import { verificationDue } from '../law/program-path.ts';
import { countedOn } from './assessed.ts';
import type { CaseState } from './case-fold.ts';
import { runningTerms, startTerms } from './case-terms.ts';
import type { Setting } from './setting.ts';

/** What rested on the former facts and must be done again. */
export type Again = 'verification' | 'opinion' | 'publicity';

/** A value as text, whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  ) ?? '';

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const withoutIncome = ({ members }: Household) => members.map(({ income: _income, ...rest }) => rest);
const incomeOf = ({ members }: Household) => members.map(({ person, income }) => ({ person, income }));

/** Which facts of a household differ between two versions of it. */
export function amendedFacts(before: Household, after: Household): AmendedFact[] {
  const changed: readonly (readonly [AmendedFact, boolean])[] = [
    ['members', !same(withoutIncome(before), withoutIncome(after))],
    ['income', !same(incomeOf(before), incomeOf(after))],
    ['property', !same(before.property, after.property)],
    ['expenses', !same(before.expenses ?? [], after.expenses ?? [])],
    ['obligors', !same(before.obligors, after.obligors)],
    ['rigid-spending', !same(before.rigidSpending ?? [], after.rigidSpending ?? [])],
    ['aid-request', !same(before.aidRequest, after.aidRequest)],
  ];
  return changed.flatMap(([fact, is]) => (is ? [fact] : []));
}

type Entry = { readonly [key: string]: unknown };

/** An entry that is not on file yet may not carry what only verification, survey or a person's finding can say. */
const claimsIn = (path: string, before: readonly Entry[], after: readonly Entry[]): readonly string[] =>
  after
    .filter((entry) => !before.some((one) => same(one, entry)))
    .flatMap((entry) => [
      ...('evidence' in entry && entry['evidence'] !== 'declared' ? [`${path}.evidence`] : []),
      ...(['consented', 'propertyWithinRule'] as const).filter((key) => key in entry).map((key) => `${path}.${key}`),
    ]);

/**
 * Findings an amendment would write in the applicant's place: marks of verification or survey on what is new, and a class, a self-care grade or
 * aid received that differ from those on file. Empty where it only declares (D57 §9).
 */
export function claimedFindings(before: Household, after: Household): readonly string[] {
  const ofMembers = after.members.flatMap((member) => {
    const known = before.members.find(({ person }) => person === member.person);
    const kept = (['class', 'selfCare', 'receives'] as const).filter((key) => !same(known?.[key], member[key]));
    return [
      ...(known ? kept.map((key) => `members.${key}`) : []),
      ...claimsIn('members.income', known?.income ?? [], member.income),
    ];
  });
  return [
    ...new Set([
      ...ofMembers,
      ...claimsIn('property', before.property, after.property),
      ...claimsIn('obligors', before.obligors ?? [], after.obligors ?? []),
    ]),
  ];
}

/** Whether every counted adult of the amended household has consented to the query (LAW §40). */
export const consentsCompleteFor = ({ head, parts }: CaseState, after: Household, on: CivilDate): boolean =>
  personsWithoutConsent(after, parts.consents, { program: head.program, on }).length === 0 &&
  obligorsToSign(after, { program: head.program, on }).length === 0;

/**
 * What must be done again on amended facts: the verification where somebody counts who was not asked about, the opinion where one was given, and
 * the publicity where the number of members it tells is another (D57 §19, §24). Class and amount are compared when the new opinion is given.
 */
export function toDoAgain(state: CaseState, after: Household, on: CivilDate): Again[] {
  const { head, parts } = state;
  const before = countedOn(state, on);
  const counted = countedOn({ parts: { ...parts, household: after } }, on);
  const joined = counted.some((person) => !before.includes(person));
  const others = joined || counted.length !== before.length;
  const posted = (head.publicity?.channels ?? []).length > 0 || head.publicity?.endsOn !== undefined;
  return [
    ...(joined && head.verification && verificationDue(head) ? (['verification'] as const) : []),
    ...(head.opinion ? (['opinion'] as const) : []),
    ...(others && posted ? (['publicity'] as const) : []),
  ];
}

const ofVerification: readonly TermName[] = [
  'verification-start',
  'verification-result',
  'verification-inform',
  'verification-objection',
];

/** The terms of what is done again begin anew; the decision term goes on, for no text lets a clock stop (rulebook 3.7). */
export function termsOfAmendment(
  { head, parts }: CaseState,
  again: readonly Again[],
  { setting, on }: { readonly setting: Setting; readonly on: CivilDate },
): TermChanges {
  const running = runningTerms(parts.terms);
  const over = (name: TermName): boolean =>
    (again.includes('verification') && ofVerification.includes(name)) ||
    (again.includes('publicity') && (name === 'publicity' || (head.program === 'TK' && name === 'decision')));
  const end = running.filter(over);
  const start = again.includes('opinion') ? startTerms(['opinion'], { head, setting, fromOn: on }) : [];
  return { ...(start.length > 0 ? { start } : {}), ...(end.length > 0 ? { end } : {}) };
}
