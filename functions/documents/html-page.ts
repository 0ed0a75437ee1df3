/** One part of a page: paragraphs, or a table of names and values. */
export type PageBlock =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'small'; readonly lines: readonly string[] };

const style = [
  ':root{color-scheme:light dark}',
  'body{margin:0 auto;max-width:40rem;padding:1.25rem;font:1.125rem/1.75 "PingFang SC","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Zen Hei","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}',
  'h1{font-size:1.75rem;line-height:1.3;margin:.5rem 0 1rem;text-align:center}',
  'h2{font-size:1.25rem;margin:1.5rem 0 .5rem}',
  'table{border-collapse:collapse;width:100%;margin:1rem 0}',
  'th,td{border:1px solid;padding:.5rem .75rem;text-align:left;vertical-align:top}',
  'th{font-weight:600;width:7.5em}',
  '.mark{border:2px solid;padding:.25rem .5rem;text-align:center;font-weight:600}',
  '.small{font-size:.9375rem;margin-top:1.5rem}',
].join('');

/** The one style of every page; pages carry no other, so that its hash can stand in the security policy. */
export const styleOf = (): string => style;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML: nothing in it can be taken for a tag or an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => marks[character] ?? '');

const paragraphs = (lines: readonly string[], attributes = ''): string =>
  lines.map((line) => `<p${attributes}>${escaped(line)}</p>`).join('\n');

function blockText(block: PageBlock): string {
  switch (block.kind) {
    case 'mark':
      return `<p class="mark">${escaped(block.text)}</p>`;
    case 'table':
      return `<table>\n${block.rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('\n')}\n</table>`;
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'small':
      return paragraphs(block.lines, ' class="small"');
    case 'text':
      return paragraphs(block.lines);
  }
}

/** A whole page without script, readable on a phone; every word in it is escaped. */
export function htmlPage(of: { readonly title: string; readonly blocks: readonly PageBlock[] }): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow, noarchive">',
    '<meta name="format-detection" content="telephone=no">',
    `<title>${escaped(of.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(of.title)}</h1>`,
    ...of.blocks.map(blockText),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
