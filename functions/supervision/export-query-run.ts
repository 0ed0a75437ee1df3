import { ExportRequest, QueryExport } from '../../schemas/query-export.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { exportedRun } from './exported-run.ts';
import { runOnFile } from './run-on-file.ts';
import { withoutSmallCells } from './small-cells.ts';

const ADDRESS_LIVES = 15 * 60_000;

/**
 * Writes the rows of a finished run into a file and gives an address for 15 minutes to fetch it from, once. The purpose is an event of
 * the access log before there is an address (design decision 13). Those above the county get no small cells here either. Refuses with
 * `run-not-found` and `run-not-finished`.
 */
export const exportQueryRun = defineStep({
  id: 'supervision.export-query-run',
  zh: '导出查询结果',
  en: 'Export the result of a query',
  route: 'POST /v1/query-runs/{runId}/exports',
  provision: [cite('LAW', '§69'), cite('PIPL', '§6')],
  input: ExportRequest,
  output: QueryExport,
  status: 201,
  effects: ['export-run'],
  facts: ({ params }) => ({ run: { runId: params['runId'] ?? '' } }),
  decide: (facts, { format, purpose }, now) => {
    const run = runOnFile(facts);
    const { runId, query, state } = run.view;
    must(state === 'succeeded', 'run-not-finished', {
      runId,
      state,
      ...(run.view.reason && { reason: run.view.reason }),
    });
    const view = withoutSmallCells(run, facts.actor);
    const exportId = `exp-${(facts.params['requestKey'] ?? '').slice(0, 24)}`;
    const expiresAt = new Date(Date.parse(now) + ADDRESS_LIVES).toISOString();
    const sheet = exportedRun({ ...run, view }, { purpose, person: facts.actor.personId, at: now });
    const { rows = [], withheld } = view;
    return {
      effect: { kind: 'export-run', exportId, runId, query, counties: run.counties, format, purpose, sheet, expiresAt },
      reply: { exportId, runId, format, rows: rows.length, ...(withheld !== undefined && { withheld }), expiresAt },
    };
  },
});
