import { type NoticeRecord, OnlineNoticeList, OnlineNoticeQuery } from '../../schemas/notice.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { worklist } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { noticeView } from '../core/online-notice.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** What a township has online today, by the day it goes down: addresses, cases and days, no names (SEED 二(三)5). */
export const listNotices = defineStep({
  id: 'supervision.list-notices',
  zh: '在网公示清单',
  en: 'List the notices online',
  route: 'GET /v1/notices',
  provision: [cite('SEED', '二(三)5')],
  input: OnlineNoticeQuery,
  output: OnlineNoticeList,
  facts: ({ input, actor }) => {
    const { townshipCode } = divisionAsked(actor, { township: input.township });
    must(townshipCode, 'input-invalid', {
      errors: [{ path: 'township', message: '须指明乡镇（街道） name the township' }],
    });
    const { limit, cursor } = input;
    return { list: { index: 'w', pk: worklist(townshipCode, 'notices'), fromToday: true, limit, cursor } };
  },
  decide: (facts) => ({ reply: { notices: recordsOf<NoticeRecord>(facts).map(noticeView), ...nextOf(facts) } }),
});
