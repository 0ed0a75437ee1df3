import { QueryRunView, RunPageQuery } from '../../schemas/audit-query.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { cursorAt, placeOf } from './result-cursor.ts';
import { runOnFile } from './run-on-file.ts';
import { withoutSmallCells } from './small-cells.ts';

/**
 * How a run over the lake stands, and a page of its rows once there are any. A run about another's county does not exist for the
 * caller; those above the county see no small cells. Refuses with `run-not-found` and `cursor-invalid`.
 */
export const readQueryRun = defineStep({
  id: 'supervision.read-query-run',
  zh: '查看查询结果',
  en: 'Read a query run',
  route: 'GET /v1/query-runs/{runId}',
  provision: [cite('LAW', '§69')],
  input: RunPageQuery,
  output: QueryRunView,
  facts: ({ params, input }) => {
    const runId = params['runId'] ?? '';
    return { run: { runId, from: placeOf(runId, input), limit: input.limit } };
  },
  decide: (facts, input) => {
    const run = runOnFile(facts);
    const { runId, total = 0, rows = [] } = run.view;
    const end = placeOf(runId, input) + rows.length;
    const view = withoutSmallCells(run, facts.actor);
    return { reply: end < total && rows.length > 0 ? { ...view, next: cursorAt(runId, end) } : view };
  },
});
