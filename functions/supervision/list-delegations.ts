import { type Delegation, DelegationList, DelegationListQuery } from '../../schemas/delegation.ts';
import { countyAsked } from '../core/division-asked.ts';
import { inForce } from '../core/facts.ts';
import { partitionOf } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** The latest delegation of each township and program, and whether it is in force today (Asia/Shanghai). */
export const listDelegations = defineStep({
  id: 'supervision.list-delegations',
  zh: '授权清单',
  en: 'List delegations',
  route: 'GET /v1/delegations',
  provision: [cite('SEED', '二(一)1')],
  input: DelegationListQuery,
  output: DelegationList,
  facts: ({ input, actor }) => ({
    list: {
      partition: partitionOf('county', countyAsked(actor, input.county)),
      prefix: 'DELEGATION#',
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts, _input, now) => {
    const on = civilDateOf(now);
    const delegations = recordsOf<Delegation>(facts).map((one) => ({ ...one, inForce: inForce(one, on) }));
    return { reply: { delegations, ...nextOf(facts) } };
  },
});
