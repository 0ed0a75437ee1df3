import type { Delegation } from '../../../schemas/delegation.ts';
import type { FigureUnit, ReportChapter, ReportFigure } from '../../../schemas/report.ts';
import type { Calendar } from '../../law/calendar.ts';
import { counted, type Measured, parts } from './measured.ts';

/** What the yearly report is made of. */
export interface LookBackSource {
  readonly rows: readonly Measured[];
  readonly toOn: string;
  /** The latest delegation of each township and program. */
  readonly delegations: readonly Delegation[];
  /** The county's calendar, where one is loaded: durations are counted in working days. */
  readonly calendar?: Calendar | undefined;
}

type Names = readonly [zh: string, en: string];

/** A figure that is known, a true zero included. */
export const figure = (id: string, [zh, en]: Names, value: number, unit: FigureUnit = 'count'): ReportFigure => ({
  id,
  zh,
  en,
  unit,
  value,
});

/** A figure whose source does not exist or says nothing: 无数据 with the reason, never 0. */
export const without = (id: string, [zh, en]: Names, why: string, unit: FigureUnit = 'count'): ReportFigure => ({
  id,
  zh,
  en,
  unit,
  value: null,
  why,
});

/** How many times something happened, from the events of that name. */
export const times = (rows: readonly Measured[], names: Names, measure: string, detail?: string): ReportFigure =>
  figure(detail === undefined ? measure : `${measure}.${detail}`, names, counted(rows, measure, detail));

/** A share in thousandths, rounded down; without anything to compare there is none. */
export const share = (id: string, names: Names, of: { readonly part: number; readonly whole: number }): ReportFigure =>
  of.whole === 0
    ? without(id, names, '本期没有可比较的对象 Nothing to compare in the period', 'permille')
    : figure(id, names, Math.floor((of.part * 1000) / of.whole), 'permille');

/** The parts of a measure as details of a chapter. */
export const partsOf = (rows: readonly Measured[], id: string, measure: string): ReportChapter['details'] =>
  parts(rows, measure).map((part) => ({ id, ...part }));
