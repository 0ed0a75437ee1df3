import type { CaseHead } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { NoticeRecord, OnlineNotice, OnlineNoticeView } from '../../schemas/notice.ts';
import { nextDay } from '../law/calendar.ts';
import { isUnderReview } from '../law/procedure.ts';
import type { CaseState } from './case-fold.ts';

/** Whether a publicity (公示) is still that of the present opinion: a changed opinion is posted anew, a proposed denial not at all. */
const isPresent = ({ opinion, publicity }: CaseHead): boolean =>
  opinion?.result === 'confirm' && ((publicity?.channels.length ?? 0) > 0 || (publicity?.broken?.length ?? 0) > 0);

/**
 * The last day a notice may be shown online, as the case stands; undefined once nobody may see it: taken down, its opinion replaced, the
 * application withdrawn, the case closed or ended. A publicity is shown to the end of its period, and while the period has not begun
 * no longer than the decision may wait; a publication for the days the county keeps it online (rulebook 5).
 */
export function shownUntil(notice: OnlineNotice, head: CaseHead): CivilDate | undefined {
  if (notice.downOn !== undefined) return undefined;
  const latest = notice.paper.paperId === `${notice.kind}-${head.paperCounts[notice.kind] ?? 0}`;
  if (!latest) return undefined;
  // The result of an end is itself made public; what was made public before it is over with it.
  if (notice.kind === 'W22') return notice.paper.issuedOn < (head.endedOn ?? '') ? undefined : notice.untilOn;
  if (!isUnderReview(head.status) || !isPresent(head)) return undefined;
  return head.publicity?.endsOn ?? head.extension?.dueOn ?? head.dueOn;
}

/** What the public page will read of a notice: a pure function of the case after each of its acts. */
export function noticeRecord(notice: OnlineNotice, { head, parts }: CaseState): NoticeRecord {
  const until = shownUntil(notice, head);
  const { postedOn, endsOn } = head.publicity ?? {};
  const term = parts.terms.find((one) => one.term === 'publicity');
  const period =
    notice.kind === 'W17' && postedOn && endsOn
      ? { fromOn: nextDay(postedOn), endsOn, ...(term?.provisional ? { provisional: true } : {}) }
      : undefined;
  return {
    notice,
    caseId: head.caseId,
    townshipCode: head.townshipCode,
    ...(until ? { shownUntil: until } : {}),
    ...(period ? { period } : {}),
  };
}

/** Where the public reads a notice. */
export const noticeAddress = (token: string): string => `/v1/notices/${token}`;

/** A notice as the township sees it in its list. */
export const noticeView = ({ notice, caseId, shownUntil: until }: NoticeRecord): OnlineNoticeView => ({
  address: noticeAddress(notice.token),
  token: notice.token,
  kind: notice.kind,
  caseId,
  paperId: notice.paper.paperId,
  putOn: notice.putOn,
  ...(until ? { shownUntil: until } : {}),
  masked: notice.masked,
});
