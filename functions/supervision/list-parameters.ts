import { ParameterList, ParameterListQuery } from '../../schemas/parameter-list.ts';
import { countyAsked } from '../core/division-asked.ts';
import { defineStep } from '../core/step.ts';
import { exampleMark } from '../documents/render-paper.ts';
import { parameterRules } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';

/** The values a county has entered, with meaning, unit and document; invented ones carry 演示数据·非真实标准. */
export const listParameters = defineStep({
  id: 'supervision.list-parameters',
  zh: '参数清单',
  en: 'List parameters',
  route: 'GET /v1/parameters',
  provision: [cite('SEED', '二(三)5')],
  input: ParameterListQuery,
  output: ParameterList,
  facts: ({ input, actor }) => ({ county: countyAsked(actor, input.county) }),
  decide: (facts, { county, key, program, state }) => {
    const parameters = (facts.county?.parts.parameters ?? [])
      .map((record) => {
        const { zh, en, unit } = parameterRules[record.key];
        return {
          ...record,
          zh,
          en,
          unit,
          state: record.approvedBy ? ('approved' as const) : ('pending' as const),
          ...(record.example ? { label: exampleMark } : {}),
        };
      })
      .filter((one) => key === undefined || one.key === key)
      .filter((one) => program === undefined || one.program === program)
      .filter((one) => state === undefined || one.state === state);
    return { reply: { county: countyAsked(facts.actor, county), parameters } };
  },
});
