import { type PaperData, paperData } from '../../schemas/documents.ts';
import type { Paper, PaperKind } from '../../schemas/paper.ts';
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
  /** M: a text demands the paper; P: practice. */
  readonly status: 'M' | 'P';
  /** The clauses behind it; printed where the paper itself names none. */
  readonly provision: readonly [Citation, ...Citation[]];
  /** Forms and public notices have no addressee line. */
  readonly addressed: boolean;
  /** @throws ZodError if the data are not those of the kind. */
  read(paper: Paper, words: Words): Body;
}

interface Declared<K extends PaperKind> {
  readonly kind: K;
  readonly title: string;
  readonly status: 'M' | 'P';
  readonly provision: Document['provision'];
  readonly addressed?: boolean;
  /** The paragraphs, in order. */
  text(paper: Issued<K>, words: Words): readonly string[];
  clauses?(data: PaperData[K]): readonly string[];
  remedy?(data: PaperData[K]): string;
}

/** The data of a paper in the shape of its kind. @throws ZodError */
export const dataOf = <K extends PaperKind>(kind: K, paper: Paper): PaperData[K] =>
  paperData[kind].parse(paper.data) as PaperData[K];

/** Declares a paper served on a person or filed with the county. */
export const defineDocument = <K extends PaperKind>({ text, clauses, remedy, ...rest }: Declared<K>): Document => ({
  addressed: true,
  ...rest,
  read: (paper, words) => {
    const data = dataOf(rest.kind, paper);
    return {
      paragraphs: text({ ...paper, kind: rest.kind, data }, words),
      clauses: clauses?.(data) ?? [],
      ...(remedy ? { remedy: remedy(data) } : {}),
    };
  },
});
