import type { SelfCheck, SelfCheckEventBody, SelfCheckView } from '../../schemas/self-check.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { foldTerms } from './case-fold.ts';
import type { Event, State } from './event.ts';

export type SelfCheckState = State<SelfCheck>;
export type SelfCheckEvent = Event & SelfCheckEventBody;

/** The next state of a self-check. */
export function foldSelfCheck(state: SelfCheckState | undefined, event: SelfCheckEvent): SelfCheckState {
  const head = next(state?.head, event);
  const terms = foldTerms(head.terms, event.terms, event.at, civilDateOf(event.at));
  return { version: event.seq, chain: event.hash, head: { ...head, terms: [...terms] }, parts: {} };
}

function next(head: SelfCheck | undefined, event: SelfCheckEvent): SelfCheck {
  if (event.type === 'self-check-recorded') return event.data.selfCheck;
  if (!head) throw new Error(`the first event of a self-check is ${event.type}`);
  const { no, on, by } = event.data;
  return {
    ...head,
    findings: head.findings.map((one) => (one.no === no ? { ...one, rectifiedOn: on, rectifiedBy: by } : one)),
  };
}

/** A self-check as shown on a day: what is still open, and whether it is late (design decision 5: from dates, at the moment asked). */
export function selfCheckView(check: SelfCheck, today: string): SelfCheckView {
  const open = check.findings.filter(({ rectifiedOn }) => rectifiedOn === undefined).length;
  const [term] = check.terms;
  const dueOn = term?.extendedTo ?? term?.dueOn;
  return { ...check, open, ...(dueOn ? { dueOn } : {}), overdue: open > 0 && dueOn !== undefined && today > dueOn };
}
