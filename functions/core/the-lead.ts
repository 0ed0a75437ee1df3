import type { TermChanges } from '../../schemas/case-events.ts';
import type { Lead, LeadEventBody, LeadView } from '../../schemas/lead.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { type Facts, stateOf } from './facts.ts';
import { foldLead, type LeadEvent, type LeadState } from './lead-fold.ts';
import { covers } from './perform.ts';
import { must } from './problem.ts';
import type { Outcome } from './step.ts';

/** A lead as lists and reads show it; late is what was not contacted by the last day, whatever came after. */
export const leadViewOf = (head: Lead, version: number, today: string): LeadView => ({
  ...head,
  version,
  overdue: (head.contactedOn ?? head.settledOn ?? today) > head.contactBy,
});

/** The lead of the path, if it lies within the caller's division; else it does not exist for the caller. */
export function theLead(facts: Facts): LeadState {
  const state = stateOf<LeadState>(facts, { kind: 'lead', id: facts.params['leadId'] ?? '' });
  must(state && covers(facts.actor, state.head), 'lead-not-found');
  return state;
}

/** The outcome of an act on the loaded lead. */
export function leadReply(
  facts: Facts,
  act: LeadEventBody & { readonly terms?: TermChanges | undefined },
  now: string,
): Outcome<LeadView> {
  const { head, version } = theLead(facts);
  const event = { ...act, subjectId: head.leadId, seq: version + 1, at: now, hash: '' } as unknown as LeadEvent;
  const after = foldLead(theLead(facts), event);
  return {
    event: act,
    subject: { kind: 'lead', id: head.leadId },
    reply: leadViewOf(after.head, after.version, civilDateOf(now)),
  };
}
