import { type SourceKey, sources } from './source-titles.ts';

export { type LawPack, type LawPackId, lawPackOn, lawPacks, layersOn } from './law-packs.ts';
export { type Source, type SourceKey, type SourceKind, sources } from './source-titles.ts';

/** Rulebook 0.1: the text was read; known but not read; an open question; no law, or a real clause applied by analogy. */
export type Confidence = 'sourced' | 'recalled' | 'unsure' | 'design';

/** A clause and how sure we are of it. `clause` is written as in the rulebook: `§19(2)`, `§70(六)`, `四(一)`, `二(三)3`. */
export interface Citation {
  readonly source: SourceKey;
  readonly clause: string;
  readonly confidence: Confidence;
}

/**
 * Names the clause a rule rests on.
 *
 * `confidence` defaults to `sourced`, for DESIGN to `design`. A real clause with confidence `design` is an analogy.
 */
export const cite = (source: SourceKey, clause: string, confidence?: Confidence): Citation =>
  Object.freeze({ source, clause, confidence: confidence ?? (source === 'DESIGN' ? 'design' : 'sourced') });

/**
 * A citation as papers print it: 《最低生活保障审核确认办法》第二十一条. An analogy reads 参照…; a clause that was not
 * read in the text says so (待核对), because a paper that sounds surer than we are would mislead the person it is served on.
 */
export function citeText(citation: Citation): string {
  const name = `${citation.source} ${citation.clause} ${citation.confidence}`;
  const known = printed.get(name) ?? printedText(citation);
  printed.set(name, known);
  return known;
}

/** Clauses as printed: there are as many as the code cites. */
const printed = new Map<string, string>();

const printedText = (citation: Citation): string => {
  const { zh, kind } = sources[citation.source];
  if (kind === 'design') return `${zh}（非法律规定）${citation.clause}`;
  const text = `《${zh}》${clauseText(citation)}`;
  if (citation.confidence === 'design') return `参照${text}`;
  return citation.confidence === 'sourced' ? text : `${text}（待核对）`;
};

const DIGITS = '零一二三四五六七八九';

/** Numerals of articles, 1 to 9999: 10 is 十, 22 二十二, 105 一百零五, 1045 一千零四十五. */
export const chineseNumeral = (n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`numeral out of range: ${n}`);
  let text = '';
  for (const [value, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / value) % 10;
    if (digit > 0) text += DIGITS[digit] + unit;
    else if (text !== '' && !text.endsWith('零') && n % value > 0) text += '零';
  }
  return text.startsWith('一十') ? text.slice(1) : text;
};

const clauseText = ({ source, clause }: Citation): string => {
  if (clause.startsWith('§'))
    return clause
      .slice(1)
      .split(/,\s*§?/)
      .map(articleRange)
      .join('、');
  const wide = clause.replaceAll('(', '（').replaceAll(')', '）');
  return source === 'N83' ? `第${wide}项` : wide;
};

const articleRange = (range: string): string => range.split(/-§?/).map(article).join('至');

const article = (text: string): string => {
  const number = /^\d+/.exec(text)?.[0];
  if (number === undefined) return text;
  const parts = [...text.slice(number.length).matchAll(/\(([^)]+)\)/g)].map(([, part = '']) =>
    /^\d+$/.test(part) ? `第${chineseNumeral(Number(part))}款` : `第（${part}）项`,
  );
  return `第${chineseNumeral(Number(number))}条${parts.join('').replaceAll('项第（', '项、第（')}`;
};
