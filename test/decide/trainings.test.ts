import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { enterParameter } from '../../functions/supervision/enter-parameter.ts';
import { listStaff } from '../../functions/supervision/list-staff.ts';
import { listTrainings } from '../../functions/supervision/list-trainings.ts';
import { readReadiness } from '../../functions/supervision/read-readiness.ts';
import { recordTraining } from '../../functions/supervision/record-training.ts';
import { actor, attach, demonstrationWorld, noon, type Played, play, type World } from '../world.ts';
import { withParameter } from './set-parameter.ts';
import { take, walkTo } from './walk-through.ts';

const county = actor('CC', 'cc-1');
const clerk = actor('TC', 't1-tc');
const requestKey = (n: number): string => createHash('sha256').update(`${n}`).digest('hex');

const record = (world: World, more: object = {}, by = county, n = 1): Played =>
  play(world, recordTraining, {
    actor: by,
    now: noon('2026-08-03'),
    params: { requestKey: requestKey(n) },
    input: {
      division: '649900',
      subject: '下放业务规范专题培训',
      form: 'class',
      on: '2026-07-01',
      organiser: 'county',
      kinds: ['township-staff'],
      persons: 40,
      staff: ['t1-tc', 't1-tr'],
      attachments: [attach(world, 'slides')],
      ...more,
    },
  });

describe('a training (专题培训、培训督导)', () => {
  it('is recorded with its materials, and those who took part count as trained', () => {
    const world = demonstrationWorld();
    const { reply } = record(world);
    expect(reply).toMatchObject({ countyCode: '649900', persons: 40, staff: ['t1-tc', 't1-tr'], recordedBy: 'cc-1' });
    expect(reply.materials[0]).toMatch(/^[0-9a-f]{64}$/);
    record(world, { on: '2026-06-01', staff: ['t1-tc'] }, county, 2);
    const staff = play(world, listStaff, { actor: county, now: noon('2026-08-03'), input: {} }).reply.staff;
    const of = (id: string) => staff.find(({ personId }: { personId: string }) => personId === id);
    expect(of('t1-tc').trainedOn).toBe('2026-07-01');
    expect(of('t1-td').trainedOn).toBeUndefined();
  });

  it('of village helpers is the township’s; a city’s counts for the county it was held for', () => {
    const world = demonstrationWorld();
    const own = { division: '649900101', organiser: 'township', kinds: ['village-helpers'], staff: ['t1-vc'] };
    expect(record(world, own, clerk).reply.townshipCode).toBe('649900101');
    expect(record(world, own, actor('TC', 't2-tc')).code).toBe('division-not-yours');
    expect(record(world, {}, clerk).code).toBe('division-not-yours');
    expect(record(world, { organiser: 'city' }, actor('CITY', 'city-1'), 2).ok).toBe(true);
    const list = (by = county, input: object = {}) =>
      play(world, listTrainings, { actor: by, now: noon('2026-08-03'), input }).reply.trainings.length;
    expect(list()).toBe(2);
    expect(list(clerk)).toBe(2);
    expect(list(actor('TC', 't2-tc'))).toBe(1);
  });

  it('is refused before its day, without materials there, with unknown staff or fewer people than it names', () => {
    const world = demonstrationWorld();
    expect(record(world, { on: '2026-08-04' }).code).toBe('date-out-of-order');
    expect(record(world, { attachments: [attach(world, 'gone', 'absent')] }).code).toBe('attachment-missing');
    expect(record(world, { staff: ['nobody'] }).code).toBe('staff-unknown');
    expect(record(world, { persons: 1 }).code).toBe('input-invalid');
    expect(record(world, { division: '649900199' }).code).toBe('division-unknown');
  });

  it('is asked for in an act only where the county says so, and counts for as long as it says', () => {
    const walk = walkTo('submit-application');
    withParameter(walk.world, 'training.requiredFor', ['accept-application']);
    expect(take(walk, 'accept-application', '2026-08-03')).toMatchObject({
      code: 'training-missing',
      detail: { act: 'accept-application', persons: ['t1-tc'], months: 12 },
    });
    record(walk.world, { on: '2025-08-02' });
    expect(take(walk, 'accept-application', '2026-08-03').code).toBe('training-missing');
    record(walk.world, { on: '2025-08-03' }, county, 2);
    expect(take(walk, 'accept-application', '2026-08-03').ok).toBe(true);
  });

  it('is asked of reviewers, confirmers and each surveyor alike', () => {
    for (const [act, on, before] of [
      ['give-opinion', '2026-08-14', 'record-verification'],
      ['decide-case', '2026-08-25', 'post-publicity'],
      ['record-visit', '2026-08-06', 'start-verification'],
    ] as const) {
      const walk = walkTo(before);
      withParameter(walk.world, 'training.requiredFor', [act]);
      expect(take(walk, act, on).code).toBe('training-missing');
    }
  });

  it('may be asked for in the acts of the list only', () => {
    const input = {
      key: 'training.requiredFor',
      value: ['raise-objection'],
      from: '2026-09-01',
      document: { title: '演示数据·非真实标准' },
    };
    const entered = play(demonstrationWorld(), enterParameter, { actor: county, now: noon('2026-08-03'), input });
    expect(entered.code).toBe('input-invalid');
  });

  it('is missed by the readiness of the county after a year, as are policies that are not published', () => {
    const world = demonstrationWorld();
    const read = (on: string) =>
      play(world, readReadiness, { actor: county, now: noon(on), params: { countyCode: '649900' } }).reply;
    const advice = (on: string): string[] => read(on).advice.map(({ what }: { what: string }) => what);
    expect(advice('2026-08-03')).toEqual(expect.arrayContaining(['training', 'policy:DB_URBAN']));
    record(world);
    expect(read('2027-07-01').lastTrainingOn).toBe('2026-07-01');
    expect(advice('2027-07-01')).not.toContain('training');
    expect(advice('2027-07-02')).toContain('training');
  });
});
