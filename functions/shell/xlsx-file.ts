import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { ExportSheet, SheetCell, SheetColumn } from '../core/export-sheet.ts';
import { aboutRows, beijingTime } from './export-cells.ts';

/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;
const WIDEST = 48;
/** What XML 1.0 cannot hold: a workbook with one of these does not open. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that are taken out
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function written(text: string): string {
  const clean = text.replaceAll(unwritable, '');
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1)}…`;
}

function cellOf(cell: SheetCell, { kind }: SheetColumn): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'boolean') return { type: Boolean, value: cell };
  if (kind === 'day') return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'yyyy-mm-dd' };
  if (kind === 'instant') return { type: Date, value: beijingTime(cell), format: 'yyyy-mm-dd hh:mm:ss' };
  return { type: String, value: written(cell) };
}

const title = (value: string): Cell => ({ type: String, value: written(value), fontWeight: 'bold', wrap: true });

/** Columns as wide as their values; a Chinese character takes two places. */
const widthOf = (texts: readonly unknown[]): number =>
  texts.reduce<number>((widest, text) => {
    const length = String(text ?? '').replaceAll(/[\u2E80-\uFFEF]/g, '00').length;
    return Math.min(WIDEST, Math.max(widest, length + 2));
  }, 12);

function resultSheet({ columns, rows }: ExportSheet): Sheet<never> {
  return {
    sheet: '结果 Result',
    data: [
      columns.map(({ title: text }) => title(text)),
      ...rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? null, column))),
    ],
    columns: columns.map((_, i) => ({ width: widthOf(rows.slice(0, 200).map((row) => row[i])) })),
    stickyRowsCount: 1,
  } as Sheet<never>;
}

function aboutSheet(sheet: ExportSheet): Sheet<never> {
  return {
    sheet: '说明 About',
    data: aboutRows(sheet).map(([label, value]) => [title(label), { type: String, value: written(value), wrap: true }]),
    columns: [{ width: 36 }, { width: 80 }],
  } as Sheet<never>;
}

/** A result as a workbook: the rows with numbers, days and times as such, and a sheet that says what was asked, why, by whom and when. */
export const xlsxFile = async (sheet: ExportSheet): Promise<Uint8Array> =>
  writeXlsxFile([resultSheet(sheet), aboutSheet(sheet)]).toBuffer();
