import { ReportRequest, ReportView } from '../../schemas/report.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { querySources } from './queries/generated.ts';
import { reportMeasures } from './queries/generated-texts.ts';
import { monthsAsked } from './queries/months-asked.ts';
import { fits, reportIdOf, spanOf } from './reports/period.ts';
import { smallCellsOf } from './small-cells.ts';

/** An hour for the last acts of the period to reach the lake. */
const SETTLING = 3_600_000;

/**
 * Makes up the registers of a month or the look-back of a year, as of the last day of the period: asked again later the figures are
 * the same, whatever was recorded since (rulebook 7.8). Refused before the period is over. The purpose is kept in the access log.
 */
export const makeReport = defineStep({
  id: 'supervision.make-report',
  zh: '编制报表',
  en: 'Make up a report',
  route: 'POST /v1/reports',
  provision: [cite('SEED', '二(二)1'), cite('SEED', '二(三)3'), cite('SEED', '三(三)'), cite('LAW', '§62')],
  input: ReportRequest,
  output: ReportView,
  status: 202,
  effects: ['start-query'],
  facts: ({ input }) => ({ county: input.county }),
  decide: (facts, { kind, county, period, purpose }, now) => {
    must(covers(facts.actor, { countyCode: county }), 'division-not-yours', { county });
    must(fits(kind, period), 'period-not-of-report', { kind, period });
    const { fromOn, toOn } = spanOf(period);
    const settled = civilDateOf(new Date(Date.parse(now) - SETTLING).toISOString());
    must(settled > toOn, 'period-not-over', { period, toOn });
    const query = querySources.find(({ id }) => id === 'report-measures');
    if (!query) throw new Error('there is no query report-measures');
    const params = { county, from_on: fromOn, to_on: toOn };
    const reportId = reportIdOf({ county, period, kind }, facts.params['requestKey'] ?? '');
    return {
      effect: {
        kind: 'start-query',
        runId: reportId,
        query: query.id,
        sql: reportMeasures,
        values: [county, fromOn, toOn],
        params,
        counties: [county],
        recorded: monthsAsked(query, params),
        purpose,
        smallCells: smallCellsOf(query, facts.county?.parts.parameters ?? [], civilDateOf(now)),
      },
      reply: { reportId, kind, county, period, state: 'running' as const },
    };
  },
});
