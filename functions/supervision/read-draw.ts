import * as z from 'zod';
import { DrawView } from '../../schemas/draw.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { drawOf, drawOnFile, drawView } from './draw-on-file.ts';

/** A draw with its strata, its seed and the cases that were drawn; to repeat it, `npm run verify -- draw` over a mirror of the log. */
export const readDraw = defineStep({
  id: 'supervision.read-draw',
  zh: '查看抽查',
  en: 'Read a draw',
  route: 'GET /v1/draws/{drawId}',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§69')],
  input: z.strictObject({}),
  output: DrawView,
  facts: ({ params }) => ({ subjects: [drawOf(params['drawId'] ?? '')] }),
  decide: (facts) => ({ reply: drawView(drawOnFile(facts)) }),
});
