import type { Face, Measure } from './line-break.ts';

export const mm = 72 / 25.4;

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

/** Sizes of type in points: 2号, 3号, 4号 (also of forms), 小4号, 小5号. */
export const size = { title: 22, body: 16, form: 14, folio: 14, mark: 12, note: 9 } as const;

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

/** A line of a ruled form, in points. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A text within its row, in the middle of its height but for `lower`, in points; of a form, also the column it stands in. */
export type RowText = Omit<PlacedText, 'y'> & { readonly lower?: number; readonly column?: number };

/** What stands in one row of the text block; an empty row holds nothing. */
export interface Row {
  /** Height in rows of the grid. */
  readonly rows: number;
  readonly texts: readonly RowText[];
  /** Within a form: x of its vertical rules, and whether a field begins here. */
  readonly frame?: { readonly rules: readonly number[]; readonly begins: boolean };
}

export const blank: Row = { rows: 1, texts: [] };

/** From the baseline to the middle of a Chinese character, in ems. */
export const middleOfType = 0.36;

export const countOf = (text: string): number => [...text].length;

/** A line of one size, placed by the x of its middle. */
export function centred(text: string, of: { size: number; face: Face; x: number }, measure: Measure): RowText {
  const width = measure(text, of.face) * of.size;
  return { text, size: of.size, face: of.face, spacing: 0, x: of.x - width / 2 };
}

/** Height of rows together, in rows of the grid. */
export const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, one) => sum + one.rows, 0);
