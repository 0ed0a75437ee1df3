import type { NoticePage, NoticeRecord } from '../../schemas/notice.ts';
import type { Paper } from '../../schemas/paper.ts';
import { htmlPage } from './html-page.ts';
import { noticeFields } from './notice.ts';
import { publicity } from './w17-publicity.ts';
import { publication } from './w22-publication.ts';
import { dateText, exampleMark } from './wording.ts';
import { issuerText, type Words } from './words.ts';

const notices = { W17: publicity, W22: publication } as const;

/** The paper as it stands today: the period is that of the postings, which came after the paper was issued. */
const asPosted = ({ notice, period }: NoticeRecord): Paper => {
  const { fromOn: _from, endsOn: _ends, provisional: _provisional, ...data } = notice.paper.data;
  return { ...notice.paper, data: { ...data, ...period } as Paper['data'] };
};

/** What the public may read of a notice: its whitelisted fields, and the text written from them (P09). */
export function noticePage(
  record: NoticeRecord,
  at: { readonly names: Words['names']; readonly shownUntil: string },
): NoticePage {
  const { notice } = record;
  const { township, county } = notice;
  const words: Words = { names: at.names, township, county, maskNameOnline: notice.masked };
  const paper = asPosted(record);
  const document = notices[notice.kind];
  return {
    title: document.title,
    number: paper.number,
    issuer: issuerText(paper, words),
    shownUntil: at.shownUntil,
    example: paper.example,
    notice: noticeFields(notice.kind, paper, words),
    lines: [...document.read(paper, words).paragraphs],
  };
}

const englishOf = (title: string): string => english[title as keyof typeof english] ?? '';

/** A line `name：value` of the notice; what is no such line is a sentence. */
const asRow = (line: string): readonly [string, string] | undefined => {
  const at = line.indexOf('：');
  return at > 0 && at <= 12 ? [line.slice(0, at), line.slice(at + 1)] : undefined;
};

const english = {
  公示单:
    'Notice before a decision on social assistance. Anybody may object within the period, named or not; who objects is kept secret.',
  公布表: 'Result of an application for social assistance, or what became of it since.',
} as const;

/** The notice as a page for a phone: the words that hang on the board, as a table, and when the page goes down. */
export function noticeHtml({ title, number, issuer, shownUntil, example, lines }: NoticePage): string {
  const [opening = '', ...rest] = lines;
  const sentences = rest.filter((line) => asRow(line) === undefined);
  return htmlPage({
    title,
    blocks: [
      ...(example ? [{ kind: 'mark' as const, text: exampleMark }] : []),
      { kind: 'text', lines: [opening] },
      { kind: 'table', rows: rest.map(asRow).filter((row) => row !== undefined) },
      ...(sentences.length > 0 ? [{ kind: 'text' as const, lines: sentences }] : []),
      { kind: 'text', lines: [issuer, number] },
      { kind: 'small', lines: [`本页面展示至${dateText(shownUntil)}，期满自动撤下。`, englishOf(title)] },
    ],
  });
}
