import type { CivilDate } from '../../schemas/dates.ts';
import type { Program } from '../../schemas/program.ts';
import type { TermMove } from '../../schemas/recount.ts';
import type { Term } from '../../schemas/term.ts';
import type { Calendar } from './calendar.ts';
import type { Clocks } from './clocks.ts';
import { lastDayOf, recountTerm } from './term-start.ts';

/** What a recount is made under. */
export interface Recounting {
  readonly calendar: Calendar;
  /** Lengths as they were on the day a term started: a recount changes days, never lengths. */
  clocksOn(day: CivilDate): Clocks;
  readonly delegated: boolean;
  /** 低保 where none is named. */
  readonly program?: Program | undefined;
  /** The day of the recount. */
  readonly on: CivilDate;
}

/** A recounted term, and what became of it. */
export interface Recounted {
  readonly term: Term;
  readonly move: TermMove;
}

/** Windows that belong to the applicant or the public: a paper told them their last day. */
const isWindow = ({ holderPost }: Term): boolean => holderPost === 'AP' || holderPost === 'PB';

/**
 * The running terms counted anew under a calendar (rulebook Appendix A): only those that come out otherwise. Nothing moves back in
 * silence: a term whose new last day already lies behind keeps the old one, and so does a window that was told to the applicant or the
 * public and would get shorter; both say which day the calendar gives. Nothing is recounted twice under one calendar.
 */
export function recountRunning(terms: readonly Term[], by: Recounting): readonly Recounted[] {
  const running = terms.filter(({ endedOn }) => endedOn === undefined);
  const decision = running.find(({ term }) => term === 'decision');
  const extended = decision?.extendedTo === undefined ? undefined : counted(decision, by).extendedTo;
  return running.flatMap((term) => {
    const follows = term.term === 'posting' && term.extendedTo === undefined && extended;
    const outcome = settled(term, counted(term, by, follows || undefined), by);
    return outcome ? [outcome] : [];
  });
}

const counted = (term: Term, by: Recounting, decisionDueOn?: CivilDate): Term =>
  recountTerm(term, {
    calendar: by.calendar,
    clocks: by.clocksOn(term.fromOn),
    delegated: by.delegated,
    program: by.program,
    ...(decisionDueOn ? { decisionDueOn } : {}),
  });

function settled(term: Term, fresh: Term, { on, calendar }: Recounting): Recounted | undefined {
  const [oldOn, newOn] = [lastDayOf(term), lastDayOf(fresh)];
  const { provisional } = fresh;
  if (oldOn === newOn && provisional === term.provisional) return undefined;
  const shrinks = newOn < oldOn && (newOn < on || isWindow(term));
  if (!shrinks) return { term: fresh, move: { term: term.term, oldOn, newOn, provisional } };
  if (term.keptUnder === calendar.version) return undefined;
  return {
    term: { ...term, provisional, keptUnder: calendar.version },
    move: { term: term.term, oldOn, newOn: oldOn, provisional, keptFrom: newOn },
  };
}
