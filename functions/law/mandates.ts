import type { CivilDate } from '../../schemas/dates.ts';
import type { Mandate, MandateScope } from '../../schemas/mandate.ts';
import { addDays, addMonths } from './civil-day.ts';
import { ageOn } from './household.ts';

/**
 * What each act of an agent needs the mandate to say (D57 §6, LAW §37). `any`: a mandate in force will do; `none`: anyone may do it. An act
 * that is not here is none of an agent's.
 */
const scopes: Readonly<Record<string, MandateScope | 'any' | 'none'>> = {
  'supply-materials': 'apply',
  'withdraw-application': 'apply',
  'record-consents': 'apply',
  'amend-facts': 'apply',
  'object-verification': 'objection',
  'raise-objection': 'none',
  'object-termination': 'none',
  'report-change': 'changes',
  'report-self-care-change': 'changes',
  'record-representations': 'representations',
  'record-appeal': 'appeal',
  'revoke-mandate': 'any',
  'read-case': 'any',
  'list-case-terms': 'any',
  'list-papers': 'any',
  'list-mandates': 'any',
  'read-paper': 'any',
  'read-paper-pdf': 'any',
};

/** What an act needs of an agent's mandate; undefined where no agent may do it. */
export const scopeOf = (act: string): MandateScope | 'any' | 'none' | undefined => scopes[act];

/** Everything a guardian may do: the ward's legal agent needs no list (CIVIL §23). */
export const everyScope: readonly MandateScope[] = [
  'apply',
  'objection',
  'representations',
  'changes',
  'service',
  'appeal',
];

const ADULT = 18;

/** A minor gives no mandate: the guardian acts (CIVIL §19–20, §23). */
export const guardianNeeded = (birthOn: CivilDate, on: CivilDate): boolean => ageOn(birthOn, on) < ADULT;

/** The last day of the guardianship of a minor: the day before the eighteenth birthday, on which it is over (CIVIL §17). */
export const lastDayOfMinority = (birthOn: CivilDate): CivilDate => addDays(addMonths(birthOn, ADULT * 12), -1);

/** Why a mandate does not carry an act on a day; undefined where it does. */
export type MandateFault = 'mandate-revoked' | 'mandate-not-begun' | 'mandate-expired' | 'mandate-scope';

/** What stands against a mandate on a civil date: its last day still belongs to it, the day of its end no more (CIVIL §173). */
export function faultOf(
  { revokedOn, from, until, scope }: Pick<Mandate, 'revokedOn' | 'from' | 'until' | 'scope'>,
  needed: MandateScope | 'any',
  on: CivilDate,
): MandateFault | undefined {
  if (revokedOn !== undefined && revokedOn <= on) return 'mandate-revoked';
  if (on < from) return 'mandate-not-begun';
  if (until !== undefined && until < on) return 'mandate-expired';
  return needed === 'any' || scope.includes(needed) ? undefined : 'mandate-scope';
}
