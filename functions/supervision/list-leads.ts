import { type Lead, LeadList, LeadListQuery } from '../../schemas/lead.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf, worklist } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { leadViewOf } from '../core/the-lead.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Lists a township's leads, those to be contacted first on top, or all of a county's. A village sees its own. */
export const listLeads = defineStep({
  id: 'supervision.list-leads',
  zh: '线索清单',
  en: 'List leads',
  route: 'GET /v1/leads',
  provision: [cite('LAW', '§39'), cite('SEED', '二(一)3')],
  input: LeadListQuery,
  output: LeadList,
  facts: ({ input, actor }) => {
    const { countyCode, townshipCode } = divisionAsked(actor, input);
    const page = { limit: input.limit, cursor: input.cursor };
    return {
      list: townshipCode
        ? { index: 'w', pk: worklist(townshipCode, 'leads'), ...page }
        : { index: 'k', pk: subjectsOf(countyCode, 'lead'), ...page },
    };
  },
  decide: (facts, { open, overdue }, now) => {
    const leads = headsOf<Lead>(facts)
      .filter(({ head }) => covers(facts.actor, head))
      .map(({ head, version }) => leadViewOf(head, version, civilDateOf(now)))
      .filter((one) => open === undefined || (one.outcome === undefined) === (open === 'true'))
      .filter((one) => overdue === undefined || one.overdue === (overdue === 'true'));
    return { reply: { leads, ...nextOf(facts) } };
  },
});
