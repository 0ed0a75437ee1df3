import { heightOf, page, type Row } from './page-grid.ts';

/** A field of a form stays together unless it is long. */
const longestField = 6;

/** What must not be parted by the end of a page: one line of text, or one field of a form. */
function blocksOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const goesOn = row.frame && !row.frame.begins;
    if (goesOn) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks.flatMap((block) => (heightOf(block) > longestField ? block.map((row) => [row]) : [block]));
}

/** Fills pages; the signature keeps with it what stands last in the text, so that no page holds a signature alone. */
export function pagesOf(text: readonly Row[], last: readonly Row[]): readonly (readonly Row[])[] {
  const fits = (blocks: readonly (readonly Row[])[], more: readonly Row[]): boolean =>
    heightOf([...blocks.flat(), ...more]) <= page.rows + 1e-6;
  const pages: (readonly Row[])[][] = [[]];
  for (const block of blocksOf(text)) {
    const current = pages.at(-1) ?? [];
    if (fits(current, block)) current.push(block);
    else pages.push([block]);
  }
  const current = pages.at(-1) ?? [];
  if (fits(current, last)) current.push(last);
  else pages.push([...current.splice(Math.max(1, current.length - 2)), last]);
  return pages.map((blocks) => blocks.flat());
}
