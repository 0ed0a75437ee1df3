import type { Lead, LeadEventBody } from '../../schemas/lead.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { foldTerms } from './case-fold.ts';
import type { Event, State } from './event.ts';

export type LeadState = State<Lead>;
export type LeadEvent = Event & LeadEventBody;

/** Contacts are kept in the events without end; the head shows the last of them. */
const SHOWN = 10;

/** The next state of a lead (主动发现线索). */
export function foldLead(state: LeadState | undefined, event: LeadEvent): LeadState {
  const head = next(state?.head, event);
  const terms = foldTerms(head.terms, event.terms, event.at, civilDateOf(event.at));
  return { version: event.seq, chain: event.hash, head: { ...head, terms: [...terms] }, parts: {} };
}

function next(head: Lead | undefined, event: LeadEvent): Lead {
  if (event.type === 'lead-reported') return event.data.lead;
  if (head === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  if (event.type === 'lead-contacted') {
    const { contact } = event.data;
    return {
      ...head,
      contacts: [...head.contacts, contact].slice(-SHOWN),
      contactedOn: head.contactedOn ?? contact.on,
      reached: head.reached || contact.reached,
      informed: head.informed || contact.informed,
    };
  }
  const { on, outcome, caseId, helpedBy } = event.data;
  return { ...head, outcome, settledOn: on, ...(caseId ? { caseId } : {}), ...(helpedBy ? { helpedBy } : {}) };
}
