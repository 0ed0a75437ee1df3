import * as z from 'zod';

/** What a household may lack beside money for living (综合评估救助需求; SEED 二(三)1, rulebook 3.8). */
export const Need = z
  .enum([
    'living',
    'medical',
    'education',
    'housing',
    'employment',
    'disaster',
    'disability',
    'care',
    'emergency',
    'legal',
    'charity',
  ])
  .meta({
    id: 'Need',
    description:
      '救助需求：基本生活、医疗、教育、住房、就业、受灾、残疾人福利、照料、急难（临时救助）、法律援助、慈善帮扶 Kind of need',
    examples: ['medical'],
  });
export type Need = z.infer<typeof Need>;
