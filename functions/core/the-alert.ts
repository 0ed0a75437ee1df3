import type { Actor, Post } from '../../schemas/actor.ts';
import type { AlertEventBody, AlertRecord } from '../../schemas/alert-record.ts';
import type { AlertView } from '../../schemas/alert-view.ts';
import { type AlertEvent, type AlertState, foldAlert } from './alert-fold.ts';
import { alertViewOf } from './alert-view.ts';
import { type Facts, stateOf } from './facts.ts';
import { covers } from './perform.ts';
import { Problem } from './problem.ts';
import type { Outcome } from './step.ts';

const loaded = (facts: Facts): AlertState | undefined =>
  stateOf(facts, { kind: 'alert', id: facts.params['alertId'] ?? '' });

/** The loaded alert, or 404: also for a division it does not belong to. An alert on the county's account is not the township's. */
export function theAlert(facts: Facts): AlertRecord {
  const alert = loaded(facts)?.head;
  if (!alert || !isForEyesOf(facts.actor, alert))
    throw new Problem('alert-not-found', { alertId: facts.params['alertId'] });
  return alert;
}

const township: readonly Post[] = ['TC', 'TS', 'TR', 'TD'];
const city: readonly Post[] = ['CITY', 'PROV', 'CLOCK'];

/** Who may see an alert: its division, but no township what runs on the county's account, and nobody below the city what the city holds. */
export function isForEyesOf(actor: Actor, alert: AlertRecord): boolean {
  const { countyCode, townshipCode, countyHeld, holderPost } = alert;
  if (holderPost === 'CITY' && !city.includes(actor.post)) return false;
  if (countyHeld && township.includes(actor.post)) return false;
  return covers(actor, { countyCode, ...(townshipCode ? { townshipCode } : {}) });
}

/** The outcome of an act on the loaded alert: its event, and the alert as it stands after it. */
export function alertReply(facts: Facts, body: AlertEventBody, now: string): Outcome<AlertView> {
  const alert = theAlert(facts);
  const event = { ...body, at: now, seq: (loaded(facts)?.version ?? 0) + 1, hash: '' } as unknown as AlertEvent;
  const { head } = foldAlert(loaded(facts), event);
  return { event: body, subject: { kind: 'alert', id: alert.alertId }, reply: alertViewOf(head) };
}
