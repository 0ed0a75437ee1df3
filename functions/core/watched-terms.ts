import type { Program } from '../../schemas/program.ts';
import type { Term } from '../../schemas/term.ts';
import { accountedTerm } from './alert-setting.ts';
import type { CaseState } from './case-fold.ts';
import type { AnyState } from './fold.ts';
import type { SubjectKind } from './subject.ts';

/** The terms of a subject, and what the docket must know to raise their alerts. */
export interface WatchedTerms {
  /** What the subject is called in a message. */
  readonly zh: string;
  readonly en: string;
  readonly countyCode: string;
  /** The township on whose account or about whose work they run, if any. */
  readonly townshipCode?: string | undefined;
  readonly program?: Program | undefined;
  /** The case the subject is or concerns. */
  readonly caseId?: string | undefined;
  readonly terms: readonly Term[];
  /** Terms as alerts see them: on whose account they run at present. */
  readonly accounted: readonly Term[];
}

/** What the head of a subject without parts must show for its terms to be watched. */
export interface TermHead {
  readonly countyCode: string;
  readonly townshipCode?: string | undefined;
  readonly program?: Program | undefined;
  readonly caseId?: string | undefined;
  readonly terms: readonly Term[];
}

type Watch = (state: never) => WatchedTerms;

const ofCase = ({ head, parts: { terms } }: CaseState): WatchedTerms => {
  const { countyCode, townshipCode, program, caseId } = head;
  const accounted = terms.map((term) => accountedTerm(head, term));
  return { zh: '案件', en: 'case', countyCode, townshipCode, program, caseId, terms, accounted };
};

/** A kind whose head keeps its terms, under the name messages give it. */
export const ofHead =
  (zh: string, en: string) =>
  ({ head }: { readonly head: TermHead }): WatchedTerms => {
    const { countyCode, townshipCode, program, caseId, terms } = head;
    return { zh, en, countyCode, townshipCode, program, caseId, terms, accounted: terms };
  };

/** Every kind that has terms. A further one is a line here; the docket, its alerts and the lake then follow. */
const watches: Readonly<Partial<Record<SubjectKind, Watch>>> = {
  case: ofCase,
  correction: ofHead('责令纠正', 'correction'),
  complaint: ofHead('信访举报', 'complaint'),
  lead: ofHead('线索', 'lead'),
  'self-check': ofHead('乡镇自查', 'self-check'),
  referral: ofHead('转办', 'referral'),
  appeal: ofHead('复议诉讼', 'appeal'),
};

/** The terms of a subject, or undefined where its kind has none. */
export const watchedTerms = (kind: SubjectKind, state: AnyState): WatchedTerms | undefined =>
  watches[kind]?.(state as never);
