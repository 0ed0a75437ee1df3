import { cite } from './sources.ts';
import type { TermRow } from './term-row.ts';

const fromCopy = ['收到副本之日', 'receipt of the copy'] as const;

/**
 * Terms of reconsideration and lawsuit: the respondent's written reply, and the day by which what was ordered is to be done. “十日” and “五日” of the reconsideration law
 * are working days (FYF §88); fifteen days before a court are calendar days that roll (ALL §101, CPL §85).
 */
export const appealTermRows = {
  'review-reply': {
    names: ['提交行政复议书面答复', 'written reply in a reconsideration'],
    from: fromCopy,
    by: ['township', 'TD'],
    clock: 'appeal.replyDays',
    law: true,
    basis: [cite('FYF', '§48'), cite('FYF', '§88')],
  },
  'review-reply-simple': {
    names: ['提交行政复议书面答复（简易程序）', 'written reply in a simplified reconsideration'],
    from: fromCopy,
    by: ['township', 'TD'],
    clock: 'appeal.simpleReplyDays',
    law: true,
    basis: [cite('FYF', '§54'), cite('FYF', '§88')],
  },
  'suit-reply': {
    names: ['提交行政诉讼答辩状', 'written reply to a lawsuit'],
    from: fromCopy,
    by: ['township', 'TD'],
    clock: 'appeal.suitReplyDays',
    unit: 'days',
    law: true,
    basis: [cite('ALL', '§67'), cite('ALL', '§101')],
  },
  'appeal-order': {
    names: ['履行复议决定或裁判', 'carrying out what a review or a court ordered'],
    from: ['收到决定书、裁判文书之日', 'receipt of the decision or judgment'],
    by: ['township', 'TD'],
    clock: 'clock.correctionOrder',
    fixed: true,
    basis: [
      cite('FYF', '§64'),
      cite('FYF', '§66'),
      cite('FYF', '§77'),
      cite('ALL', '§72'),
      cite('ALL', '§94'),
      cite('DESIGN', '4'),
    ],
  },
} as const satisfies Readonly<Record<string, TermRow>>;
