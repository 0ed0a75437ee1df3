/** A weight of the one family of type: body text, or titles and headings. */
export type Face = 'regular' | 'bold';

/** Width of a text in ems: 1 for a Chinese character. */
export type Measure = (text: string, face: Face) => number;

export interface Line {
  readonly text: string;
  /** In the unit of the column's width. */
  readonly width: number;
  /** Full lines are stretched to both margins, the last one of a paragraph is not. */
  readonly full: boolean;
}

export interface Column {
  readonly width: number;
  /** What the first line is shorter by. */
  readonly indent: number;
  /** Width of a text with the spacing of the column. */
  readonly widthOf: (text: string) => number;
}

/** What must not begin a line, and what must not end one (禁则). */
const closing = '，。、；：？！）》〉」』】〕”’％%…—·';
const opening = '（《〈「『【〔“‘';

/** A number or a word of Latin letters with what it counts (8月, 1,250元, 0999-0000101), or one character with its marks. */
const unit = /[A-Za-z0-9](?:[\w,.@/-]*\w)?[年月日元岁人项次号条个天％%]?|\P{M}\p{M}*|\p{M}+/gu;

/** Parts that a line may end after; only a part wider than a whole line is cut. */
function partsOf(text: string, { width, widthOf }: Column): readonly string[] {
  const parts = text.match(unit) ?? [];
  return parts.flatMap((part) => (widthOf(part) > width ? [...part] : [part]));
}

const mayBreak = (before: string, after: string): boolean =>
  !closing.includes(after.charAt(0)) && !opening.includes(before.slice(-1));

/** How many parts of a full line stay on it: the last one goes along with what must not begin the next. */
function keptOn(line: readonly string[], next: string): number {
  for (let kept = line.length; kept > 0; kept -= 1) if (mayBreak(line[kept - 1] ?? '', line[kept] ?? next)) return kept;
  return line.length;
}

/** Breaks one paragraph into lines no wider than the column, with no closing mark at the start and no opening one at the end. */
export function breakLines(text: string, column: Column): readonly Line[] {
  const { widthOf } = column;
  const lines: Line[] = [];
  let line: string[] = [];
  const take = (parts: readonly string[], full: boolean): void => {
    const shown = parts.join('').trimEnd();
    if (shown) lines.push({ text: shown, width: widthOf(shown), full });
  };
  for (const part of partsOf(text, column)) {
    const room = column.width - (lines.length === 0 ? column.indent : 0);
    if (line.length > 0 && widthOf([...line, part].join('').trimEnd()) > room + 1e-6) {
      const kept = keptOn(line, part);
      take(line.slice(0, kept), true);
      line = line.slice(kept);
    }
    if (line.length > 0 || part.trim() !== '') line.push(part);
  }
  take(line, false);
  return lines;
}
