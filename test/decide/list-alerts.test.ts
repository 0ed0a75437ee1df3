import { describe, expect, it } from '@jest/globals';
import { fold } from '../../functions/core/fold.ts';
import { acknowledgeAlert } from '../../functions/supervision/acknowledge-alert.ts';
import { answerSupervision } from '../../functions/supervision/answer-supervision.ts';
import { listAlerts } from '../../functions/supervision/list-alerts.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import { actor, demonstrationWorld, noon, play, type World } from '../world.ts';
import { raisedAlert } from './raised-alert.ts';

const now = noon('2026-09-02');
const confirmer = actor('TD', 't1-td');
const head = actor('CC', 'cc-head');

const acknowledge = (world: World, alertId: string, as: Actor = confirmer) =>
  play(world, acknowledgeAlert, { actor: as, now, params: { alertId } });
const answer = (world: World, alertId: string, as: Actor = confirmer, on = '2026-09-04') =>
  play(world, answerSupervision, {
    actor: as,
    now: noon(on),
    params: { alertId },
    input: { answer: '演示：已补足人员' },
  });

describe('supervision.acknowledge-alert', () => {
  it('records who took note, once; a 督办 stays open until it is answered', () => {
    const world = demonstrationWorld();
    const id = raisedAlert(world);
    expect(acknowledge(world, id).reply).toMatchObject({ acknowledgedBy: 't1-td', open: true, levelText: '督办' });
    expect(acknowledge(world, id, head).code).toBe('already-done');
    const warning = raisedAlert(world, { level: 'warning' });
    expect(acknowledge(world, warning).reply).toMatchObject({ open: false });
    const state = world.events.filter(({ subjectId }) => subjectId === id).reduce(fold, undefined as never);
    expect(world.states.get(`alert:${id}`)).toEqual(state);
  });

  it('is not found by another division, nor by the township when the county holds the term', () => {
    const world = demonstrationWorld();
    const id = raisedAlert(world);
    expect(acknowledge(world, id, actor('TD', 't2-td')).code).toBe('alert-not-found');
    expect(acknowledge(world, id, actor('CC', 'cc-9', '640104')).code).toBe('alert-not-found');
    const held = raisedAlert(world, { term: 'county-survey', countyHeld: true });
    expect(acknowledge(world, held).code).toBe('alert-not-found');
    expect(acknowledge(world, held, head).ok).toBe(true);
    expect(acknowledge(world, 'no-such-alert').code).toBe('alert-not-found');
  });
});

describe('supervision.answer-supervision', () => {
  it('closes the order when answered within 3 working days, and shows a late answer as late', () => {
    const world = demonstrationWorld();
    const id = raisedAlert(world);
    acknowledge(world, id);
    expect(answer(world, id).reply).toMatchObject({ answeredBy: 't1-td', answeredLate: false, open: false });
    expect(answer(world, id).code).toBe('already-done');
    const other = raisedAlert(world, { caseId: '649900101-DB-2026-000002' });
    expect(answer(world, other, head, '2026-09-08').reply).toMatchObject({ answeredLate: true, open: true });
  });

  it('is for a 督办 only, by the confirmer or the county', () => {
    const world = demonstrationWorld();
    expect(answer(world, raisedAlert(world, { level: 'overdue' })).code).toBe('answer-not-due');
    expect(answer(world, raisedAlert(world), actor('TC', 't1-tc')).code).toBe('post-not-permitted');
    expect(answer(world, raisedAlert(world), actor('TD', 't2-td')).code).toBe('alert-not-found');
  });
});

describe('supervision.list-alerts', () => {
  it('keeps what the county holds off the township’s list', () => {
    const world = demonstrationWorld();
    const late = raisedAlert(world);
    const early = raisedAlert(world, { level: 'warning', on: '2026-08-27' });
    const held = raisedAlert(world, { term: 'county-survey', countyHeld: true });
    const next = raisedAlert(world, { caseId: '649900102-DB-2026-000001', townshipCode: '649900102' });
    const ids = (as: Actor, input: object = {}): string[] =>
      play(world, listAlerts, { actor: as, now, input }).reply.alerts.map(({ alertId }: AlertRecord) => alertId);
    expect(ids(confirmer)).toEqual([early, late]);
    expect(ids(head)).toEqual([held, late, early, next].sort());
    expect(ids(head, { township: '649900102' })).toEqual([next]);
    acknowledge(world, early);
    expect(ids(confirmer, { open: 'true' })).toEqual([late]);
    expect(ids(confirmer, { open: 'false' })).toEqual([early]);
    expect(ids(confirmer, { level: 'supervised' })).toEqual([late]);
    expect(play(world, listAlerts, { actor: confirmer, now, input: { township: '649900102' } }).code).toBe(
      'division-not-yours',
    );
  });
});
