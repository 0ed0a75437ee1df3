import type { Application } from '../../schemas/application.ts';
import type { Material } from '../../schemas/case-evidence.ts';
import type { Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { closedStates } from '../law/procedure.ts';
import { countyOf } from '../law/tenants.ts';
import { tokenOf } from './household-on-file.ts';

/** What is signed anew with every application: it says that things are so now, and for what data may be asked. */
const signedAnew: readonly string[] = ['application-form', 'promise', 'consent'];

/**
 * Materials of an earlier case that an application takes over unchanged (T20, R62 §10): nothing unchanged is asked for twice. The case must be
 * closed, of the same county, and list the applicant; nothing bars applying again at once. Refuses what is not on that file.
 */
export function reusedMaterials(facts: Facts, { earlier, members, townshipCode }: Application): readonly Material[] {
  if (!earlier) return [];
  const before = facts.case;
  const applicant = tokenOf(facts, members[0]?.idNumber ?? '');
  const own =
    before?.head.caseId === earlier.caseId &&
    before.head.countyCode === countyOf(townshipCode) &&
    closedStates.includes(before.head.status) &&
    before.parts.household.members.some(({ person }) => person === applicant);
  must(before && own, 'earlier-case-not-usable', { caseId: earlier.caseId });
  const onFile = before.parts.materials;
  const missing = earlier.reuse.filter(
    (item) => signedAnew.includes(item) || !onFile.some((material) => material.item === item),
  );
  must(missing.length === 0, 'earlier-case-not-usable', { caseId: earlier.caseId, missing });
  return onFile.filter(({ item }) => earlier.reuse.includes(item));
}
