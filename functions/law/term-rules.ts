import { type HolderPost, TermName } from '../../schemas/term.ts';
import type { ClockKey } from './clocks.ts';
import { type TermOf, termRowOf } from './program-terms.ts';
import type { Citation } from './sources.ts';
import type { HolderLevel, TermRow } from './term-rows.ts';

export { type ClockKey, type Clocks, clockOf, defaultClocks } from './clocks.ts';

/** One term of the law or of the internal plan. */
export interface TermRule {
  readonly term: TermName;
  readonly zh: string;
  readonly en: string;
  readonly unit: 'working-days' | 'days' | 'months';
  /** Its length; for `posting` the days of publicity that must still fit in before the decision. */
  readonly clockKey: ClockKey;
  /** True where the length is law; else a default of this system inside the law. */
  readonly statutory: boolean;
  readonly runsFrom: { readonly zh: string; readonly en: string };
  readonly holder: { readonly org: HolderLevel; readonly post: HolderPost };
  /** Whether alerts are raised: windows of the applicant and the public belong to them. */
  readonly watched: boolean;
  /** Whether a last day on a day of rest moves to the next working day (CIVIL §203). */
  readonly rolls: boolean;
  /** Clock of the days an extension adds; the decision is extended to a total instead. */
  readonly further?: ClockKey;
  /** Its months differ from case to case. */
  readonly cycle?: true;
  /** Its last day was fixed by a decision. */
  readonly fixed?: true;
  readonly citations: readonly Citation[];
}

const rule = (term: TermName, row: TermRow): TermRule => {
  const [org, post] = row.by;
  return Object.freeze({
    term,
    zh: row.names[0],
    en: row.names[1],
    unit: row.unit ?? 'working-days',
    clockKey: row.clock,
    statutory: row.law ?? false,
    runsFrom: { zh: row.from[0], en: row.from[1] },
    holder: { org, post },
    watched: org === 'township' || org === 'county' || org === 'city',
    rolls: row.unit !== undefined && row.rolls !== false,
    ...(row.further ? { further: row.further } : {}),
    ...(row.cycle ? { cycle: true } : {}),
    ...(row.fixed ? { fixed: true } : {}),
    citations: row.basis,
  });
};

/** Every term of a case of 低保 in delegated mode, by name (rulebook 3.2, 3.9, 4). */
export const termRules = Object.freeze(
  Object.fromEntries(TermName.options.map((term) => [term, rule(term, termRowOf(term))])),
) as Readonly<Record<TermName, TermRule>>;

/** The row of a term: as 低保 has it under a delegation, unless another program, the county's power or another day is named. */
export const termRule = (term: TermName, of?: TermOf): TermRule =>
  of === undefined ? termRules[term] : rule(term, termRowOf(term, of));
