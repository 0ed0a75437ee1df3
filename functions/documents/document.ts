import { type PaperData, paperData } from '../../schemas/documents.ts';
import type { Paper, PaperKind } from '../../schemas/paper.ts';
import type { FormRow } from '../core/paper-sheet.ts';
import type { Citation } from '../law/sources.ts';
import type { Words } from './words.ts';

/** A paper whose data have the shape of its kind. */
export type Issued<K extends PaperKind> = Omit<Paper, 'kind' | 'data'> & {
  readonly kind: K;
  readonly data: PaperData[K];
};

/** What the text of one paper consists of between the addressee and the signature. */
export interface Body {
  readonly paragraphs: readonly string[];
  /** The fields of a form, after the paragraphs. */
  readonly form?: readonly FormRow[];
  /** What follows the form. */
  readonly closing: readonly string[];
  /** Clauses the data name beyond those the paper carries. */
  readonly clauses: readonly string[];
  /** The remedy paragraph of an adverse paper, as the county approved it. */
  readonly remedy?: string;
}

/** One statutory paper (文书) of rulebook section 4. */
export interface Document {
  readonly kind: PaperKind;
  /** Official title in Chinese. */
  readonly title: string;
  /** Titles of a paper that comes in several forms, by the `form` of its data. */
  readonly titles?: Readonly<Record<string, string>>;
  /** M: a text demands the paper; P: practice. */
  readonly status: 'M' | 'P';
  /** The clauses behind it; printed where the paper itself names none. */
  readonly provision: readonly [Citation, ...Citation[]];
  /** Forms and public notices have no addressee line. */
  readonly addressed: boolean;
  /** Consists of fields, ruled as a table when printed. */
  readonly isForm: boolean;
  /** A decision or step against the person, which names the remedy. */
  readonly adverse: boolean;
  /** @throws ZodError if the data are not those of the kind. */
  read(paper: Paper, words: Words): Body;
}

interface Declared<K extends PaperKind> extends Pick<Document, 'title' | 'titles' | 'status' | 'provision'> {
  readonly kind: K;
  readonly addressed?: boolean;
  /** The paragraphs, in order. */
  text?(paper: Issued<K>, words: Words): readonly string[];
  form?(paper: Issued<K>, words: Words): readonly FormRow[];
  closing?(paper: Issued<K>, words: Words): readonly string[];
  clauses?(data: PaperData[K]): readonly string[];
  remedy?(data: PaperData[K]): string;
}

/** The data of a paper in the shape of its kind. @throws ZodError */
export const dataOf = <K extends PaperKind>(kind: K, paper: Paper): PaperData[K] =>
  paperData[kind].parse(paper.data) as PaperData[K];

/** Declares a paper served on a person, sent to an organ or kept on file. */
export const defineDocument = <K extends PaperKind>(declared: Declared<K>): Document => {
  const { text, form, closing, clauses, remedy, ...rest } = declared;
  return {
    addressed: true,
    ...rest,
    isForm: form !== undefined,
    adverse: remedy !== undefined,
    read: (paper, words) => {
      const data = dataOf(rest.kind, paper);
      const issued = { ...paper, kind: rest.kind, data };
      return {
        paragraphs: text?.(issued, words) ?? [],
        ...(form ? { form: form(issued, words) } : {}),
        closing: closing?.(issued, words) ?? [],
        clauses: clauses?.(data) ?? [],
        ...(remedy ? { remedy: remedy(data) } : {}),
      };
    },
  };
};

/** The title of a paper: of its form where it comes in several. */
export const titleOf = ({ title, titles }: Document, form: unknown): string =>
  (typeof form === 'string' ? titles?.[form] : undefined) ?? title;
