import type { Companion } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Provider } from '../../schemas/provider.ts';
import { helperIndex } from './county-fold.ts';
import { type Facts, kinOf, staffOf, stateOf, theCase } from './facts.ts';
import { must } from './problem.ts';
import { type ProviderState, runsOn } from './provider-fold.ts';
import type { SubjectRef } from './subject.ts';

/** The providers whose people are named, as facts to load. */
export const providersOf = (companions: readonly Companion[] = []): SubjectRef[] =>
  [...new Set(companions.map(({ providerId }) => providerId))].map((id) => ({ kind: 'provider', id }));

/** Whether a person is registered as one of a provider's: such a person assists, never handles a case (LAW §56). */
export const isHelper = (facts: Facts, countyCode: string, personId: string): boolean =>
  Object.values(kinOf(facts, helperIndex(countyCode))).some((near) =>
    near.some(({ staff, relation }) => relation === 'self' && staff === personId),
  );

/** People of providers who are a listed member of the household, or near to one. */
function nearHelpers(facts: Facts): ReadonlySet<string> {
  const { head, parts } = theCase(facts);
  const index = kinOf(facts, helperIndex(head.countyCode));
  return new Set(parts.household.members.flatMap(({ person }) => (index[person] ?? []).map(({ staff }) => staff)));
}

/**
 * Guards of those who go along without investigating (SEED 二(二)1; LAW §56): registered people of a provider whose contract runs that
 * day and covers the task, in their township, none near to the household (SD4), none counted among the investigators.
 */
export function checkCompanions(
  facts: Facts,
  companions: readonly Companion[],
  of: { readonly task: Provider['tasks'][number]; readonly on: CivilDate; readonly investigators?: readonly string[] },
): void {
  const { task, on, investigators = [] } = of;
  const { countyCode, townshipCode, caseId } = theCase(facts).head;
  for (const { providerId, personId } of companions) {
    must(!investigators.includes(personId), 'helper-may-not-investigate', { persons: [personId] });
    const record = staffOf(facts, personId);
    const engaged = record?.helper?.providerId === providerId && record.helper.townships.includes(townshipCode);
    const active = record && record.activeFrom <= on && (record.activeTo ?? on) >= on;
    must(engaged && active, 'helper-unknown', { personId, providerId });
    const provider = stateOf<ProviderState>(facts, { kind: 'provider', id: providerId })?.head;
    const covered = provider?.countyCode === countyCode && runsOn(provider, on) && provider.tasks.includes(task);
    must(covered, 'contract-does-not-cover', { providerId, task, on });
  }
  const near = nearHelpers(facts);
  const recused = companions.map(({ personId }) => personId).filter((id) => near.has(id));
  must(recused.length === 0, 'near-relative-recused', { caseId, persons: recused });
}
