import type { LakeBounds } from './bounds.ts';

export type Value = string | number | boolean;

/** A value as a literal of Athena's dialect: text quoted, quotes doubled. Throws RangeError on what has no literal. */
export function sqlLiteral(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new RangeError('a text with NUL has no literal');
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no literal`);
  // Scientific notation is a double in Athena and never an integer.
  return Number.isSafeInteger(value) ? String(value) : value.toExponential();
}

/** A piece of text and where the values of its `?` marks come from, in order. */
export interface Piece {
  readonly text: string;
  readonly values: (bounds: LakeBounds) => readonly Value[];
}

/** Pieces one after the other. */
export const joined = (pieces: readonly Piece[], between: string): Piece => ({
  text: pieces.map(({ text }) => text).join(between),
  values: (bounds) => pieces.flatMap(({ values }) => values(bounds)),
});
/** A piece with text around it that has no marks. */
export const wrapped = (before: string, piece: Piece, after: string): Piece => ({
  ...piece,
  text: before + piece.text + after,
});
/** A text without marks. */
export const bare = (text: string): Piece => ({ text, values: () => [] });
