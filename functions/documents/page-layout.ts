import type { PaperSheet } from '../core/paper-sheet.ts';
import { rowText } from './form-rows.ts';
import { breakLines, type Face, type Line, type Measure } from './line-break.ts';

const mm = 72 / 25.4;

/** A4 by GB/T 9704-2012 5.2: margins of 37 mm above and 28 mm left, a text block of 156 × 225 mm, 22 lines of 28 characters. In points. */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 28 * mm,
  top: 37 * mm,
  textWidth: 156 * mm,
  rows: 22,
  row: (225 / 22) * mm,
  cell: (156 / 28) * mm,
} as const;

/** Sizes of type in points: 2号, 3号, 4号, 小4号. */
const size = { title: 22, body: 16, folio: 14, mark: 12 } as const;

/** A text on a page: x of its left edge and y of its baseline from the upper left corner, in points. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  /** Added after each character. */
  readonly spacing: number;
}

export interface LaidOut {
  readonly pages: readonly (readonly PlacedText[])[];
  /** Middle of the date of issue, where a seal is centred. */
  readonly seal: { readonly page: number; readonly x: number; readonly y: number };
}

/** What stands in one row of the text block; an empty row holds nothing. */
type Row = { readonly rows: number; readonly texts: readonly Omit<PlacedText, 'y'>[] };

/** From the baseline to the middle of a Chinese character, in ems. */
const middleOfType = 0.36;

const gridSpacing = page.cell - size.body;
const countOf = (text: string): number => [...text].length;

const bodyWidth =
  (measure: Measure, face: Face) =>
  (text: string): number =>
    measure(text, face) * size.body + countOf(text) * gridSpacing;

const blank: Row = { rows: 1, texts: [] };

/** A heading of the first level: 一、二、 (GB/T 9704 7.3.3: 黑体, here the bold weight). */
const isHeading = (text: string): boolean => /^[一二三四五六七八九十]+、/.test(text);

/** The rows of one paragraph, stretched to both margins but for its last line. */
function paragraphRows(text: string, indentCells: number, measure: Measure): readonly Row[] {
  const face: Face = isHeading(text) ? 'bold' : 'regular';
  const indent = indentCells * page.cell;
  const lines = breakLines(text, { width: page.textWidth, indent, widthOf: bodyWidth(measure, face) });
  return lines.map((line, index) => {
    const start = index === 0 ? indent : 0;
    const spacing = gridSpacing + stretch(line, page.textWidth - start);
    return { rows: 1, texts: [{ text: line.text, x: page.left + start, size: size.body, face, spacing }] };
  });
}

const stretch = ({ text, width, full }: Line, room: number): number =>
  full ? Math.max(0, room - width) / Math.max(1, countOf(text) - 1) : 0;

/** A line of one size, placed by the x of its middle. */
function centred(text: string, of: { size: number; face: Face; x: number }, measure: Measure): Omit<PlacedText, 'y'> {
  const width = measure(text, of.face) * of.size;
  return { text, size: of.size, face: of.face, spacing: 0, x: of.x - width / 2 };
}

function titleRows({ title, number }: PaperSheet, measure: Measure): readonly Row[] {
  const middle = page.left + page.textWidth / 2;
  const widthOf = (text: string): number => measure(text, 'bold') * size.title;
  const lines = breakLines(title, { width: page.textWidth, indent: 0, widthOf });
  const right = page.left + page.textWidth - measure(number, 'regular') * size.body;
  return [
    ...lines.map(({ text }) => ({
      rows: 1.5,
      texts: [centred(text, { size: size.title, face: 'bold', x: middle }, measure)],
    })),
    { rows: 1.5, texts: [{ text: number, x: right, size: size.body, face: 'regular', spacing: 0 }] },
  ];
}

/** Issuer above the date, both centred on the middle of the date, which ends four characters before the margin (GB/T 9704 7.3.5). */
function signature({ issuer, date }: PaperSheet, measure: Measure): { rows: readonly Row[]; middle: number } {
  const dateWidth = measure(date, 'regular') * size.body;
  const issuerWidth = measure(issuer, 'regular') * size.body;
  const right = page.left + page.textWidth;
  const middle = Math.min(right - 4 * page.cell - dateWidth / 2, right - issuerWidth / 2);
  const line = (text: string): Row => ({
    rows: 1,
    texts: [centred(text, { size: size.body, face: 'regular', x: middle }, measure)],
  });
  return { rows: [blank, line(issuer), line(date)], middle };
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, one) => sum + one.rows, 0);

/** Fills pages row by row; the signature keeps with it the last rows of the text, so that no page holds a signature alone. */
function pagesOf(text: readonly Row[], last: readonly Row[]): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]];
  for (const row of text) {
    const current = pages.at(-1) ?? [];
    if (heightOf(current) + row.rows > page.rows + 1e-6) pages.push([row]);
    else current.push(row);
  }
  const current = pages.at(-1) ?? [];
  if (heightOf(current) + heightOf(last) <= page.rows + 1e-6) current.push(...last);
  else pages.push([...current.splice(Math.max(1, current.length - 2)), ...last]);
  return pages;
}

/** The baseline of a row: the middle of a character lies in the middle of its row. */
const baseline = (above: number, { rows, texts }: Row): number =>
  page.top + (above + rows / 2) * page.row + middleOfType * (texts[0]?.size ?? 0);

function placed(rows: readonly Row[]): readonly PlacedText[] {
  return rows.flatMap((row, index) => {
    const y = baseline(heightOf(rows.slice(0, index)), row);
    return row.texts.map((text) => ({ ...text, y }));
  });
}

/** The mark above the text of every page. */
function above({ mark }: PaperSheet, measure: Measure): readonly PlacedText[] {
  if (!mark) return [];
  const middle = page.left + page.textWidth / 2;
  return [{ ...centred(mark, { size: size.mark, face: 'regular', x: middle }, measure), y: 27 * mm }];
}

/** Below the text — 1 — on the outer side, one character from the margin, and the day of the copy on the inner side. */
function below(number: number, { copy }: PaperSheet, measure: Measure): readonly PlacedText[] {
  const folio = `— ${number} —`;
  const rightHand = number % 2 === 1;
  const fromRight = (text: string, points: number): number =>
    page.left + page.textWidth - measure(text, 'regular') * points;
  const y = page.top + page.rows * page.row + 7 * mm + 0.8 * size.folio;
  const plain = { y, face: 'regular', spacing: 0 } as const;
  const x = rightHand ? fromRight(folio, size.folio) - size.folio : page.left + size.folio;
  return [
    ...(copy ? [{ ...plain, text: copy, size: size.mark, x: rightHand ? page.left : fromRight(copy, size.mark) }] : []),
    { ...plain, text: folio, size: size.folio, x },
  ];
}

/** Lays a paper out on pages. Pure: the widths of characters come from outside. Lengths in points. */
export function layOut(sheet: PaperSheet, measure: Measure): LaidOut {
  const { rows: last, middle } = signature(sheet, measure);
  const text = [
    ...titleRows(sheet, measure),
    ...(sheet.addressee ? [blank, ...paragraphRows(sheet.addressee, 0, measure)] : [blank]),
    ...[...sheet.paragraphs, ...(sheet.form ?? []).flatMap(rowText), ...sheet.closing].flatMap((paragraph) =>
      paragraphRows(paragraph, 2, measure),
    ),
    ...(sheet.remedy ? paragraphRows(sheet.remedy, 2, measure) : []),
  ];
  const rows = pagesOf(text, last);
  const pages = rows.map((one, index) => [
    ...above(sheet, measure),
    ...placed(one),
    ...below(index + 1, sheet, measure),
  ]);
  const date = pages.at(-1)?.findLast(({ text }) => text === sheet.date);
  return { pages, seal: { page: pages.length - 1, x: middle, y: (date?.y ?? 0) - middleOfType * size.body } };
}
