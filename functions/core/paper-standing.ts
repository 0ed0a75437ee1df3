import type { CivilDate } from '../../schemas/dates.ts';
import type { Paper, PaperKind } from '../../schemas/paper.ts';
import type { PaperEntry } from './case-fold.ts';

/** How far a paper still holds on a day. */
export type Standing = 'valid' | 'expired' | 'revoked' | 'superseded';

/** Decisions on a case: a later one takes the place of those before it. */
const decisions: readonly PaperKind[] = ['W20', 'W21', 'W25', 'W28'];

/** The last day a paper names for itself: of publicity, of a recognition, of a verification report, of an agreement. */
const lastDays: Readonly<Partial<Record<PaperKind, string>>> = {
  W11: 'validUntil',
  W17: 'endsOn',
  W20: 'validUntil',
  W31: 'untilOn',
};

/**
 * Whether a paper still holds: a decision is revoked by a later W28 and superseded by any later decision of its case, a notice or a
 * recognition expires with the last day it names. What else was issued stays a fact.
 */
export function standingOf(paper: Paper, register: readonly PaperEntry[], on: CivilDate): Standing {
  const at = register.findIndex(({ paperId }) => paperId === paper.paperId);
  const later = decisions.includes(paper.kind)
    ? register.slice(at + 1).filter(({ kind }) => decisions.includes(kind))
    : [];
  if (later.some(({ kind }) => kind === 'W28')) return 'revoked';
  if (later.length > 0) return 'superseded';
  const lastDay = paper.data[lastDays[paper.kind] ?? ''];
  return typeof lastDay === 'string' && lastDay < on ? 'expired' : 'valid';
}
