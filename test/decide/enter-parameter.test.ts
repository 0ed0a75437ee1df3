import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../../functions/core/facts.ts';
import { settingOf } from '../../functions/core/setting.ts';
import { approveParameter } from '../../functions/supervision/approve-parameter.ts';
import { enterParameter } from '../../functions/supervision/enter-parameter.ts';
import { listParameters } from '../../functions/supervision/list-parameters.ts';
import { setAlertDirectory } from '../../functions/supervision/set-alert-directory.ts';
import { colleague, countyIn, example, newCounty, officer, refoldedCounty, setUpDay } from '../county-set-up.ts';
import { actor, play, type World } from '../world.ts';

const entry = {
  key: 'clock.opinion',
  value: 10,
  from: '2026-01-01',
  document: { title: '演示县社会救助审核确认办法（演示数据）' },
};
const enter = (world: World, more: object = {}, as = officer) =>
  play(world, enterParameter, { actor: as, now: setUpDay, input: { ...entry, ...more } });
const approve = (world: World, parameterId: string, as = colleague) =>
  play(world, approveParameter, { actor: as, now: setUpDay, params: { parameterId } });

describe('a parameter', () => {
  it('takes two persons, and is never edited', () => {
    const world = newCounty();
    const { id } = enter(world).reply;
    expect(id).toBe('clock.opinion@2026-01-01~1');
    expect(approve(world, id, officer).code).toBe('same-person-approves');
    expect(approve(world, id).reply).toMatchObject({ enteredBy: 'cc-1', approvedBy: 'cc-2' });
    expect(approve(world, id).code).toBe('already-done');
    const corrected = enter(world, { value: 9 }).reply;
    expect(corrected.id).toBe('clock.opinion@2026-01-01~2');
    expect(countyIn(world).parts.parameters?.map(({ value }) => value)).toEqual([10, 9]);
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('is compared by person: the same person in another organisation’s post finds nothing to approve', () => {
    const world = newCounty();
    const { id } = enter(world).reply;
    expect(approve(world, id, actor('CC', 'cc-1', '640104')).code).toBe('parameter-not-found');
    expect(approve(world, 'clock.opinion@2026-01-01~9').code).toBe('parameter-not-found');
  });

  it('cannot loosen what the law fixes, nor carry a value of another unit', () => {
    const world = newCounty();
    expect(enter(world, { key: 'clock.total.delegated', value: 21 }).code).toBe('statutory-term-fixed');
    expect(enter(world, { key: 'publicity.days', value: 5 }).code).toBe('statutory-term-fixed');
    expect(enter(world, { value: 'ten' }).code).toBe('input-invalid');
    expect(enter(world, { program: 'DB_URBAN' }).code).toBe('input-invalid');
    expect(enter(world, { key: 'clock.invented' }).code).toBe('input-invalid');
    expect(countyIn(world).parts.parameters).toBeUndefined();
  });

  it('opens the program only when everything asked for has been approved', () => {
    const world = newCounty();
    play(world, setAlertDirectory, { actor: officer, now: setUpDay, input: example('alert-directory') });
    const ids = example('parameters').map((one: object) => enter(world, one).reply.id as string);
    const setting = () => settingOf({ county: countyIn(world) } as Facts, 'DB_URBAN', '2026-08-03');
    expect(setting).toThrow(expect.objectContaining({ code: 'program-closed' }));
    for (const id of ids) expect(approve(world, id).ok).toBe(true);
    expect(setting().example).toBe(true);
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('is listed with its meaning, and an invented one is marked as such', () => {
    const world = newCounty();
    enter(world);
    enter(
      world,
      example('parameters').find(({ key }: { key: string }) => key === 'standard.DB_URBAN'),
    );
    const list = (input: object) =>
      play(world, listParameters, { actor: actor('TR', 't1-tr'), now: setUpDay, input }).reply.parameters;
    expect(list({})).toHaveLength(2);
    expect(list({ key: 'standard.DB_URBAN' })).toMatchObject([
      { state: 'pending', unit: 'fen', label: '演示数据·非真实标准' },
    ]);
    expect(list({ key: 'clock.opinion' })[0].label).toBeUndefined();
    expect(list({ state: 'approved' })).toEqual([]);
  });
});
