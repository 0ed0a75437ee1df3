import type { CivilDate } from '../../schemas/dates.ts';

/** One field of a form: what it is called and what stands in it; several lines are numbered, none is left blank to be filled by hand. */
export interface FormCell {
  readonly label: string;
  readonly value: string | readonly string[];
}

/** One row of a form: one field over its whole width, or two side by side. */
export type FormRow = readonly [FormCell] | readonly [FormCell, FormCell];

/** The words of one paper by their place on it, names filled in. How they lie on a page is for whoever prints them. */
export interface PaperSheet {
  /** Said on every page of a paper under invented amounts. */
  readonly mark?: string;
  readonly title: string;
  readonly number: string;
  /** Absent on forms and public notices. */
  readonly addressee?: string;
  /** Each a line of its own, without indentation. */
  readonly paragraphs: readonly string[];
  /** Fields of a form (表), ruled as a table when printed. */
  readonly form?: readonly FormRow[];
  /** What follows the form; the clauses stand in the last line of all. */
  readonly closing: readonly string[];
  /** Of an adverse paper only. */
  readonly remedy?: string;
  readonly issuer: string;
  /** The day of issue as the paper writes it. */
  readonly date: string;
  readonly issuedOn: CivilDate;
  /** Said at the foot of each page under what is said of the copy. */
  readonly note?: string;
  /** Says on which day a copy was made. */
  readonly copy?: string;
}
