import type { CaseHead } from '../../schemas/case.ts';
import type { RecountEventBody, RecountPlace, RecountView } from '../../schemas/recount.ts';
import type { Term, TermName } from '../../schemas/term.ts';
import { lastDayOf } from '../law/term-start.ts';
import type { Event, State } from './event.ts';

/** A recount as it stands: its view, and where it goes on. */
export interface RecountHead extends RecountView {
  readonly place: RecountPlace;
}
export type RecountState = State<RecountHead>;
export type RecountEvent = Event & RecountEventBody;

/** The next state of a recount. */
export function foldRecount(state: RecountState | undefined, event: RecountEvent): RecountState {
  return { version: event.seq, chain: event.hash, head: next(state?.head, event), parts: {} };
}

function next(head: RecountHead | undefined, event: RecountEvent): RecountHead {
  if (event.type === 'recount-opened')
    return {
      recountId: event.subjectId,
      ...event.data,
      openedAt: event.at,
      subjects: 0,
      moved: 0,
      kept: 0,
      place: { list: 0 },
    };
  if (head === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  if (event.type === 'terms-moved') {
    const { moves } = event.data.moved;
    const kept = moves.filter(({ keptFrom }) => keptFrom !== undefined).length;
    return { ...head, moved: head.moved + moves.length - kept, kept: head.kept + kept };
  }
  const { subjects, place, done } = event.data;
  return { ...head, subjects: head.subjects + subjects, place, ...(done ? { finishedAt: event.at } : {}) };
}

/** The dates on the case item that repeat a term's last day, after the terms were counted anew. */
export function recountedHead(head: CaseHead, recounted: readonly Term[]): Partial<CaseHead> {
  const of = (name: TermName): Term | undefined => recounted.find(({ term }) => term === name);
  const [decision, posting, publicity] = [of('decision'), of('posting'), of('publicity')];
  const [correction, objection] = [of('correction'), of('verification-objection')];
  return {
    ...(decision ? { dueOn: decision.dueOn, provisional: decision.provisional } : {}),
    ...(decision?.extendedTo && head.extension ? { extension: { ...head.extension, dueOn: decision.extendedTo } } : {}),
    ...(posting ? { postBy: lastDayOf(posting) } : {}),
    ...(publicity && head.publicity?.endsOn ? { publicity: { ...head.publicity, endsOn: publicity.dueOn } } : {}),
    ...(correction && head.correction ? { correction: { ...head.correction, windowEndsOn: correction.dueOn } } : {}),
    ...(objection && head.verification
      ? { verification: { ...head.verification, windowEndsOn: objection.dueOn } }
      : {}),
  };
}

/** What is recorded of any subject whose terms a new calendar moved. */
export interface TermsRecounted {
  readonly type: 'terms-recounted';
  readonly terms: { readonly recount: readonly Term[] };
}

/** The terms with the recounted ones in their places. */
export const withRecounted = (terms: readonly Term[], recounted: readonly Term[]): readonly Term[] =>
  terms.map((term) => recounted.find((one) => one.term === term.term && term.endedOn === undefined) ?? term);

/** Any subject whose head keeps its terms, after a recount; kinds of their own need not know of it. */
export function foldRecountedHead(state: State<object> | undefined, event: Event): unknown {
  if (!state) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  const { terms } = state.head as { readonly terms?: readonly Term[] };
  const head = { ...state.head, terms: withRecounted(terms ?? [], event.terms?.recount ?? []) };
  return { ...state, version: event.seq, chain: event.hash, head };
}
