/** Yes, no, or a matter for a person to settle. */
export type Verdict = boolean | 'review';

/** All must hold: false beats review, review beats true. True of nothing. */
export const allOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes('review') ? 'review' : true;

/** One is enough: true beats review, review beats false. False of nothing. */
export const anyOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(true) ? true : verdicts.includes('review') ? 'review' : false;

/** What holds either way: `arguable` says whether a person could still turn a no into a yes (N83 一(一), P06). */
export const orArguable = (holds: boolean, arguable: boolean): Verdict => holds || (arguable ? 'review' : false);
