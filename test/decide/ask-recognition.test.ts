import { describe, expect, it } from '@jest/globals';
import { askRecognition } from '../../functions/supervision/ask-recognition.ts';
import { listDepartments } from '../../functions/supervision/list-departments.ts';
import { registerDepartment } from '../../functions/supervision/register-department.ts';
import type { Actor } from '../../schemas/actor.ts';
import { actor, noon, type Played, play, type World } from '../world.ts';
import { idNumberOf } from './usual-acts.ts';
import { walkTo } from './walk-through.ts';

const department: Actor = { ...actor('DP', 'c-medical', '649900'), clientId: 'medical-insurance' };
const county = actor('CC', 'cc-1');
const register = (world: World, more: object = {}): Played =>
  play(world, registerDepartment, {
    actor: county,
    now: noon('2026-08-01'),
    input: { clientId: 'medical-insurance', department: 'medical', ...more },
  });
const ask = (world: World, idNumber: string, as: Actor = department, on = '2026-09-10'): Played =>
  play(world, askRecognition, { actor: as, now: noon(on), input: { idNumber } });

describe('the recognition status for other departments (LAW §42(2))', () => {
  it('tells category and first day of everyone in a confirmed household, and nothing of money', () => {
    const { world, persons } = walkTo('publish-confirmation');
    register(world);
    for (const person of persons) {
      const { reply } = ask(world, idNumberOf(person));
      expect(reply).toEqual({ recognitions: [{ status: 'recognised', category: 'DB', from: '2026-09-01' }] });
    }
  });

  it('answers a person without a status, under review or unknown, alike', () => {
    const decided = walkTo('publish-confirmation');
    const pending = walkTo('give-opinion');
    for (const { world } of [decided, pending]) register(world);
    const nobody = ask(decided.world, '649900193510010015').reply;
    expect(nobody).toEqual({ recognitions: [] });
    expect(ask(pending.world, idNumberOf(pending.persons[0] as never)).reply).toEqual(nobody);
  });

  it('answers the registered system of a department and no other, until its last day', () => {
    const { world, persons } = walkTo('publish-confirmation');
    const idNumber = idNumberOf(persons[0] as never);
    expect(ask(world, idNumber).code).toBe('client-not-registered');
    register(world, { until: '2026-09-10' });
    expect(ask(world, idNumber).reply.recognitions).toHaveLength(1);
    expect(ask(world, idNumber, department, '2026-09-11').code).toBe('client-not-registered');
    expect(ask(world, idNumber, { ...department, clientId: 'other' }).code).toBe('client-not-registered');
    expect(ask(world, idNumber, { ...department, orgCode: '640104' }).code).toBe('client-not-registered');
    for (const post of ['TC', 'CC', 'VC', 'CITY'] as const)
      expect(ask(world, idNumber, actor(post, 't1-x')).code).toBe('post-not-permitted');
    register(world);
    expect(ask(world, idNumber, department, '2026-09-11').ok).toBe(true);
    const { departments } = play(world, listDepartments, { actor: county, now: noon('2026-09-11') }).reply;
    expect(departments).toHaveLength(1);
  });

  it('needs a purpose, since each question is kept in the access log', () => {
    expect(askRecognition.reveals?.({} as never, { idNumber: '649900193510010015' })).toEqual([]);
  });
});
