import { alertIdOf } from '../../functions/core/alert-fold.ts';
import type { Event } from '../../functions/core/event.ts';
import { fold } from '../../functions/core/fold.ts';
import { type AlertRecord, AlertRecord as AlertShape } from '../../schemas/alert-record.ts';
import { noon, type World } from '../world.ts';

const now = noon('2026-09-02');

/** An alert on record, raised by the clock. */
export function raisedAlert(world: World, more: Partial<AlertRecord> = {}): string {
  const subjectId = more.caseId ?? '649900101-DB-2026-000001';
  const base = {
    subjectKind: 'case',
    subjectId,
    subjectName: '案件',
    caseId: subjectId,
    term: 'decision',
    dueOn: '2026-08-31',
    level: 'supervised',
  } as const;
  const alert = AlertShape.parse({
    ...base,
    countyCode: '649900',
    townshipCode: '649900101',
    provisional: false,
    on: '2026-09-02',
    at: '2026-09-01T16:00:00.000Z',
    raisedAt: now,
    deliverAt: now,
    holderOrg: '649900101',
    holderPost: 'TD',
    countyHeld: false,
    recipients: ['t1-td', 'cc-head'],
    missingRecipient: false,
    answerBy: '2026-09-07',
    ...more,
    alertId: alertIdOf({ ...base, ...more, subjectId }),
  });
  const event = {
    type: 'alert-raised',
    data: { alert },
    subjectKind: 'alert',
    subjectId: alert.alertId,
    seq: 1,
    at: now,
    hash: 'h1',
  } as unknown as Event;
  world.states.set(`alert:${alert.alertId}`, fold(undefined, event));
  world.events.push(event);
  return alert.alertId;
}
