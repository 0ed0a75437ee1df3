import type { FormCell, FormRow } from '../core/paper-sheet.ts';
import { breakLines, type Measure } from './line-break.ts';
import { page, type Row, type RowText, size } from './page-grid.ts';
import { numbered } from './wording.ts';

/** Between a rule and the text beside it, in points. */
const padding = 5;
/** Height of a line within a form, and what a field has above and below its lines, in rows of the grid. */
const lineRows = 0.68;
const aroundRows = 0.16;
/** Room to sign by hand, in lines. */
const linesToSign = 2;

/** Width of the label of a field: six characters. */
const labelWidth = 6 * size.form + 2 * padding;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly label: boolean;
}

function linesIn(text: string, width: number, measure: Measure): readonly string[] {
  const widthOf = (part: string): number => measure(part, 'regular') * size.form;
  return breakLines(text, { width: width - 2 * padding, indent: 0, widthOf }).map((line) => line.text);
}

const valueLines = (value: FormCell['value']): readonly string[] =>
  typeof value === 'string' ? [value] : numbered(value);

/** Label and value of each field, side by side; x from the left edge of the page. */
function columnsOf(row: FormRow, measure: Measure): readonly Column[] {
  const share = page.textWidth / row.length;
  return row.flatMap((cell, at): Column[] => {
    const x = page.left + at * share;
    const value = { x: x + labelWidth, width: share - labelWidth };
    const lines = valueLines(cell.value).flatMap((text) => linesIn(text, value.width, measure));
    return [
      { x, width: labelWidth, lines: linesIn(cell.label, labelWidth, measure), label: true },
      { ...value, lines, label: false },
    ];
  });
}

const toSign = (row: FormRow): boolean => row.some(({ value }) => value === '');

/** The text of a column in one line of its field: labels and short values stand in the middle of the field's height. */
function textAt(column: Column, at: { line: number; of: number; column: number }, measure: Measure): RowText[] {
  const { x, width, lines, label } = column;
  const above = (at.of - lines.length) / 2;
  const text = lines[at.line - Math.floor(above)];
  if (text === undefined) return [];
  const room = width - measure(text, 'regular') * size.form;
  const lower = (above % 1) * lineRows * page.row;
  return [
    {
      text,
      x: x + (label ? room / 2 : padding),
      size: size.form,
      face: 'regular',
      spacing: 0,
      lower,
      column: at.column,
    },
  ];
}

/** A field as rows, one a line, so that a long one may go on over the page. */
function fieldRows(row: FormRow, measure: Measure): readonly Row[] {
  const columns = columnsOf(row, measure);
  const of = Math.max(toSign(row) ? linesToSign : 1, ...columns.map(({ lines }) => lines.length));
  const rules = [...columns.map(({ x }) => x), page.left + page.textWidth];
  return Array.from({ length: of }, (_, line) => ({
    rows: lineRows + (line === 0 ? aroundRows : 0) + (line === of - 1 ? aroundRows : 0),
    texts: columns.flatMap((one, column) => textAt(one, { line, of, column }, measure)),
    frame: { rules, begins: line === 0 },
  }));
}

/** The rows of a ruled form. Type of 4号, narrower than the body, since a form holds more on a page. */
export const formRows = (form: readonly FormRow[], measure: Measure): readonly Row[] =>
  form.flatMap((row) => fieldRows(row, measure));
