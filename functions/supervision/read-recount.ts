import * as z from 'zod';
import { RecountView } from '../../schemas/recount.ts';
import { stateOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import type { RecountState } from '../core/recount-fold.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { recountView } from './recount-view.ts';

/** How far a recount has come: what was looked at, what moved, and when it was finished. */
export const readRecount = defineStep({
  id: 'supervision.read-recount',
  zh: '查看期限重算',
  en: 'Read a recount',
  route: 'GET /v1/recounts/{recountId}',
  provision: [cite('SEED', '二(三)5'), cite('HOL-REG', '§2')],
  input: z.strictObject({}),
  output: RecountView,
  facts: ({ params }) => ({ subjects: [{ kind: 'recount', id: params['recountId'] ?? '' }] }),
  decide: (facts) => {
    const recountId = facts.params['recountId'] ?? '';
    const state = stateOf<RecountState>(facts, { kind: 'recount', id: recountId });
    must(state && covers(facts.actor, { countyCode: state.head.countyCode }), 'recount-not-found', { recountId });
    return { reply: recountView(state.head) };
  },
});
