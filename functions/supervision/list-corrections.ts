import * as z from 'zod';
import { type Correction, CorrectionList } from '../../schemas/correction.ts';
import { CountyCode, TownshipCode } from '../../schemas/ids.ts';
import { pageQuery } from '../../schemas/page.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const CorrectionsQuery = z
  .strictObject({
    county: CountyCode.optional().describe('县级代码 county'),
    township: TownshipCode.optional().describe('乡镇代码 township'),
    ...pageQuery,
  })
  .meta({
    id: 'CorrectionsQuery',
    description: '责令纠正查询 Corrections asked for',
    examples: [{ county: '649900' }],
  });

/** Corrections the county ordered, of a county or one township, by case: what is open, until when, and who settled it. */
export const listCorrections = defineStep({
  id: 'supervision.list-corrections',
  zh: '责令纠正清单',
  en: 'List corrections',
  route: 'GET /v1/corrections',
  provision: [cite('SEED', '二(三)5')],
  input: CorrectionsQuery,
  output: CorrectionList,
  facts: ({ input, actor }) => {
    const { countyCode, townshipCode = '' } = divisionAsked(actor, input);
    const pk = subjectsOf(countyCode, 'correction');
    return { list: { index: 'k', pk, prefix: townshipCode, limit: input.limit, cursor: input.cursor } };
  },
  decide: (facts) => ({
    reply: { corrections: headsOf<Correction>(facts).map(({ head }) => head), ...nextOf(facts) },
  }),
});
