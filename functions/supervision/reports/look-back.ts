import type { ReportChapter } from '../../../schemas/report.ts';
import type { LookBackSource } from './chapter.ts';
import { complaints, dynamics, funds, problemsSeen, staff, suggestions } from './chapters-of-management.ts';
import { accuracy, relatives, scope, timeliness, volume } from './chapters-of-procedure.ts';

/**
 * The yearly look-back (“回头看”, SEED 三(三); rulebook 7.7) in its eleven chapters, from what was on record on the last day. A figure
 * whose source is not there says so instead of 0; what only people can judge is left to them.
 */
export const lookBack = (source: LookBackSource): ReportChapter[] =>
  [
    scope(source),
    volume(source),
    timeliness(source),
    accuracy(source),
    relatives(source),
    complaints(source),
    funds(source),
    dynamics(source),
    staff(source),
    problemsSeen(source),
    suggestions(),
  ].map((chapter, i) => ({ number: i + 1, ...chapter }));
