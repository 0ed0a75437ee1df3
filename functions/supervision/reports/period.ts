import type { CivilDate } from '../../../schemas/dates.ts';
import type { ReportKind } from '../../../schemas/report.ts';
import { addDays, addMonths } from '../../law/civil-day.ts';

/** The days a report is about, both inclusive. */
export interface Span {
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate;
}

/** The days of a month (`YYYY-MM`) or a year (`YYYY`). */
export const spanOf = (period: string): Span => {
  const month = period.length > 4;
  const fromOn = month ? `${period}-01` : `${period}-01-01`;
  return { fromOn, toOn: addDays(addMonths(fromOn, month ? 1 : 12), -1) };
};

/** Whether a period fits the kind of report: a month for the registers, a year for the look-back. */
export const fits = (kind: ReportKind, period: string): boolean => (kind === 'monthly') === period.length > 4;

/** What stands in the number of a report. */
export interface ReportName {
  readonly county: string;
  readonly period: string;
  readonly kind: ReportKind;
}

/** The number of a report: county, period, and a part by which two askings differ. */
export const reportIdOf = ({ county, period }: ReportName, requestKey: string): string =>
  `report-${county}-${period}-${requestKey.slice(0, 12)}`;

/** What a report's number says; undefined where it is none. */
export function reportNamed(reportId: string): ReportName | undefined {
  const found = /^report-(\d{2}(?:\d{4}|ND00))-(20\d{2}(?:-(?:0[1-9]|1[0-2]))?)-[0-9a-f]{12}$/.exec(reportId);
  if (!found) return undefined;
  const [, county = '', period = ''] = found;
  return { county, period, kind: period.length > 4 ? 'monthly' : 'look-back' };
}
