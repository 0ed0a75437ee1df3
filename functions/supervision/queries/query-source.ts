import type { Citation } from '../../law/sources.ts';

/** What a parameter of a named query may be. */
export type QueryParamType = 'county-code' | 'case-id' | 'date';

/** A named query as the header of its .sql file tells it; the parameters fill the `?` marks of its text in order. */
export interface QuerySource {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Why a supervisor would ask it, Chinese then English. */
  readonly why: string;
  readonly provision: readonly Citation[];
  readonly params: readonly { readonly name: string; readonly type: QueryParamType; readonly text: string }[];
  /** Parameters that bound the months in which the events it reads were recorded; absent where it reads any. */
  readonly recorded?: { readonly from?: string; readonly to?: string };
  /** Columns that count households or persons: what small cells are withheld of. */
  readonly counts: string[];
  /** Columns that tell of the same households: amounts, lengths. They go with their counts. */
  readonly sums: string[];
}
