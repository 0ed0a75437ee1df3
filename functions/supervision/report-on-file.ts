import type { Delegation } from '../../schemas/delegation.ts';
import type { ReportView } from '../../schemas/report.ts';
import type { Facts } from '../core/facts.ts';
import { partitionOf } from '../core/list-keys.ts';
import { recordsOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import type { FactRequest } from '../core/step.ts';
import { calendarOf } from '../law/calendar.ts';
import { lookBack } from './reports/look-back.ts';
import { measuredOf } from './reports/measured.ts';
import { monthlyReport, withoutSmallCells } from './reports/monthly.ts';
import { reportNamed, spanOf } from './reports/period.ts';

/** What a report is read from: its run, the county's calendar and register, and the delegations. */
export function reportFacts(reportId: string): FactRequest {
  const named = reportNamed(reportId);
  if (!named) return {};
  const { county } = named;
  return {
    run: { runId: reportId },
    county,
    list: { partition: partitionOf('county', county), prefix: 'DELEGATION#' },
  };
}

/** Lines as the caller may see them: a township its own, those above the county none that are too small. */
function linesFor(facts: Facts, county: string, lines: NonNullable<ReportView['lines']>) {
  const { actor } = facts;
  const own = lines.filter(({ townshipCode }) =>
    covers(actor, { countyCode: county, ...(townshipCode ? { townshipCode } : {}) }),
  );
  return actor.post === 'CITY' || actor.post === 'PROV' ? withoutSmallCells(own) : own;
}

/** The report as it stands; a report of another's county does not exist for the caller. */
export function reportOnFile(facts: Facts): ReportView {
  const reportId = facts.params['reportId'] ?? '';
  const named = reportNamed(reportId);
  const { run, actor } = facts;
  must(named && run && covers(actor, { countyCode: named.county }), 'report-not-found', { reportId });
  const { county, period, kind } = named;
  const { state, reason } = run.view;
  const view: ReportView = { reportId, kind, county, period, state, ...(reason === undefined ? {} : { reason }) };
  if (state !== 'succeeded') return view;
  const { toOn } = spanOf(period);
  const rows = measuredOf(run.view);
  if (kind === 'monthly') {
    const { lines = [], totals, measures } = monthlyReport(rows);
    const ofTownship = actor.orgCode.length > 6;
    return {
      ...view,
      asOf: toOn,
      measures,
      lines: linesFor(facts, county, lines),
      ...(ofTownship ? {} : { totals }),
    };
  }
  const { calendars } = facts.county?.parts ?? {};
  const calendar = calendars && calendarOf(calendars.notices, calendars.regional);
  const delegations = recordsOf<Delegation>(facts);
  return { ...view, asOf: toOn, chapters: lookBack({ rows, toOn, delegations, calendar }) };
}
