import { describe, expect, it } from '@jest/globals';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { countTerm } from '../../functions/supervision/count-term.ts';
import { listCalendars } from '../../functions/supervision/list-calendars.ts';
import { loadCalendar } from '../../functions/supervision/load-calendar.ts';
import { newCounty, officer } from '../county-set-up.ts';
import { actor, emptyWorld, noon, play } from '../world.ts';

const now = noon('2026-08-03');
const count = (input: object, world = newCounty()) =>
  play(world, countTerm, { actor: actor('AP', 'resident-1', ''), now, input: { county: '649900', ...input } });

describe('supervision.count-term', () => {
  it('counts across National Day with its make-up day, as G01 does', () => {
    expect(count({ from: '2026-08-03', workingDays: '20' }).reply).toMatchObject({
      dueOn: '2026-08-31',
      provisional: false,
      basis: 'county',
      calendar: 'CN-2026',
    });
    const over = count({ from: '2026-09-30', workingDays: '3' }).reply;
    expect(over.dueOn).toBe('2026-10-10');
    expect(over.days.find(({ on }: { on: string }) => on === '2026-10-10').zh).toContain('调休上班');
  });

  it('rolls calendar days over days of rest unless told otherwise', () => {
    expect(count({ from: '2026-09-24', days: '7' }).reply.dueOn).toBe('2026-10-08');
    expect(count({ from: '2026-09-24', days: '7', roll: 'false' }).reply.dueOn).toBe('2026-10-01');
  });

  it('uses the county’s own calendar, and says when it has none', () => {
    const world = newCounty();
    const input = { ...cn2026, revision: 2, makeUpDays: cn2026.makeUpDays.filter(({ on }) => on !== '2026-10-10') };
    play(world, loadCalendar, { actor: officer, now, input });
    expect(count({ from: '2026-09-30', workingDays: '3' }, world).reply.dueOn).toBe('2026-10-12');
    const none = count({ from: '2026-09-30', workingDays: '3' }, emptyWorld()).reply;
    expect(none).toMatchObject({ basis: 'national', dueOn: '2026-10-10' });
    expect(none.note).toContain('尚未录入放假安排');
  });

  it('is provisional where it reaches into a year without a notice', () => {
    expect(count({ from: '2026-12-28', workingDays: '5' }).reply.provisional).toBe(true);
  });

  it('wants one length, a date that exists, and no filter it does not know', () => {
    expect(count({ from: '2026-08-03' }).code).toBe('input-invalid');
    expect(count({ from: '2026-08-03', workingDays: '5', days: '5' }).code).toBe('input-invalid');
    expect(count({ from: '2026-08-03', workingDays: '5', roll: 'true' }).code).toBe('input-invalid');
    for (const workingDays of ['0', '401', '2.5', 'many', ''])
      expect(count({ from: '2026-08-03', workingDays }).code).toBe('input-invalid');
    expect(count({ from: '2026-02-30', workingDays: '5' }).code).toBe('date-invalid');
    expect(count({ from: '9999-12-31', workingDays: '5' }).code).toBe('input-invalid');
    expect(count({ from: '2026-08-03', workingDays: '5', program: 'DB_URBAN' }).code).toBe('unknown-field');
  });
});

describe('supervision.list-calendars', () => {
  it('shows a county its notices, and another county nothing of them', () => {
    const world = newCounty();
    const list = (orgCode: string, input: object = {}) =>
      play(world, listCalendars, { actor: actor('CC', 'cc-9', orgCode), now, input });
    expect(list('649900').reply).toMatchObject({ calendar: 'CN-2026', notices: [{ year: 2026 }] });
    expect(list('640104').reply).toMatchObject({ county: '640104', calendar: 'CN-none', notices: [] });
    expect(list('640104', { county: '649900' }).code).toBe('division-not-yours');
  });
});
