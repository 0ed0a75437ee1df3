import type { CaseHead, CaseStatus } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { HouseholdChange } from '../../schemas/household-change.ts';
import type { Management } from '../../schemas/management.ts';
import { amountIn } from '../law/entitlements.ts';
import { isRunning } from '../law/household.ts';
import { countedOn } from './assessed.ts';
import type { CaseState } from './case-fold.ts';

const nothing: Management = { changes: [], standards: [] };

/** Dynamic management of a case; empty where nothing has happened since the confirmation. */
export const managementOf = ({ parts }: Pick<CaseState, 'parts'>): Management => parts.management ?? nothing;

/** Changes that were reported and not yet settled by a check. */
export const openChanges = (state: Pick<CaseState, 'parts'>): readonly HouseholdChange[] =>
  managementOf(state).changes.filter(({ settledOn }) => settledOn === undefined);

/** What a case stands at while nothing is looked into: a fade-out goes on until it is decided upon. */
export const restingStatus = ({ fadeOut }: Management): CaseStatus => (fadeOut ? 'fading' : 'active');

/** The benefit month in which a decision of a civil date takes effect: the next one (D57 §21; T43 §26; for 低保 by analogy, rulebook 6.3). */
export const effectMonth = (on: CivilDate): string => {
  const [year = 0, month = 0] = on.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
};

/** Amount a month in fen that holds for a benefit month as decided so far. */
export const benefitIn = ({ parts }: Pick<CaseState, 'parts'>, month: string): number =>
  amountIn(parts.benefit?.entitlements ?? [], month);

/** To whom papers of a benefit go: the applicant, or after the applicant's death the first member who counts. */
export function recipientOf(state: CaseState, on: CivilDate): CaseHead['applicant'] {
  const { applicant } = state.head;
  const member = state.parts.household.members.find(({ person }) => person === applicant);
  if (!member || !isRunning(member, 'deceased', on)) return applicant;
  return countedOn(state, on)[0] ?? applicant;
}
