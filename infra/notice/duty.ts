/** Every clause of the notice that asks something of somebody, in its order: part, section and item as the text numbers them. */
export const noticeClauses = [
  '一',
  '二(一)1',
  '二(一)2',
  '二(一)3',
  '二(二)1',
  '二(二)2',
  '二(二)3',
  '二(三)1',
  '二(三)2',
  '二(三)3',
  '二(三)4',
  '二(三)5',
  '二(四)',
  '三(一)',
  '三(二)',
  '三(三)',
  '四(一)',
  '四(二)',
  '四(三)',
  '四(四)',
] as const;
export type NoticeClause = (typeof noticeClauses)[number];

/** What shows that a duty is met: names of steps, papers, queries, parameters, terms and refusals, pages, and the tests that prove it. */
export interface Evidence {
  readonly steps?: readonly string[];
  readonly papers?: readonly string[];
  readonly queries?: readonly string[];
  readonly parameters?: readonly string[];
  readonly terms?: readonly string[];
  readonly refusals?: readonly string[];
  /** Paths in the project. */
  readonly pages?: readonly string[];
  /** Files below `test/`. */
  readonly tests: readonly string[];
}

type Words = readonly [zh: string, en: string];

/** One duty of a clause in a few words of our own: what meets it, or why it is no matter of software. */
export interface Duty {
  readonly clause: NoticeClause;
  readonly duty: Words;
  readonly evidence?: Evidence;
  /** 非软件事项: why no program can do it. */
  readonly outside?: Words;
  /** What is still to be built; shown as such, never as met. */
  readonly missing?: Words;
}

/** A duty this system meets, wholly or with people acting through it. */
export const met = (clause: NoticeClause, duty: Words, evidence: Evidence): Duty => ({ clause, duty, evidence });

/** A duty of people that no program can do for them (非软件事项). */
export const outside = (clause: NoticeClause, duty: Words, reason: Words): Duty => ({ clause, duty, outside: reason });

/** A duty this release does not meet yet: said openly, so that nobody takes the map for complete. */
export const missing = (clause: NoticeClause, duty: Words, what: Words): Duty => ({ clause, duty, missing: what });
