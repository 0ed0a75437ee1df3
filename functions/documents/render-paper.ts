import type { Paper } from '../../schemas/paper.ts';
import { citeText, sources } from '../law/sources.ts';
import type { Document } from './document.ts';
import { documents } from './index.ts';
import { dateText } from './wording.ts';
import { countyOrgan, issuerText, nameOf, type Words } from './words.ts';

/** First and last line of every paper under invented amounts. */
export const exampleMark = '演示数据·非真实标准';

/** Said instead of a remedy nobody approved: the wording is the county's, never ours (rulebook 4). */
export const remedyMissing = '（救济途径告知文本未经县级核定，本文书不得送达。）';

/**
 * A paper as plain Chinese text: title, number, addressee, body, clauses, remedy where it is adverse, issuer and date (GB/T 9704).
 * Throws ZodError if the paper's data are not those of its kind.
 */
export function renderPaper(paper: Paper, words: Words): string {
  const document = documents[paper.kind];
  const body = document.read(paper, words);
  const clauses = [...new Set([...clausesOf(document, paper), ...body.clauses])];
  const mark = paper.example ? [exampleMark] : [];
  const blocks = [
    mark,
    [document.title, paper.number],
    addressee(document, paper, words),
    [...body.paragraphs, `依据：${clauses.join('、')}。`].map(indented),
    body.remedy === undefined ? [] : [indented(body.remedy.trim() || remedyMissing)],
    [issuerText(paper, words), dateText(paper.issuedOn)],
    words.today ? [`本件打印日期：${dateText(words.today)}`] : [],
    mark,
  ];
  const shown = blocks.filter((block) => block.length > 0);
  return `${shown.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** The clauses the act named; else those behind the paper that were in force on its day. */
const clausesOf = ({ provision }: Document, { clauses, issuedOn }: Paper): readonly string[] =>
  clauses.length > 0
    ? clauses
    : provision.filter(({ source }) => (sources[source].inForceFrom ?? issuedOn) <= issuedOn).map(citeText);

const addressee = ({ addressed }: Document, { to }: Paper, words: Words): readonly string[] => {
  if (!addressed || to === 'public') return [];
  return [`${to === 'county' ? countyOrgan(words.county) : nameOf(words, to)}：`];
};

/** Two full-width blanks; a line break inside a value must not look like a paragraph of its own. */
const indented = (paragraph: string): string => `　　${paragraph.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')}`;
