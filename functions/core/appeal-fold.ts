import type { Appeal, AppealEventBody } from '../../schemas/appeal.ts';
import { foldTerms } from './case-fold.ts';
import type { Event, State } from './event.ts';

export type AppealState = State<Appeal>;
export type AppealEvent = Event & AppealEventBody;

/** The next state of an appeal; the term to reply is its own. */
export function foldAppeal(state: AppealState | undefined, event: AppealEvent): AppealState {
  const head = changed(state?.head, event);
  const terms = [...foldTerms(state?.head.terms ?? [], event.terms, event.at, event.data.on)];
  return { version: event.seq, chain: event.hash, head: { ...head, terms }, parts: {} };
}

function changed(head: Appeal | undefined, event: AppealEvent): Appeal {
  if (event.type === 'appeal-opened') return { ...event.data.appeal, terms: [] };
  if (head === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  switch (event.type) {
    case 'appeal-answered':
      return { ...head, status: 'answered', answeredOn: event.data.on };
    case 'appeal-stayed':
      return { ...head, stay: { on: event.data.decidedOn, orderNo: event.data.orderNo } };
    case 'appeal-closed': {
      const { outcome, decidedOn, orderNo, dueOn } = event.data;
      return { ...head, status: 'settled', outcome, decidedOn, orderNo, ...(dueOn ? { dueOn } : {}) };
    }
  }
}
