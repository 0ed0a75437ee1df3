import * as z from 'zod';
import { type Appeal, AppealList } from '../../schemas/appeal.ts';
import { CountyCode, TownshipCode } from '../../schemas/ids.ts';
import { pageQuery } from '../../schemas/page.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const AppealsQuery = z
  .strictObject({
    county: CountyCode.optional().describe('县级代码 county'),
    township: TownshipCode.optional().describe('乡镇代码 township'),
    ...pageQuery,
  })
  .meta({ id: 'AppealsQuery', description: '复议诉讼查询 Appeals asked for', examples: [{ county: '649900' }] });

/** Appeals of a county or one township, by case: against what, until when a reply is due, how they ended; who appeals is a token. */
export const listAppeals = defineStep({
  id: 'supervision.list-appeals',
  zh: '复议诉讼清单',
  en: 'List appeals',
  route: 'GET /v1/appeals',
  provision: [cite('LAW', '§76'), cite('LAW', '§69')],
  input: AppealsQuery,
  output: AppealList,
  facts: ({ input, actor }) => {
    const { countyCode, townshipCode = '' } = divisionAsked(actor, input);
    const pk = subjectsOf(countyCode, 'appeal');
    return { list: { index: 'k', pk, prefix: townshipCode, limit: input.limit, cursor: input.cursor } };
  },
  decide: (facts) => ({
    reply: { appeals: headsOf<Appeal>(facts).map(({ head }) => head), ...nextOf(facts) },
  }),
});
