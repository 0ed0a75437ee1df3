import * as z from 'zod';
import { AlertView } from '../../schemas/alert-view.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { alertReply, theAlert } from '../core/the-alert.ts';
import { cite } from '../law/sources.ts';

const SupervisionAnswer = z
  .strictObject({
    answer: z.string().min(1).max(2000).describe('原因、措施和办结时间 Cause, measures and when it will be done'),
  })
  .meta({
    id: 'SupervisionAnswer',
    description: '督办答复 Answer to a supervision order',
    examples: [{ answer: '演示：调查人员已补足，将于十月二十日前作出决定。' }],
  });

/**
 * Answers a 督办 within 3 working days of it (rulebook 3.9a). A late answer is taken and shown as late: refusing it would only hide
 * the cause. The term itself goes on until the act is done.
 */
export const answerSupervision = defineStep({
  id: 'supervision.answer-supervision',
  zh: '答复督办',
  en: 'Answer a supervision order',
  route: 'POST /v1/alerts/{alertId}/answer',
  provision: [cite('DESIGN', '3.9a', 'design')],
  input: SupervisionAnswer,
  output: AlertView,
  facts: ({ params }) => ({ subjects: [{ kind: 'alert', id: params['alertId'] ?? '' }] }),
  decide: (facts, { answer }, now) => {
    const alert = theAlert(facts);
    must(alert.level === 'supervised', 'answer-not-due', { level: alert.level });
    must(alert.answeredBy === undefined, 'already-done', { answeredBy: alert.answeredBy });
    return alertReply(facts, { type: 'supervision-answered', data: { by: facts.actor.personId, answer } }, now);
  },
});
