import * as z from 'zod';
import { RosterView } from '../../schemas/roster.ts';
import { must } from '../core/problem.ts';
import { ofRoster, rosterIn, rosterReply, rosterView } from '../core/roster.ts';
import { draftPage } from '../core/roster-page.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RosterPageTask = z
  .strictObject({ rosterId: z.string() })
  .meta({ id: 'RosterPageTask', description: '编制名册一页 One page of a roster' });

/**
 * Adds the next page of households to a roster that is being built: one transaction a page, so that whatever stops in between goes on where
 * it stood, and a page done twice finds nothing left to do. The shell calls it until the roster is whole.
 */
export const addRosterPage = defineStep({
  id: 'supervision.add-roster-page',
  zh: '编制名册一页',
  en: 'Add a page to a roster',
  route: 'DOCKET add-roster-page',
  provision: [cite('D57', '§25'), cite('DESIGN', '8')],
  input: RosterPageTask,
  output: RosterView,
  facts: ({ input }) => ({ payPage: input.rosterId }),
  decide: (facts, { rosterId }, now) => {
    const roster = rosterIn(facts, rosterId);
    must(roster, 'roster-not-found', { rosterId });
    const { head } = roster;
    if (head.state !== 'building' || !facts.payPage) return { reply: rosterView(head) };
    const { rows, next } = facts.payPage;
    const { lines, exceptions, paid, cutAfter } = draftPage(head, rows);
    const cursor = cutAfter ?? next;
    return rosterReply(facts, {
      type: 'roster-page-added',
      data: {
        ...ofRoster(head, civilDateOf(now)),
        page: head.pages + 1,
        lines: [...lines],
        exceptions: [...exceptions],
        paid: [...paid],
        ...(cursor ? { cursor } : {}),
      },
    });
  },
});
