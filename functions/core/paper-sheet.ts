import type { CivilDate } from '../../schemas/dates.ts';

/** The words of one paper by their place on it, names filled in. How they lie on a page is for whoever prints them. */
export interface PaperSheet {
  /** Said on every page of a paper under invented amounts. */
  readonly mark?: string;
  readonly title: string;
  readonly number: string;
  /** Absent on forms and public notices. */
  readonly addressee?: string;
  /** Each a line of its own, without indentation; the clauses stand in the last one. */
  readonly paragraphs: readonly string[];
  /** Of an adverse paper only. */
  readonly remedy?: string;
  readonly issuer: string;
  /** The day of issue as the paper writes it. */
  readonly date: string;
  readonly issuedOn: CivilDate;
  /** Says on which day a copy was made. */
  readonly copy?: string;
}
