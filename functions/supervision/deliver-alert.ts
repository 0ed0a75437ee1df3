import * as z from 'zod';
import { AlertRecord } from '../../schemas/alert-record.ts';
import type { AlertState } from '../core/alert-fold.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const DeliverAlertInput = z
  .strictObject({ alertId: z.string().min(1).describe('提醒编号 alert') })
  .meta({ id: 'DeliverAlertInput', description: '送出一条提醒 Deliver one alert' });

/** Notes that an alert went out to its recipients; the notification itself is at least once, this event exactly once. */
export const deliverAlert = defineStep({
  id: 'supervision.deliver-alert',
  zh: '送出提醒',
  en: 'Deliver an alert',
  route: 'DOCKET deliver-alert',
  provision: [cite('DESIGN', '3.9a', 'design')],
  input: DeliverAlertInput,
  output: AlertRecord,
  facts: ({ input }) => ({ subjects: [{ kind: 'alert', id: input.alertId }] }),
  decide: (facts, { alertId }, now) => {
    const alert = stateOf<AlertState>(facts, { kind: 'alert', id: alertId });
    must(alert, 'alert-not-found');
    const { head } = alert;
    if (head.deliveredAt) return { reply: head };
    must(head.deliverAt <= now, 'alert-not-found', { deliverAt: head.deliverAt });
    return {
      event: { type: 'alert-delivered', data: { at: now, recipients: head.recipients } },
      subject: { kind: 'alert', id: head.alertId },
      reply: { ...head, deliveredAt: now },
    };
  },
});
