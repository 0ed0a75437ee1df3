import type { ComplaintEventBody, ComplaintHead } from '../../schemas/complaint.ts';
import { foldTerms } from './case-fold.ts';
import type { Event, State } from './event.ts';

export type ComplaintState = State<ComplaintHead>;
export type ComplaintEvent = Event & ComplaintEventBody;

/** The next state of a complaint. */
export function foldComplaint(state: ComplaintState | undefined, event: ComplaintEvent): ComplaintState {
  const head = changed(state?.head, event);
  const terms = [...foldTerms(head.terms, event.terms, event.at, event.data.on)];
  const papers = [...head.papers, ...(event.papers ?? [])];
  return { version: event.seq, chain: event.hash, head: { ...head, terms, papers }, parts: {} };
}

function changed(head: ComplaintHead | undefined, event: ComplaintEvent): ComplaintHead {
  if (event.type === 'complaint-registered') return { ...event.data.complaint, handlers: [], terms: [], papers: [] };
  if (head === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  const { on } = event.data;
  switch (event.type) {
    case 'complaint-accepted':
      return { ...head, status: 'accepted', acceptedOn: on, ...handledBy(head, event.data.handler) };
    case 'complaint-reassigned':
      return { ...head, ...handledBy(head, event.data.handler) };
    case 'complaint-passed-on':
      return { ...head, status: 'passed-on' };
    case 'complaint-extended':
      return head;
    case 'complaint-answered': {
      const { outcome } = event.data;
      return { ...head, status: head.realName ? 'answered' : 'closed', outcome, answeredOn: on };
    }
    case 'complainant-told':
      return { ...head, status: 'closed', toldOn: on };
    case 'complaint-review-asked': {
      const { stage, level, orgCode } = event.data;
      const { handler: _former, ...rest } = head;
      return { ...rest, status: 'registered', stage, level, orgCode };
    }
  }
}

const handledBy = ({ handlers }: ComplaintHead, handler: string): Pick<ComplaintHead, 'handler' | 'handlers'> => ({
  handler,
  handlers: [...new Set([...handlers, handler])],
});
