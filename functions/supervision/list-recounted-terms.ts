import { RecountMoves, RecountMovesQuery } from '../../schemas/recount.ts';
import type { Event } from '../core/event.ts';
import { stateOf } from '../core/facts.ts';
import { eventPartition } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import type { RecountEvent, RecountState } from '../core/recount-fold.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Old and new last days of every term a recount moved, by subject, in the order they were looked at. */
export const listRecountedTerms = defineStep({
  id: 'supervision.list-recounted-terms',
  zh: '重算前后的期限',
  en: 'List old and new last days',
  route: 'GET /v1/recounts/{recountId}/moves',
  provision: [cite('SEED', '二(三)5'), cite('HOL-REG', '§2')],
  input: RecountMovesQuery,
  output: RecountMoves,
  facts: ({ params, input: { limit, cursor } }) => {
    const id = params['recountId'] ?? '';
    return {
      subjects: [{ kind: 'recount', id }],
      list: { partition: eventPartition('recount', id), limit, cursor },
    };
  },
  decide: (facts) => {
    const recountId = facts.params['recountId'] ?? '';
    const state = stateOf<RecountState>(facts, { kind: 'recount', id: recountId });
    must(state && covers(facts.actor, { countyCode: state.head.countyCode }), 'recount-not-found', { recountId });
    const events = recordsOf<Event>(facts) as readonly RecountEvent[];
    const moved = events.flatMap((event) => (event.type === 'terms-moved' ? [event.data.moved] : []));
    return { reply: { moved, ...nextOf(facts) } };
  },
});
