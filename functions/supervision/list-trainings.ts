import { type Training, TrainingList, TrainingListQuery } from '../../schemas/training.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** The trainings held for a county, or those a township held or took part in; pages may hold none and still go on. */
export const listTrainings = defineStep({
  id: 'supervision.list-trainings',
  zh: '培训清单',
  en: 'List trainings',
  route: 'GET /v1/trainings',
  provision: [cite('SEED', '三(二)')],
  input: TrainingListQuery,
  output: TrainingList,
  facts: ({ input, actor }) => ({
    list: {
      index: 'k',
      pk: subjectsOf(divisionAsked(actor, input).countyCode, 'training'),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts, input) => {
    const { townshipCode: asked } = divisionAsked(facts.actor, input);
    const trainings = headsOf<Training>(facts)
      .map(({ head }) => head)
      .filter(({ townshipCode }) => asked === undefined || townshipCode === undefined || townshipCode === asked);
    return { reply: { trainings, ...nextOf(facts) } };
  },
});
