import type { HolderPost } from '../../schemas/term.ts';
import type { ClockKey } from './clocks.ts';
import type { Citation } from './sources.ts';

/** Whose time a term is. */
export type HolderLevel = 'township' | 'county' | 'city' | 'applicant' | 'public';

/** A term as the table below writes it: names, what it runs from, who holds it, its clock and clauses. */
export interface TermRow {
  readonly names: readonly [zh: string, en: string];
  readonly from: readonly [zh: string, en: string];
  readonly by: readonly [HolderLevel, HolderPost];
  readonly clock: ClockKey;
  /** What the clock counts; working days where absent. Days and months roll off a day of rest (CIVIL §203, A12). */
  readonly unit?: 'days' | 'months';
  /** False where an end on a day of rest stays there. */
  readonly rolls?: false;
  /** Further days of an extension, counted on from the same start: they do not begin anew. */
  readonly further?: ClockKey;
  /** Its length differs from case to case and is told from the days it runs between. */
  readonly cycle?: true;
  /** Its last day is fixed by a decision and never moves. */
  readonly fixed?: true;
  /** The length itself is law. */
  readonly law?: true;
  readonly basis: readonly Citation[];
}
