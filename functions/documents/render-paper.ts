import type { Paper } from '../../schemas/paper.ts';
import { rowText } from './form-rows.ts';
import { sheetOf } from './paper-sheet.ts';
import type { Words } from './words.ts';

export { remedyMissing } from './paper-sheet.ts';
export { exampleMark } from './wording.ts';

/**
 * A paper as plain Chinese text: title, number, addressee, body, clauses, remedy where it is adverse, issuer and date (GB/T 9704).
 * The mark of demonstration data is its first and its last line. Throws ZodError if the paper's data are not those of its kind.
 */
export function renderPaper(paper: Paper, words: Words): string {
  const sheet = sheetOf(paper, words);
  const blocks = [
    [sheet.mark],
    [sheet.title, sheet.number],
    [sheet.addressee],
    [...sheet.paragraphs, ...(sheet.form ?? []).flatMap(rowText), ...sheet.closing].map(indented),
    [sheet.remedy && indented(sheet.remedy)],
    [sheet.issuer, sheet.date],
    [sheet.copy],
    [sheet.mark],
  ];
  const shown = blocks.map((block) => block.filter((line) => line !== undefined)).filter(({ length }) => length > 0);
  return `${shown.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** Two full-width blanks. */
const indented = (paragraph: string): string => `　　${paragraph}`;
