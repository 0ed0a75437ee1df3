import type { ParameterValue } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import type { Citation } from './sources.ts';

export type ParameterUnit =
  | 'fen'
  | 'working-days'
  | 'days'
  | 'months'
  | 'count'
  | 'ratio'
  | 'flag'
  | 'choice'
  | 'date'
  | 'time'
  | 'text'
  | 'list';

/** What a key means, in which unit, on which clause, and what holds when a county has set nothing. */
export type ParameterRule = {
  readonly zh: string;
  readonly en: string;
  readonly unit: ParameterUnit;
  /** True: a record names its program. False: a record holds for the whole county and names none. */
  readonly perProgram: boolean;
  /** Programs beside 低保 a record may name; none of them needs one, 低保's value holds for them (A3). */
  readonly alsoFor?: readonly Program[];
  /** Absent for local standards: nothing stands in for them, the program stays closed (rulebook 11.3). */
  readonly default?: ParameterValue;
  /** The only values a choice or list may take. */
  readonly choices?: readonly string[];
  /** Which side of the default the law leaves to a county: terms may be shortened, safeguards lengthened, never the reverse. */
  readonly bound?: 'at-most' | 'at-least';
  readonly citation: Citation;
};

/** Why an entry cannot be taken, in both languages; `statutory`: the law itself sets the bound. */
export type EntryFault = { readonly zh: string; readonly en: string; readonly statutory?: true };
