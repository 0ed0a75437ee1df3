import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOnCountyAccount } from '../../functions/law/alert-recipients.ts';
import {
  type AlertSetting,
  alertSchedule,
  alertsDueBy,
  defaultAlertParams,
  nextAlert,
  overdueReasonDueOn,
  supervisionAnswerDueOn,
} from '../../functions/law/alerts.ts';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { addDays, calendarOf } from '../../functions/law/calendar.ts';
import { civilDateOf, clockTimeOf } from '../../functions/law/clock-face.ts';
import { termRules } from '../../functions/law/term-rules.ts';
import { startTerm } from '../../functions/law/term-start.ts';
import { type AlertLevel, ScheduledAlert } from '../../schemas/alert.ts';
import { type Term, TermName } from '../../schemas/term.ts';

const calendar = calendarOf([cn2026]);
const setting: AlertSetting = { calendar, params: defaultAlertParams };
const start = (term: TermName, fromOn: string): Term =>
  startTerm(term, { fromOn, calendar, clocks: {}, holderOrg: '649900101', delegated: true });
const told = (term: Term, more: Partial<AlertSetting> = {}): readonly string[] =>
  alertSchedule(term, { ...setting, ...more }).map(({ level, at }) => `${level} ${civilDateOf(at)} ${clockTimeOf(at)}`);
const levelsOf = (alerts: readonly { level: AlertLevel }[]): readonly AlertLevel[] => alerts.map(({ level }) => level);

describe('the alerts of a term', () => {
  it('of the decision over National Day 2026 (G02) skip days of rest but not the make-up Saturday', () => {
    expect(told(start('decision', '2026-09-10'))).toEqual([
      'warning 2026-10-12 08:30',
      'due 2026-10-14 08:30',
      'overdue 2026-10-15 00:00',
      'supervised 2026-10-16 00:00',
      'escalated 2026-10-22 00:00',
    ]);
  });

  it('that ends on the eve of National Day is overdue in the holiday and supervised after the first working day', () => {
    const term = start('denial-notice', '2026-09-27');
    expect(term.dueOn).toBe('2026-09-30');
    expect(told(term)).toEqual([
      'warning 2026-09-29 08:30',
      'due 2026-09-30 08:30',
      'overdue 2026-10-01 00:00',
      'supervised 2026-10-09 00:00',
      'escalated 2026-10-14 00:00',
    ]);
    expect(overdueReasonDueOn(term, setting)).toBe('2026-10-08');
  });

  it('are warned of two working days before, of a term up to three working days one before', () => {
    expect(told(start('survey', '2026-08-03'))[0]).toBe('warning 2026-08-11 08:30');
    expect(told(start('investigation-start', '2026-08-03'))[0]).toBe('warning 2026-08-05 08:30');
  });

  it('have no warning where it would fall on the day the term started', () => {
    const term: Term = { ...start('investigation-start', '2026-08-03'), dueOn: '2026-08-04' };
    expect(levelsOf(alertSchedule(term, setting))).toEqual(['due', 'overdue', 'supervised', 'escalated']);
    const wide = { ...setting, params: { ...defaultAlertParams, warnDays: 9 } };
    expect(alertSchedule(start('intake', '2026-08-03'), wide)[0]?.on).toBe('2026-08-04');
  });

  it('go to the city at once when the extension is used up (T14, B14)', () => {
    const term: Term = { ...start('decision', '2026-07-06'), extendedTo: '2026-09-07' };
    expect(told(term)).toEqual([
      'warning 2026-09-03 08:30',
      'due 2026-09-07 08:30',
      'overdue 2026-09-08 00:00',
      'escalated 2026-09-08 00:00',
      'supervised 2026-09-09 00:00',
    ]);
    expect(told(term, { extensionExhausted: false }).at(-1)).toBe('escalated 2026-09-15 00:00');
    expect(alertSchedule(term, setting).every(({ dueOn }) => dueOn === '2026-09-07')).toBe(true);
  });

  it('are provisional with the last day they are about', () => {
    const alerts = alertSchedule(start('decision', '2026-12-14'), setting);
    expect(alerts.every(({ provisional, dueOn }) => provisional && dueOn === '2027-01-12')).toBe(true);
    expect(alerts.map((alert) => ScheduledAlert.parse(alert))).toEqual(alerts);
  });

  it('do not exist for the windows of the applicant and the public', () => {
    for (const term of ['correction', 'verification-objection', 'publicity'] as const)
      expect(alertSchedule(start(term, '2026-08-03'), setting)).toEqual([]);
  });

  it('of four terms running at once name each its own holder', () => {
    const running = (['investigation-start', 'verification-start', 'survey', 'decision'] as const).map((name) =>
      start(name, '2026-08-03'),
    );
    expect(running.map((term) => `${term.holderPost} ${told(term)[1]}`)).toEqual([
      'TC due 2026-08-06 08:30',
      'CV due 2026-08-06 08:30',
      'TS due 2026-08-13 08:30',
      'TD due 2026-08-31 08:30',
    ]);
  });
});

describe('a reason and an answer', () => {
  it('a reason is due one working day after the day the term became overdue', () => {
    expect(overdueReasonDueOn({ dueOn: '2026-08-06' }, setting)).toBe('2026-08-10');
    expect(overdueReasonDueOn({ dueOn: '2026-08-03' }, setting)).toBe('2026-08-05');
    expect(overdueReasonDueOn({ dueOn: '2026-08-03', extendedTo: '2026-08-31' }, setting)).toBe('2026-09-02');
  });

  it('督办 comes with the passed day for the reason where a county waits longer for a full overdue day', () => {
    const slow = { ...defaultAlertParams, countyAfter: 4 };
    const alerts = alertSchedule(start('investigation-start', '2026-08-03'), { calendar, params: slow });
    expect(alerts.find(({ level }) => level === 'supervised')?.on).toBe('2026-08-11');
  });

  it('督办 is answered within three working days', () => {
    expect(supervisionAnswerDueOn(calendar, '2026-10-16')).toBe('2026-10-21');
  });
});

describe('what is raised', () => {
  const term = start('denial-notice', '2026-09-27');
  const at = (instant: string, raised: readonly AlertLevel[] = [], of: Term = term): readonly AlertLevel[] =>
    levelsOf(alertsDueBy(of, { ...setting, raised, instant }));

  it('is each level once, in order, never early', () => {
    expect(at('2026-09-29T00:29:59.999Z')).toEqual([]);
    expect(at('2026-09-29T00:30:00.000Z')).toEqual(['warning']);
    expect(at('2026-09-30T15:59:59.999Z', ['warning'])).toEqual(['due']);
    expect(at('2026-09-30T16:00:00.000Z', ['warning', 'due'])).toEqual(['overdue']);
    expect(at('2026-09-30T16:00:00.000Z', ['warning', 'due', 'overdue'])).toEqual([]);
  });

  it('is caught up after five silent days with the true dates', () => {
    const late = alertsDueBy(term, { ...setting, raised: ['warning'], instant: '2026-10-09T01:00:00.000Z' });
    expect(late.map(({ level, on }) => `${level} ${on}`)).toEqual([
      'due 2026-09-30',
      'overdue 2026-10-01',
      'supervised 2026-10-09',
    ]);
  });

  it('is nothing that lies after the act', () => {
    const done: Term = { ...term, endedOn: '2026-09-29', endedAt: '2026-09-29T02:00:00.000Z' };
    expect(at('2026-12-01T00:00:00.000Z', [], done)).toEqual(['warning']);
    expect(nextAlert(done, ['warning'], setting)).toBeNull();
    const early: Term = { ...term, endedOn: '2026-09-29', endedAt: '2026-09-29T00:00:00.000Z' };
    expect(nextAlert(early, [], setting)).toBeNull();
  });

  it('is still the overdue of an act that came too late, when the docket was down', () => {
    const late: Term = { ...term, endedOn: '2026-10-03', endedAt: '2026-10-03T02:00:00.000Z' };
    expect(at('2026-12-01T00:00:00.000Z', ['warning', 'due'], late)).toEqual(['overdue']);
    expect(nextAlert(late, ['warning', 'due'], setting)).toMatchObject({ level: 'overdue', on: '2026-10-01' });
  });

  it('is not the overdue of an act done in time and recorded late', () => {
    const recorded: Term = { ...term, endedOn: '2026-09-30', endedAt: '2026-10-09T02:00:00.000Z' };
    expect(at('2026-12-01T00:00:00.000Z', [], recorded)).toEqual(['warning', 'due']);
  });

  it('is found next by the first level not raised', () => {
    expect(nextAlert(term, [], setting)?.level).toBe('warning');
    expect(nextAlert(term, ['warning', 'due', 'overdue'], setting)?.level).toBe('supervised');
    expect(nextAlert(term, ['warning', 'due', 'overdue', 'supervised', 'escalated'], setting)).toBeNull();
  });

  it('is the same whether the clock looked every day or once (docket catch-up)', () => {
    const watched = fc.constantFrom(...TermName.options.filter((name) => termRules[name].watched));
    const day = fc.integer({ min: 0, max: 330 }).map((n) => addDays('2026-01-01', n));
    const looks = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 12 });
    fc.assert(
      fc.property(watched, day, looks, (name, fromOn, at) => {
        const running = start(name, fromOn);
        const raised: AlertLevel[] = [];
        for (const days of [...at.toSorted((a, b) => a - b), 200]) {
          const instant = `${addDays(fromOn, days)}T03:00:00.000Z`;
          const fresh = alertsDueBy(running, { ...setting, raised, instant });
          expect(fresh.every((alert) => alert.at <= instant)).toBe(true);
          raised.push(...levelsOf(fresh));
        }
        expect(raised).toEqual(levelsOf(alertSchedule(running, setting)));
      }),
    );
  });
});

it('a decision that waits for the county survey runs on the county account (G10)', () => {
  const decision = start('decision', '2026-11-02');
  expect(isOnCountyAccount(decision)).toBe(false);
  expect(isOnCountyAccount(decision, { countySurveyPending: true })).toBe(true);
  expect(isOnCountyAccount(start('county-survey', '2026-11-02'))).toBe(true);
  expect(isOnCountyAccount(start('survey', '2026-11-02'), { countySurveyPending: true })).toBe(false);
});
