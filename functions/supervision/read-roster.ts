import * as z from 'zod';
import { TownshipCode } from '../../schemas/ids.ts';
import { pageQuery } from '../../schemas/page.ts';
import { type RosterException, type RosterLine, RosterPage } from '../../schemas/roster.ts';
import { partitionOf } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { must } from '../core/problem.ts';
import { rosterView, theRoster, townshipOfPost } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const RosterLinesQuery = z
  .strictObject({
    show: z.enum(['lines', 'exceptions']).default('lines').describe('条目或例外 lines or exceptions'),
    township: TownshipCode.optional(),
    ...pageQuery,
  })
  .meta({ id: 'RosterLinesQuery', description: '名册分页 Page of a roster', examples: [{ show: 'lines', limit: 50 }] });

/** A roster with a page of its lines or exceptions, by case number: tokens and sums, no names. A township sees its own lines only. */
export const readRoster = defineStep({
  id: 'supervision.read-roster',
  zh: '查看发放名册',
  en: 'Read a roster',
  route: 'GET /v1/rosters/{rosterId}',
  provision: [cite('LAW', '§66'), cite('SEED', '二(二)1')],
  input: RosterLinesQuery,
  output: RosterPage,
  facts: ({ params, input, actor }) => {
    const id = params['rosterId'] ?? '';
    const own = townshipOfPost({ actor });
    const kind = input.show === 'lines' ? 'LINE#' : 'EXCEPTION#';
    const prefix = `${kind}${own ?? input.township ?? ''}`;
    return {
      roster: { id, lines: [] },
      list: { partition: partitionOf('roster', id), prefix, limit: input.limit, cursor: input.cursor },
    };
  },
  decide: (facts, { show, township: asked }) => {
    const { head } = theRoster(facts);
    const township = townshipOfPost(facts);
    must(!asked || !township || asked === township, 'division-not-yours', { division: asked });
    return {
      reply: {
        roster: rosterView(head, township),
        lines: show === 'lines' ? [...recordsOf<RosterLine>(facts)] : [],
        exceptions: show === 'exceptions' ? [...recordsOf<RosterException>(facts)] : [],
        ...nextOf(facts),
      },
    };
  },
});
