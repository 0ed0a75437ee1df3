import type { Paper } from '../../schemas/paper.ts';
import type { FormCell, FormRow, PaperSheet } from '../core/paper-sheet.ts';
import { citeText, sources } from '../law/sources.ts';
import { type Document, titleOf } from './document.ts';
import { documents } from './index.ts';
import { dateText, exampleMark } from './wording.ts';
import { issuerText, recipientText, type Words } from './words.ts';

/** Said instead of a remedy nobody approved: the wording is the county's, never ours (rulebook 4). */
export const remedyMissing = '（救济途径告知文本未经县级核定，本文书不得送达。）';

/** The words of a paper by their place on it (GB/T 9704). Throws ZodError if its data are not those of its kind. */
export function sheetOf(paper: Paper, words: Words): PaperSheet {
  const document = documents[paper.kind];
  const body = document.read(paper, words);
  const clauses = [...new Set([...clausesOf(document, paper), ...body.clauses])];
  return {
    ...(paper.example ? { mark: exampleMark } : {}),
    title: titleOf(document, paper.data['form']),
    number: paper.number,
    ...addressee(document, paper, words),
    paragraphs: body.paragraphs.map(inOneLine),
    ...(body.form ? { form: body.form.map(rowInOneLine) } : {}),
    closing: [...body.closing, `依据：${clauses.join('、')}。`].map(inOneLine),
    ...(body.remedy === undefined ? {} : { remedy: inOneLine(body.remedy.trim() || remedyMissing) }),
    issuer: issuerText(paper, words),
    date: dateText(paper.issuedOn),
    issuedOn: paper.issuedOn,
    ...(words.today ? { copy: `本件打印日期：${dateText(words.today)}` } : {}),
  };
}

/** The clauses the act named; else those behind the paper that were in force on its day. */
const clausesOf = ({ provision }: Document, { clauses, issuedOn }: Paper): readonly string[] =>
  clauses.length > 0
    ? clauses
    : provision.filter(({ source }) => (sources[source].inForceFrom ?? issuedOn) <= issuedOn).map(citeText);

function addressee({ addressed }: Document, { to, data }: Paper, words: Words): Pick<PaperSheet, 'addressee'> {
  const name = addressed ? recipientText({ to, data }, words) : undefined;
  return name === undefined ? {} : { addressee: `${name}：` };
}

/** A line break inside a value must not look like a paragraph of its own. */
const inOneLine = (paragraph: string): string => paragraph.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

const cellInOneLine = ({ label, value }: FormCell): FormCell => ({
  label,
  value: typeof value === 'string' ? inOneLine(value) : value.map(inOneLine),
});

const rowInOneLine = (row: FormRow): FormRow => row.map(cellInOneLine) as unknown as FormRow;
