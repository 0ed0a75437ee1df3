import { type SelfCheck, SelfCheckList, SelfCheckListQuery } from '../../schemas/self-check.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { selfCheckView } from '../core/self-check-fold.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** What townships checked of their own work, for themselves and for those above them; pages may hold none and still go on. */
export const listSelfChecks = defineStep({
  id: 'supervision.list-self-checks',
  zh: '自查清单',
  en: 'List self-checks',
  route: 'GET /v1/self-checks',
  provision: [cite('SEED', '二(三)5')],
  input: SelfCheckListQuery,
  output: SelfCheckList,
  facts: ({ input, actor }) => {
    const { countyCode, townshipCode } = divisionAsked(actor, input);
    const of = townshipCode ? { prefix: `${townshipCode}-` } : {};
    const pk = subjectsOf(countyCode, 'self-check');
    return { list: { index: 'k', pk, ...of, limit: input.limit, cursor: input.cursor } };
  },
  decide: (facts, { open }, now) => {
    const today = civilDateOf(now);
    const selfChecks = headsOf<SelfCheck>(facts)
      .map(({ head }) => selfCheckView(head, today))
      .filter((one) => open === undefined || one.open > 0 === (open === 'true'));
    return { reply: { selfChecks, ...nextOf(facts) } };
  },
});
