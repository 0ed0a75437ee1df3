import { RecountList, RecountQuery } from '../../schemas/recount.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import type { RecountHead } from '../core/recount-fold.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { recountView } from './recount-view.ts';

/** The recounts of a county: one for every holiday notice, correction of one, or regional day that was loaded. */
export const listRecounts = defineStep({
  id: 'supervision.list-recounts',
  zh: '期限重算清单',
  en: 'List the recounts',
  route: 'GET /v1/recounts',
  provision: [cite('SEED', '二(三)5'), cite('HOL-REG', '§2')],
  input: RecountQuery,
  output: RecountList,
  facts: ({ input: { county, limit, cursor }, actor }) => ({
    list: { index: 'k', pk: subjectsOf(countyAsked(actor, county), 'recount'), limit, cursor },
  }),
  decide: (facts) => ({
    reply: { recounts: headsOf<RecountHead>(facts).map(({ head }) => recountView(head)), ...nextOf(facts) },
  }),
});
