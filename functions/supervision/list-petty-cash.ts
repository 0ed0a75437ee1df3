import * as z from 'zod';
import { CountyCode, TownshipCode } from '../../schemas/ids.ts';
import { pageQuery } from '../../schemas/page.ts';
import { type PettyCash, PettyCashList } from '../../schemas/petty-cash.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { pettyCashView } from '../core/petty-cash.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const PettyCashQuery = z
  .strictObject({ county: CountyCode.optional(), township: TownshipCode.optional(), ...pageQuery })
  .meta({ id: 'PettyCashQuery', description: '备用金查询 Which petty cash to list', examples: [{ county: '649900' }] });

/** The petty cash of every township of a county, or of the caller's own: balance, ceiling, latest count. */
export const listPettyCash = defineStep({
  id: 'supervision.list-petty-cash',
  zh: '备用金清单',
  en: 'List petty cash',
  route: 'GET /v1/petty-cash',
  provision: [cite('LAW', '§66'), cite('SEED', '二(二)1')],
  input: PettyCashQuery,
  output: PettyCashList,
  facts: ({ input, actor }) => {
    const { countyCode, townshipCode = '' } = divisionAsked(actor, input);
    const pk = subjectsOf(countyCode, 'petty-cash');
    return {
      county: countyCode,
      list: { index: 'k', pk, prefix: townshipCode, limit: input.limit, cursor: input.cursor },
    };
  },
  decide: (facts, _input, now) => {
    const parameters = facts.county?.parts.parameters ?? [];
    const on = civilDateOf(now);
    const townships = headsOf<PettyCash>(facts).map(({ head }) => pettyCashView(head, parameters, on));
    return { reply: { townships, ...nextOf(facts) } };
  },
});
