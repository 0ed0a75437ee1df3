import type { PaperSheet } from '../core/paper-sheet.ts';
import { formRows } from './form-layout.ts';
import { breakLines, type Face, type Line, type Measure } from './line-break.ts';
import { pagesOf } from './page-fill.ts';
import {
  blank,
  centred,
  countOf,
  heightOf,
  middleOfType,
  mm,
  type PlacedText,
  page,
  type Row,
  type Rule,
  size,
} from './page-grid.ts';

/** One page: its texts, and the rules of a form. */
export interface LaidOutPage {
  readonly texts: readonly PlacedText[];
  readonly rules: readonly Rule[];
}

export interface LaidOut {
  readonly pages: readonly LaidOutPage[];
  /** Middle of the date of issue on the last page, where a seal is centred. */
  readonly seal: { readonly x: number; readonly y: number };
  /** Square on the last page for the code of the paper, left of the signature: its upper left corner and its side; below it what it is for. */
  readonly code: { readonly x: number; readonly y: number; readonly side: number };
}

const gridSpacing = page.cell - size.body;

const bodyWidth =
  (measure: Measure, face: Face) =>
  (text: string): number =>
    measure(text, face) * size.body + countOf(text) * gridSpacing;

/** A heading of the first level: 一、二、 (GB/T 9704 7.3.3: 黑体, here the bold weight). */
const isHeading = (text: string): boolean => /^[一二三四五六七八九十]+、/.test(text);

/** What follows a form is set in its size, so that most forms fit one page. */
function noteRows(text: string, measure: Measure): readonly Row[] {
  const widthOf = (part: string): number => measure(part, 'regular') * size.form;
  const indent = 2 * size.form;
  return breakLines(text, { width: page.textWidth, indent, widthOf }).map((line, index) => ({
    rows: 0.75,
    texts: [
      { text: line.text, x: page.left + (index === 0 ? indent : 0), size: size.form, face: 'regular', spacing: 0 },
    ],
  }));
}

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

const topOf = (rows: readonly Row[], index: number): number => page.top + heightOf(rows.slice(0, index)) * page.row;

/** The middle of a character lies in the middle of its row. A form reads field by field, not line by line, also to who copies it. */
function placed(rows: readonly Row[]): readonly PlacedText[] {
  let field = 0;
  const fields = rows.map(({ frame }) => (frame?.begins === false ? field : ++field));
  const texts = rows.flatMap((row, index) =>
    row.texts.map(({ lower = 0, column = 0, ...text }) => ({
      order: (fields[index] ?? 0) * 10 + column,
      text: { ...text, y: topOf(rows, index) + (row.rows / 2) * page.row + middleOfType * text.size + lower },
    })),
  );
  return texts.toSorted((a, b) => a.order - b.order).map(({ text }) => text);
}

/** The rules of a form: round each field, and closed above and below where a page ends within one. */
function ruled(rows: readonly Row[]): readonly Rule[] {
  return rows.flatMap(({ frame, rows: height }, index): Rule[] => {
    if (!frame) return [];
    const top = topOf(rows, index);
    const bottom = top + height * page.row;
    const [x1, x2] = [page.left, page.left + page.textWidth];
    const opens = frame.begins || !rows[index - 1]?.frame;
    return [
      ...(opens ? [{ x1, y1: top, x2, y2: top }] : []),
      ...(rows[index + 1]?.frame ? [] : [{ x1, y1: bottom, x2, y2: bottom }]),
      ...frame.rules.map((x) => ({ x1: x, y1: top, x2: x, y2: bottom })),
    ];
  });
}

/** The mark above the text of every page. */
function above({ mark }: PaperSheet, measure: Measure): readonly PlacedText[] {
  if (!mark) return [];
  const middle = page.left + page.textWidth / 2;
  return [{ ...centred(mark, { size: size.mark, face: 'regular', x: middle }, measure), y: 27 * mm }];
}

/** Below the text — 1 — on the outer side, one character from the margin, and the day of the copy on the inner side, a note under it. */
function below(number: number, { copy, note }: PaperSheet, measure: Measure): readonly PlacedText[] {
  const folio = `— ${number} —`;
  const rightHand = number % 2 === 1;
  const fromRight = (text: string, points: number): number =>
    page.left + page.textWidth - measure(text, 'regular') * points;
  const y = page.top + page.rows * page.row + 7 * mm + 0.8 * size.folio;
  const plain = { y, face: 'regular', spacing: 0 } as const;
  const x = rightHand ? fromRight(folio, size.folio) - size.folio : page.left + size.folio;
  return [
    ...(copy ? [{ ...plain, text: copy, size: size.mark, x: rightHand ? page.left : fromRight(copy, size.mark) }] : []),
    ...(note
      ? [{ ...plain, text: note, size: size.note, y: y + 14, x: rightHand ? page.left : fromRight(note, size.note) }]
      : []),
    { ...plain, text: folio, size: size.folio, x },
  ];
}

const textRows = (sheet: PaperSheet, measure: Measure): readonly Row[] => {
  const paragraphs = (texts: readonly string[]): readonly Row[] =>
    texts.flatMap((paragraph) => paragraphRows(paragraph, 2, measure));
  return [
    ...titleRows(sheet, measure),
    ...(sheet.addressee ? [blank, ...paragraphRows(sheet.addressee, 0, measure)] : sheet.form ? [] : [blank]),
    ...paragraphs(sheet.paragraphs),
    ...formRows(sheet.form ?? [], measure),
    ...(sheet.form ? sheet.closing.flatMap((text) => noteRows(text, measure)) : paragraphs(sheet.closing)),
    ...paragraphs(sheet.remedy ? [sheet.remedy] : []),
  ];
};

/** Side of the code of a paper. */
const codeSide = 23 * mm;

/** Lays a paper out on pages. Pure: the widths of characters come from outside. Lengths in points. */
export function layOut(sheet: PaperSheet, measure: Measure): LaidOut {
  const { rows: last, middle } = signature(sheet, measure);
  const pages = pagesOf(textRows(sheet, measure), last).map((rows, index) => ({
    texts: [...above(sheet, measure), ...placed(rows), ...below(index + 1, sheet, measure)],
    rules: ruled(rows),
  }));
  const date = pages.at(-1)?.texts.findLast(({ text }) => text === sheet.date);
  const y = (date?.y ?? 0) - middleOfType * size.body;
  return { pages, seal: { x: middle, y }, code: { x: page.left, y: y + page.row / 4 - codeSide, side: codeSide } };
}
