import { describe, expect, it } from '@jest/globals';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { loadCalendar } from '../../functions/supervision/load-calendar.ts';
import { registerDivisions } from '../../functions/supervision/register-divisions.ts';
import { setAlertDirectory } from '../../functions/supervision/set-alert-directory.ts';
import { countyIn, example, newCounty, officer, refoldedCounty, setUpDay } from '../county-set-up.ts';
import { actor, emptyWorld, noon, play } from '../world.ts';

const later = noon('2026-06-01');

describe('supervision.register-divisions', () => {
  it('starts the county as the fold of its events', () => {
    const world = newCounty();
    expect(countyIn(world).version).toBe(2);
    expect(countyIn(world).parts.divisions?.townships).toHaveLength(3);
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('is the county’s own affair', () => {
    const world = emptyWorld();
    const as = (post: 'CC' | 'TD', org: string) =>
      play(world, registerDivisions, { actor: actor(post, 'x-1', org), now: setUpDay, input: example('divisions') });
    expect(as('CC', '640104').code).toBe('division-not-yours');
    expect(as('TD', '649900101').code).toBe('post-not-permitted');
    expect(world.events).toEqual([]);
  });

  it('refuses codes outside the county, villages outside their township, and marks that two townships share', () => {
    const send = (change: (divisions: ReturnType<typeof example>) => void) => {
      const divisions = example('divisions');
      change(divisions);
      return play(emptyWorld(), registerDivisions, { actor: officer, now: setUpDay, input: divisions });
    };
    const outside = send((one) => {
      one.townships[2].code = '640104001';
    });
    expect(outside.code).toBe('input-invalid');
    expect(outside.detail?.['errors']).toContainEqual(expect.objectContaining({ path: 'townships.2.code' }));
    const strayed = send((one) => {
      one.townships[0].villages[1].code = '649900102201';
    });
    expect(strayed.detail?.['errors']).toContainEqual(expect.objectContaining({ path: 'townships.0.villages.1.code' }));
    const shared = send((one) => {
      one.townships[1].mark = one.townships[0].mark;
    });
    expect(shared.code).toBe('input-invalid');
  });
});

describe('supervision.set-alert-directory', () => {
  it('keeps the whole list, and refuses a township the county has not registered', () => {
    const world = newCounty();
    const input = example('alert-directory');
    expect(play(world, setAlertDirectory, { actor: officer, now: later, input }).reply).toEqual(input);
    expect(countyIn(world).parts.directory).toEqual(input);
    const unknown = { ...input, townships: { ...input.townships, '649900999': { TD: ['p-1'] } } };
    const refused = play(world, setAlertDirectory, { actor: officer, now: later, input: unknown });
    expect(refused).toMatchObject({ code: 'division-unknown', detail: { division: '649900999' } });
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });
});

describe('supervision.load-calendar', () => {
  const load = (world: ReturnType<typeof newCounty>, input: unknown) =>
    play(world, loadCalendar, { actor: officer, now: later, input });
  const corrected = (revision?: number) => ({
    ...cn2026,
    ...(revision ? { revision } : {}),
    makeUpDays: cn2026.makeUpDays.filter(({ on }) => on !== '2026-10-10'),
  });

  it('takes a year once; a correction carries a higher revision and replaces the notice', () => {
    const world = newCounty();
    expect(load(world, corrected())).toMatchObject({
      code: 'calendar-already-loaded',
      detail: { loadedRevision: 1 },
    });
    expect(load(world, corrected(2)).reply).toMatchObject({ calendar: 'CN-2026r2', replaced: true });
    expect(load(world, corrected(2)).code).toBe('calendar-already-loaded');
    expect(load(world, corrected(3)).ok).toBe(true);
    expect(countyIn(world).parts.calendars?.notices).toEqual([corrected(3)]);
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('says that terms already running are counted anew by the docket', () => {
    const note = load(newCounty(), corrected(2)).reply.note;
    expect(note).toContain('逐件重算');
    expect(note).toContain('counted anew');
  });

  it('refuses days of another year, and making up on a working day', () => {
    const world = newCounty();
    const next = (more: object) => load(world, { ...cn2026, year: 2027, ...more });
    expect(next({}).code).toBe('input-invalid');
    const daysOff = [{ on: '2027-01-01', name: '元旦' }];
    expect(next({ daysOff, makeUpDays: [{ on: '2027-01-04', name: '元旦' }] }).detail?.['errors']).toEqual([
      expect.objectContaining({ path: 'makeUpDays.0.on' }),
    ]);
    expect(next({ daysOff: [{ on: '2026-12-31', name: '元旦' }, ...daysOff], makeUpDays: [] }).ok).toBe(true);
  });
});
