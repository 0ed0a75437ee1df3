import type { ExportSheet, SheetCell, SheetColumn } from '../core/export-sheet.ts';

const BEIJING = 8 * 3_600_000;

/** An instant as clocks in Beijing show it: what people of the county read. */
export const beijingTime = (instant: string): Date => new Date(Date.parse(instant) + BEIJING);

const textOf = (instant: string): string => beijingTime(instant).toISOString().slice(0, 19).replace('T', ' ');

/** A value as text files have it: instants in Beijing time, truth in two languages. */
export function plainCell(cell: SheetCell, { kind }: Pick<SheetColumn, 'kind'>): string | number | null {
  if (typeof cell === 'boolean') return cell ? '是 yes' : '否 no';
  return kind === 'instant' && typeof cell === 'string' ? textOf(cell) : cell;
}

/** The rows of a sheet for a text file, titles first. */
export const plainRows = ({ columns, rows }: ExportSheet): (string | number | null)[][] => [
  columns.map(({ title }) => title),
  ...rows.map((row) => row.map((cell, i) => plainCell(cell, columns[i] ?? { kind: 'text' }))),
];

/** What was asked, with instants in Beijing time. */
export const aboutRows = ({ about }: ExportSheet): [string, string][] =>
  about.map(([label, value]) => [label, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? textOf(value) : value]);
