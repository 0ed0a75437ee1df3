import * as z from 'zod';
import type { CivilDate } from '../../schemas/dates.ts';
import { NoticeKind, type OnlineNotice, OnlineNoticeView } from '../../schemas/notice.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { CaseState } from '../core/case-fold.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { noticeRecord, noticeView } from '../core/online-notice.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { placesOf } from '../documents/words.ts';
import { addDays } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';

const PutNoticeOnlineInput = z
  .strictObject({
    paperId: z
      .string()
      .regex(/^W(17|22)-\d+$/)
      .describe('公示单或公布表的案内编号 W17 or W22 of the case'),
  })
  .meta({
    id: 'PutNoticeOnlineInput',
    description: '公示上网 Putting a notice online',
    examples: [{ paperId: 'W17-1' }],
  });

/**
 * Gives a notice an address on the public pages, to link from the official account or show on a screen (SEED 二(三)3). Nobody can guess
 * it; the name is masked unless the county filed an impact assessment (PIPL §55), a minor's always. It is gone after the last day of
 * publicity, a publication after the days the county keeps it online, and at once when the case moves on. Doing it again changes nothing.
 */
export const putNoticeOnline = defineStep({
  id: 'review.put-notice-online',
  zh: '公示上网',
  en: 'Put a notice online',
  route: 'POST /v1/cases/{caseId}/notices',
  provision: [cite('SEED', '二(三)3'), cite('D57', '§24'), cite('PIPL', '§55')],
  input: PutNoticeOnlineInput,
  output: OnlineNoticeView,
  status: 201,
  facts: (call) => ({
    ...caseFacts(call),
    paper: call.input.paperId,
    address: `${call.params['caseId'] ?? ''}:${call.input.paperId}`,
  }),
  decide: (facts, { paperId }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const today = civilDateOf(now);
    const { paper } = facts;
    must(paper, 'paper-not-found', { paperId });
    const notice = noticeOf(facts, paper, { setting: settingOf(facts, head.program, today), today });
    const { shownUntil } = noticeRecord(notice, state);
    must(shownUntil !== undefined && today <= shownUntil, 'notice-not-current', { paperId, shownUntil });
    const before = known(state, notice);
    if (before) return { reply: noticeView(noticeRecord(before, state)) };
    return {
      event: { type: 'notice-put-online', data: { notice } },
      reply: noticeView(noticeRecord(notice, state)),
    };
  },
});

const known = ({ parts }: CaseState, { token }: OnlineNotice): OnlineNotice | undefined =>
  parts.notices?.find((one) => one.token === token && one.downOn === undefined);

function noticeOf(
  facts: Facts,
  paper: Paper,
  at: { readonly setting: Setting; readonly today: CivilDate },
): OnlineNotice {
  const { head } = theCase(facts);
  const { setting, today } = at;
  const asked = { program: head.program, on: today };
  const masked = parameterOn(setting.parameters, 'publicity.maskNameOnline', asked)?.value !== false;
  const days = Number(parameterOn(setting.parameters, 'publicity.onlineDays', asked)?.value ?? 30);
  const kind = NoticeKind.parse(paper.kind);
  return {
    token: `${head.townshipCode}-${facts.address}`,
    kind,
    paper,
    putOn: today,
    masked,
    ...placesOf(setting.divisions, head.townshipCode),
    ...(kind === 'W22' ? { untilOn: addDays(paper.issuedOn, days) } : {}),
  };
}
