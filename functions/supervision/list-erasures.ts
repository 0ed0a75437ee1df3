import { type Erasure, ErasureList, ErasureQuery } from '../../schemas/erasure.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Erasures asked for and done; a township sees those of its own cases. */
export const listErasures = defineStep({
  id: 'supervision.list-erasures',
  zh: '到期档案清除清单',
  en: 'List erasures',
  route: 'GET /v1/erasures',
  provision: [cite('SEED', '二(三)3'), cite('PIPL', '§47')],
  input: ErasureQuery,
  output: ErasureList,
  facts: ({ input, actor }) => ({
    list: {
      index: 'k',
      pk: subjectsOf(countyAsked(actor, input.county), 'erasure'),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => {
    const erasures = headsOf<Erasure>(facts)
      .map(({ head }) => head)
      .filter((one) => covers(facts.actor, one));
    return { reply: { erasures, ...nextOf(facts) } };
  },
});
