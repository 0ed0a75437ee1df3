import type { PaperData } from '../../schemas/documents.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { Program } from '../../schemas/program.ts';
import { type Document, dataOf } from './document.ts';
import { maskName, withoutNumbers } from './person-name.ts';
import { nameOf, type Words } from './words.ts';

/**
 * All that a public notice may say (P09; D57 §24 and N83 四(二) for 公布, by analogy for 公示; LAW §11). A notice's text is written
 * from these fields and sees nothing else of the paper or the persons.
 */
const whitelists = {
  W17: [
    'ending',
    'applicant',
    'members',
    'village',
    'program',
    'class',
    'amountFen',
    'days',
    'fromOn',
    'endsOn',
    'provisional',
    'townshipPhone',
    'countyPhone',
  ],
  W22: ['change', 'applicant', 'members', 'amountFen', 'fromMonth', 'program'],
} as const satisfies { readonly [K in 'W17' | 'W22']: readonly (keyof PaperData[K])[] };

export type NoticeKind = keyof typeof whitelists;

/** The whitelisted fields; `applicant` is the name as the channel may show it, no longer a token. */
export type NoticeFields<K extends NoticeKind> = Pick<
  PaperData[K],
  Extract<(typeof whitelists)[K][number], keyof PaperData[K]>
>;

/** The fields a public notice may show. */
export const whitelistOf = (kind: NoticeKind): readonly string[] => whitelists[kind];

/** Full on the village board, for D57 §24 says 姓名; masked elsewhere unless the county decided otherwise, and a minor everywhere. */
const shownName = (name: string, minor: boolean, { channel, maskNameOnline = true }: Words): string =>
  !minor && (channel === 'village-board' || !maskNameOnline) ? name : maskName(name);

const fieldsOf = <K extends NoticeKind>(kind: K, data: PaperData[K], words: Words): NoticeFields<K> => {
  const known = words.names[data.applicant];
  const applicant = known ? shownName(known.name, data.minor === true, words) : nameOf(words, data.applicant);
  const listed = whitelists[kind].map((field) => [field, (data as Readonly<Record<string, unknown>>)[field]]);
  const fields: Record<string, unknown> = { ...Object.fromEntries(listed), applicant: withoutNumbers(applicant) };
  if (typeof fields['village'] === 'string') fields['village'] = withoutNumbers(fields['village']);
  return fields as NoticeFields<K>;
};

/** The fields of a notice as a channel may show them: whatever is absent is left out, nothing else is ever added. */
export const noticeFields = (kind: NoticeKind, paper: Paper, words: Words): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(fieldsOf(kind, dataOf(kind, paper), words)).filter(([, value]) => value !== undefined),
  ) as Record<string, string | number | boolean>;

/** Declares a paper for the public. What the notice is about is the program; it says nothing of a person beyond the fields. */
export const defineNotice = <K extends NoticeKind>({
  text,
  ...rest
}: Pick<Document, 'title' | 'status' | 'provision'> & {
  readonly kind: K;
  text(fields: NoticeFields<K>, program: Program): readonly string[];
}): Document => ({
  addressed: false,
  adverse: false,
  isForm: false,
  ...rest,
  read: (paper, words) => {
    const data = dataOf(rest.kind, paper);
    return { paragraphs: text(fieldsOf(rest.kind, data, words), data.program), closing: [], clauses: [] };
  },
});
