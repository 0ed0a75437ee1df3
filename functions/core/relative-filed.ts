import type { CaseHead } from '../../schemas/case.ts';
import type { UndoneAct } from '../../schemas/case-evidence.ts';

/**
 * The case item after a near relative was filed (D57 §11, SD4, B21): the person has no task on the case any more, and what the person
 * did in it counts as not done. A case that was already reviewed goes back to be investigated; its last opinion stays for comparison.
 */
export function relativeFiled(
  head: CaseHead,
  { staff, undone }: { readonly staff: string; readonly undone: readonly UndoneAct[] },
): Partial<CaseHead> {
  return {
    relativeFiled: true,
    relatives: [...new Set([...head.relatives, staff])],
    unfiledRelatives: (head.unfiledRelatives ?? []).filter((id) => id !== staff),
    surveyors: head.surveyors.filter((id) => id !== staff),
    ...(undone.includes('survey') ? { surveyedOn: undefined } : {}),
    ...(undone.includes('county-survey') ? { countySurvey: undefined } : {}),
    ...(undone.includes('reinvestigation') ? { reinvestigators: undefined } : {}),
    ...(head.reviewer === staff ? { reviewer: undefined } : {}),
    ...(undone.includes('verification') && head.verification
      ? { verification: { state: 'requested', requestedOn: head.verification.requestedOn, hits: 0 } }
      : {}),
    ...(undone.includes('opinion') ? { status: backTo(undone) } : {}),
  };
}

const backTo = (undone: readonly UndoneAct[]): CaseHead['status'] =>
  undone.includes('reinvestigation') ? 'reinvestigating' : 'investigating';
