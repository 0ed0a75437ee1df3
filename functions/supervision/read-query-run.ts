import * as z from 'zod';
import { QueryRunView } from '../../schemas/audit-query.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { withoutSmallCells } from './small-cells.ts';

/** How a run of a named query stands, and its rows once there are any. A run about another's county does not exist for the caller;
 * those above the county see no small cells. */
export const readQueryRun = defineStep({
  id: 'supervision.read-query-run',
  zh: '查看查询结果',
  en: 'Read a query run',
  route: 'GET /v1/query-runs/{runId}',
  provision: [cite('LAW', '§69')],
  input: z.strictObject({}),
  output: QueryRunView,
  facts: ({ params }) => ({ run: params['runId'] }),
  decide: (facts) => {
    const { run, actor } = facts;
    const runId = facts.params['runId'];
    must(run, 'run-not-found', { runId });
    must(
      run.counties.every((countyCode) => covers(actor, { countyCode })),
      'run-not-found',
      { runId },
    );
    return { reply: withoutSmallCells(run, actor) };
  },
});
