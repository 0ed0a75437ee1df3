import type { AlertLevel } from '../../schemas/alert.ts';
import type { CaseHead } from '../../schemas/case.ts';
import type { Term } from '../../schemas/term.ts';
import { addDays, nextDay } from '../law/calendar.ts';
import { instantOf } from '../law/clock-face.ts';
import { termRule } from '../law/term-rules.ts';
import { dueIn, partitionOf } from './keys.ts';
import type { Item } from './ports.ts';

/** A running clock as the docket finds it: what it needs to raise an alert without reading the case. */
export interface TermRecord {
  readonly caseId: string;
  readonly program: CaseHead['program'];
  readonly countyCode: string;
  readonly townshipCode: string;
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

/** One item a watched term, in the index of due work while there is something to come. */
export function termItems(head: CaseHead, terms: readonly Term[], version: number): readonly Item[] {
  return terms
    .filter(({ term }) => termRule(term).watched)
    .map((term) => {
      const { caseId, program, countyCode, townshipCode } = head;
      const record: TermRecord = { caseId, program, countyCode, townshipCode, term };
      const from = lookFrom(term);
      const d = from ? { d: { pk: dueIn(countyCode), sk: `${from}#${caseId}#${term.term}` } } : {};
      return { pk: partitionOf('case', caseId), sk: `TERM#${term.term}`, version, record, ...d };
    });
}
