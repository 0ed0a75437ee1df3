import type { CaseHead } from '../../schemas/case.ts';
import { CaseList, CaseListQuery } from '../../schemas/case-list.ts';
import { viewOf } from '../core/case-view.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf, worklist } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/**
 * Lists the cases of a county or township by number; with a township and a status its worklist, by last day. Paged by cursor and
 * stable under writes.
 */
export const listCases = defineStep({
  id: 'supervision.list-cases',
  zh: '案件清单',
  en: 'List cases',
  route: 'GET /v1/cases',
  provision: [cite('SEED', '二(三)5')],
  input: CaseListQuery,
  output: CaseList,
  facts: ({ input, actor }) => {
    const { countyCode, townshipCode } = divisionAsked(actor, input);
    const page = { limit: input.limit, cursor: input.cursor };
    return {
      list:
        townshipCode && input.status
          ? { index: 'w', pk: worklist(townshipCode, input.status), ...page }
          : { index: 'k', pk: subjectsOf(countyCode, 'case'), prefix: townshipCode, ...page },
    };
  },
  decide: (facts, { status }) => {
    const cases = headsOf<CaseHead>(facts)
      .filter(({ head }) => covers(facts.actor, head) && (status === undefined || head.status === status))
      .map(({ head, version }) => viewOf(head, version));
    return { reply: { cases, ...nextOf(facts) } };
  },
});
