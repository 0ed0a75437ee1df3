import * as z from 'zod';
import { NoticePage, NoticeToken } from '../../schemas/notice.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { noticeHtml, noticePage } from '../documents/notice-page.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/**
 * A notice as anybody reads it, on a phone or by machine: the fields of the whitelist and no other, the name masked, no log-in, not for
 * search engines. After its last day, and as soon as the case has moved on, it is gone (410); an address that never was is 404.
 */
export const readNotice = defineStep({
  id: 'supervision.read-notice',
  zh: '查看网上公示',
  en: 'Read a public notice',
  route: 'GET /v1/notices/{noticeToken}',
  provision: [cite('SEED', '二(三)3'), cite('D57', '§24'), cite('PIPL', '§28')],
  input: z.strictObject({}),
  output: NoticePage,
  facts: ({ params }) => ({ notice: NoticeToken.safeParse(params['noticeToken']).data }),
  shows: ({ notice }) => (notice?.shownUntil ? [String(notice.notice.paper.data['applicant'])] : []),
  page: noticeHtml,
  decide: ({ notice, names }, _input, now) => {
    must(notice, 'notice-not-found');
    const { shownUntil } = notice;
    must(shownUntil !== undefined && civilDateOf(now) <= shownUntil, 'notice-gone');
    return { reply: noticePage(notice, { names, shownUntil }) };
  },
});
