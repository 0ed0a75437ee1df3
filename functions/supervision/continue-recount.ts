import * as z from 'zod';
import { RecountPlace, RecountView } from '../../schemas/recount.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import type { RecountState } from '../core/recount-fold.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { recountView } from './recount-view.ts';

const ContinueRecountInput = z
  .strictObject({
    recountId: z.string().min(1).max(80).describe('重算编号 recount'),
    from: RecountPlace.describe('本页起点 where the page began'),
    subjects: z.int().min(0).describe('本页核对的事项数 subjects looked at'),
    place: RecountPlace.describe('续办位置 where to go on'),
    done: z.boolean().describe('已完成 finished'),
  })
  .meta({ id: 'ContinueRecountInput', description: '登记一页重算结果 One page of a recount' });

/** Keeps what one page of a recount came to, and where it goes on: a run that is killed begins again with the page it was at. */
export const continueRecount = defineStep({
  id: 'supervision.continue-recount',
  zh: '登记一页重算结果',
  en: 'Record a page of a recount',
  route: 'DOCKET continue-recount',
  provision: [cite('HOL-REG', '§2')],
  input: ContinueRecountInput,
  output: RecountView,
  facts: ({ input }) => ({ subjects: [{ kind: 'recount', id: input.recountId }] }),
  decide: (facts, { recountId, from, ...data }) => {
    const subject = { kind: 'recount', id: recountId } as const;
    const state = stateOf<RecountState>(facts, subject);
    must(state, 'recount-not-found', { recountId });
    const { place, finishedAt } = state.head;
    const isNext = finishedAt === undefined && place.list === from.list && place.cursor === from.cursor;
    if (!isNext) return { reply: recountView(state.head) };
    return { event: { type: 'recount-continued', data }, subject, reply: recountView(state.head) };
  },
});
