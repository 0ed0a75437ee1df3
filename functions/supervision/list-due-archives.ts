import { DueArchiveList, DueArchiveQuery } from '../../schemas/archive.ts';
import type { CaseHead } from '../../schemas/case.ts';
import { endOf } from '../core/case-persons.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { isPast } from '../law/retention.ts';
import { cite } from '../law/sources.ts';
import { retentionsOf, retentionView } from './archive-on-file.ts';

/** Files whose term of keeping is over, for people to review: the list disposes of nothing. Pages may hold none and still go on. */
export const listDueArchives = defineStep({
  id: 'supervision.list-due-archives',
  zh: '保管期满档案清单',
  en: 'List files whose term is over',
  route: 'GET /v1/archives',
  provision: [cite('SEED', '二(三)3'), cite('ARC', '保管期限'), cite('PIPL', '§19')],
  input: DueArchiveQuery,
  output: DueArchiveList,
  facts: ({ input, actor }) => {
    const county = countyAsked(actor, input.county);
    return {
      county,
      list: { index: 'k', pk: subjectsOf(county, 'case'), limit: input.limit, cursor: input.cursor },
    };
  },
  decide: (facts, _input, now) => {
    const on = civilDateOf(now);
    const due = headsOf<CaseHead>(facts).flatMap(({ head }) => {
      const endedOn = endOf(head);
      const retention = retentionsOf(facts, head, on);
      return endedOn !== undefined && covers(facts.actor, head) && isPast(retention, on)
        ? [{ caseId: head.caseId, endedOn, retention: retention.map(retentionView) }]
        : [];
    });
    return { reply: { due, ...nextOf(facts) } };
  },
});
