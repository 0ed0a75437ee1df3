import type { DiligenceView, ExemptionReview } from '../../schemas/diligence.ts';
import { type CaseEvent, type CaseState, foldCase } from '../core/case-fold.ts';
import { daysBetween } from '../law/civil-day.ts';
import { civilDateOf } from '../law/clock-face.ts';

/** Said on every pack: who decides is a body with the power to, never this system. */
export const diligenceNote = '本材料只列事实和线索，不作结论；是否免责由有权机关依法依规决定。';

/** Events by which something done before is put right. */
const corrective: readonly CaseEvent['type'][] = [
  'case-reinvestigated',
  'household-reverified',
  'correction-answered',
  'adjustment-decided',
  'confirmation-revoked',
];

/** Whether a person acted, or is named among those who went there. */
const actedIn = ({ actor, data }: CaseEvent, person: string): boolean => {
  const named = 'visit' in data ? data.visit.surveyors : 'surveyors' in data ? data.surveyors : [];
  return actor.personId === person || named.includes(person);
};

/** What the case held before an act: nothing that came later. */
function knownTo(state: CaseState | undefined): DiligenceView['acts'][number]['known'] {
  const { head, parts } = state ?? {};
  return {
    version: state?.version ?? 0,
    status: head?.status ?? '',
    consentsComplete: head?.consentsComplete ?? false,
    verification: head?.verification?.state ?? 'none',
    hits: head?.verification?.hits ?? 0,
    conflicts: parts?.findings.filter(({ conflicts }) => conflicts).length ?? 0,
    visits: parts?.visits.length ?? 0,
    inconsistentVisits: parts?.visits.filter(({ consistent }) => !consistent).length ?? 0,
    objections: head?.objections ?? 0,
    complaint: head?.complaint ?? false,
    relativesKnown: head?.relatives.length ?? 0,
  };
}

/**
 * The evidence pack of one person's part in a case (容错纠错, D57 §39; rulebook 7.6): each act with what was known at that instant, what
 * was put right afterwards and how soon, and what a body decided. Facts only; pure.
 */
export function diligenceOf(
  events: readonly CaseEvent[],
  person: string,
  reviews: readonly ExemptionReview[],
): Omit<DiligenceView, 'caseId' | 'complete'> {
  const acts: DiligenceView['acts'] = [];
  const corrections: DiligenceView['corrections'] = [];
  let state: CaseState | undefined;
  for (const event of events) {
    const { seq, at, type, step, actor, lawPack } = event;
    const last = acts.at(-1);
    if (last && corrective.includes(type)) {
      const daysAfter = daysBetween(civilDateOf(last.at), civilDateOf(at));
      corrections.push({ seq, at, type, own: actor.personId === person, daysAfter });
    }
    if (actedIn(event, person)) {
      const post = actor.personId === person ? actor.post : '';
      acts.push({ seq, at, step, type, post, lawPack, known: knownTo(state) });
    }
    state = foldCase(state, event);
  }
  return { person, acts, corrections, reviews: [...reviews], note: diligenceNote };
}
