import { type Provider, ProviderList, ProviderListQuery } from '../../schemas/provider.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** The providers of purchased services of a county, with their contracts; their people are listed with the staff. */
export const listProviders = defineStep({
  id: 'supervision.list-providers',
  zh: '救助服务机构清单',
  en: 'List providers of services',
  route: 'GET /v1/providers',
  provision: [cite('SEED', '二(二)1')],
  input: ProviderListQuery,
  output: ProviderList,
  facts: ({ input, actor }) => ({
    list: {
      index: 'k',
      pk: subjectsOf(countyAsked(actor, input.county), 'provider'),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => ({ reply: { providers: headsOf<Provider>(facts).map(({ head }) => head), ...nextOf(facts) } }),
});
