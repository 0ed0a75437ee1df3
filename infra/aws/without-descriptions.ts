import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { unclaused } from './without-clauses.ts';

/** Where the text between quotes that begins at `at` ends: the place after its closing quote. */
function afterQuoted(source: string, at: number): number {
  const quote = source[at];
  let i = at + 1;
  while (i < source.length && source[i] !== quote) i += source[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** Where the call whose opening bracket stands at `at` ends; -1 where it holds a template, whose brackets are not counted here. */
function afterCall(source: string, at: number): number {
  let depth = 0;
  let i = at;
  while (i < source.length) {
    const c = source[i];
    if (c === '`') return -1;
    if (c === "'" || c === '"') {
      i = afterQuoted(source, i);
      continue;
    }
    if (c === '(') depth += 1;
    if (c === ')') depth -= 1;
    i += 1;
    if (depth === 0) return i;
  }
  return -1;
}

const call = /\s*\.(?:describe|meta)\(/g;

/** The source of a schema without what only readers of the contract need: its descriptions, names and examples. */
export function undescribed(source: string): string {
  let kept = '';
  let from = 0;
  for (const match of source.matchAll(call)) {
    if (match.index < from) continue;
    const end = afterCall(source, match.index + match[0].length - 1);
    if (end < 0) continue;
    kept += source.slice(from, match.index);
    from = end;
  }
  return kept + source.slice(from);
}

/** Leaves descriptions, and clauses that only the catalogue reads, out of the bundles: both are written beforehand, and nothing in a Lambda reads them. */
export const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/](schemas|functions)[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: unclaused(path, undescribed(await readFile(path, 'utf8'))),
      loader: 'ts',
    }));
  },
};
