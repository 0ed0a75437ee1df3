import type { AlertLevel } from '../../schemas/alert.ts';
import type { Program } from '../../schemas/program.ts';
import type { Term } from '../../schemas/term.ts';
import type { SubjectKind } from '../core/subject.ts';
import type { WatchedTerms } from '../core/watched-terms.ts';
import { addDays, nextDay } from '../law/calendar.ts';
import { instantOf } from '../law/clock-face.ts';
import { termRule } from '../law/term-rules.ts';
import { dueIn, partitionOf } from './keys.ts';
import type { Item } from './ports.ts';

/** A running clock as the docket finds it: what it needs to raise an alert without reading the subject. */
export interface TermRecord {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly caseId?: string;
  readonly program?: Program;
  readonly countyCode: string;
  readonly townshipCode?: string;
  readonly term: Term;
  /** The last alert raised for the present last day: written by the docket, which moves no version (design decision 5). */
  readonly lastAlert?: { readonly level: AlertLevel; readonly at: string };
}

/** No warning lies further before a last day than this: two working days across the longest holiday and a weekend. */
const LONGEST_WARNING = 14;

/** From which instant a docket has to look at a term; undefined when it never has to. The law then says what is due. */
export function lookFrom(term: Term): string | undefined {
  if (!termRule(term.term).watched) return undefined;
  const last = term.extendedTo ?? term.dueOn;
  if (term.endedOn !== undefined) return term.endedOn > last ? instantOf(nextDay(last), '00:00') : undefined;
  const early = addDays(last, -LONGEST_WARNING);
  return instantOf(early > term.fromOn ? early : term.fromOn, '00:00');
}

/** Sort key of a term in the index of due work. */
export const dueKeyOf = ({ subjectId, term }: Pick<TermRecord, 'subjectId' | 'term'>, at: string): string =>
  `${at}#${subjectId}#${term.term}`;

/** One item a watched term, in the index of due work while there is something to come. */
export function termItems(
  subject: { readonly kind: SubjectKind; readonly id: string },
  watched: Omit<WatchedTerms, 'zh' | 'en' | 'accounted'>,
  version: number,
): readonly Item[] {
  const { countyCode, townshipCode, program, caseId, terms } = watched;
  return terms
    .filter(({ term }) => termRule(term).watched)
    .map((term) => {
      const record: TermRecord = {
        subjectKind: subject.kind,
        subjectId: subject.id,
        ...(caseId ? { caseId } : {}),
        ...(program ? { program } : {}),
        countyCode,
        ...(townshipCode ? { townshipCode } : {}),
        term,
      };
      const from = lookFrom(term);
      const d = from ? { d: { pk: dueIn(countyCode), sk: dueKeyOf(record, from) } } : {};
      return { pk: partitionOf(subject.kind, subject.id), sk: `TERM#${term.term}`, version, record, ...d };
    });
}
