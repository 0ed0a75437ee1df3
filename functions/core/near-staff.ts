import type { CaseHead } from '../../schemas/case.ts';
import { type Facts, kinOf, theCase } from './facts.ts';
import { must } from './problem.ts';

/**
 * Staff and cadres who are a listed member, or near to one, as the register shows at the moment of the act: also those registered after
 * acceptance (D57 §11; SD4, SD8). Needs `kin` among the facts.
 */
export function nearStaff(facts: Facts): ReadonlySet<string> {
  const { head, parts } = theCase(facts);
  const indexes = [kinOf(facts, head.townshipCode), kinOf(facts, head.countyCode)];
  const near = parts.household.members.flatMap(({ person }) => indexes.flatMap((index) => index[person] ?? []));
  return new Set(near.map(({ staff }) => staff));
}

const filedIn = ({ relatives, unfiledRelatives = [] }: CaseHead): readonly string[] =>
  relatives.filter((id) => !unfiledRelatives.includes(id));

/** Those declared, found at acceptance or shown by the register today whose relation is not filed yet (D57 §11). */
export function unfiledStaff(facts: Facts): readonly string[] {
  const { head } = theCase(facts);
  const filed = filedIn(head);
  return [...new Set([...(head.unfiledRelatives ?? []), ...nearStaff(facts)])].filter((id) => !filed.includes(id));
}

/** The filing of a near relative comes before the investigation and whatever follows it (T4 blocks T5). */
export function checkRelativesFiled(facts: Facts): void {
  const staff = unfiledStaff(facts);
  must(staff.length === 0, 'relative-filing-missing', { staff });
}
