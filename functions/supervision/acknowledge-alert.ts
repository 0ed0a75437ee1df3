import * as z from 'zod';
import { AlertView } from '../../schemas/alert-view.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { alertReply, theAlert } from '../core/the-alert.ts';
import { cite } from '../law/sources.ts';

const AlertAcknowledgement = z
  .strictObject({})
  .meta({ id: 'AlertAcknowledgement', description: '签收提醒 Acknowledgement of an alert', examples: [{}] });

/** A named person takes note of an alert. It does not stop the escalation, and does not close the term (rulebook 3.9a). */
export const acknowledgeAlert = defineStep({
  id: 'supervision.acknowledge-alert',
  zh: '签收提醒',
  en: 'Acknowledge an alert',
  route: 'POST /v1/alerts/{alertId}/acknowledgement',
  provision: [cite('DESIGN', '3.9a', 'design')],
  input: AlertAcknowledgement,
  output: AlertView,
  facts: ({ params }) => ({ subjects: [{ kind: 'alert', id: params['alertId'] ?? '' }] }),
  decide: (facts, _input, now) => {
    const { acknowledgedBy } = theAlert(facts);
    must(acknowledgedBy === undefined, 'already-done', { acknowledgedBy });
    return alertReply(facts, { type: 'alert-acknowledged', data: { by: facts.actor.personId, at: now } }, now);
  },
});
