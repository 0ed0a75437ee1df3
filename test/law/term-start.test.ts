import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { addDays, calendarOf, nextDay } from '../../functions/law/calendar.ts';
import { resolveClocks } from '../../functions/law/parameters.ts';
import { clockOf, defaultClocks, termRule, termRules } from '../../functions/law/term-rules.ts';
import {
  earliestDecisionOn,
  extendedDecisionDue,
  holderOrgOf,
  isOverdue,
  latestPostingDay,
  publicityEnd,
  recountTerm,
  startTerm,
  type TermStart,
} from '../../functions/law/term-start.ts';
import { lastDayByDays, lastDayByWorkingDays } from '../../functions/law/terms.ts';
import { Term, type TermName } from '../../schemas/term.ts';

const calendar = calendarOf([cn2026]);
const start = (term: TermName, fromOn: string, more: Partial<TermStart> = {}): Term =>
  startTerm(term, { fromOn, calendar, clocks: defaultClocks, holderOrg: '649900101', delegated: true, ...more });
const due = (term: TermName, fromOn: string): string => start(term, fromOn).dueOn;
/** On which working day after acceptance a date falls. */
const nth = (acceptedOn: string, on: string): number =>
  lastDayByWorkingDays(calendar, acceptedOn, 45).days?.filter((day) => day <= on).length ?? 0;

describe('the dates of the worked examples', () => {
  it('G01: a plain confirmation in August', () => {
    expect(due('investigation-start', '2026-08-03')).toBe('2026-08-06');
    expect(due('verification-start', '2026-08-04')).toBe('2026-08-07');
    expect(due('decision', '2026-08-03')).toBe('2026-08-31');
    expect(due('opinion', '2026-08-03') >= '2026-08-14').toBe(true);
    expect(due('publicity', '2026-08-17')).toBe('2026-08-24');
    expect(earliestDecisionOn('2026-08-24')).toBe('2026-08-25');
    expect(nth('2026-08-03', '2026-08-25')).toBe(16);
  });

  it('G02: Mid-Autumn and National Day', () => {
    expect(due('investigation-start', '2026-09-10')).toBe('2026-09-15');
    expect(due('publicity', '2026-09-18')).toBe('2026-09-28');
    expect(earliestDecisionOn(publicityEnd(calendar, '2026-09-18'))).toBe('2026-09-29');
    expect(nth('2026-09-10', '2026-09-29')).toBe(13);
    expect(due('decision', '2026-09-10')).toBe('2026-10-14');
  });

  it('G07: the denial notice and the 60 days of reconsideration', () => {
    expect(due('denial-notice', '2026-10-16')).toBe('2026-10-21');
    expect(addDays('2026-10-21', 60)).toBe('2026-12-20');
    expect(lastDayByDays(calendar, '2026-10-21', { n: 60, roll: true }).dueOn).toBe('2026-12-21');
  });

  it('G10: the county gate leaves the deadline where it was', () => {
    expect(due('decision', '2026-11-02')).toBe('2026-11-30');
    expect(start('county-survey', '2026-11-02')).toMatchObject({ holderPost: 'CC', countyHeld: true });
    expect(due('county-survey', '2026-11-02') <= '2026-11-30').toBe(true);
  });

  it('G11: objection and extension to 45 working days from acceptance', () => {
    expect(due('decision', '2026-07-06')).toBe('2026-08-03');
    expect(due('publicity', '2026-07-24')).toBe('2026-07-31');
    expect(extendedDecisionDue(calendar, '2026-07-06', { clocks: defaultClocks }).dueOn).toBe('2026-09-07');
    expect(due('publicity', '2026-08-17')).toBe('2026-08-24');
    expect(nth('2026-07-06', '2026-08-25')).toBe(36);
    const decision = start('decision', '2026-07-06');
    expect(isOverdue(decision, '2026-08-03')).toBe(false);
    expect(isOverdue(decision, '2026-08-04')).toBe(true);
    expect(isOverdue({ ...decision, extendedTo: '2026-09-07' }, '2026-09-07')).toBe(false);
  });

  it('G14: the hearing window and the notice after the decision', () => {
    const window = lastDayByWorkingDays(calendar, '2026-11-10', 5).dueOn;
    expect(window).toBe('2026-11-17');
    expect(nextDay(window)).toBe('2026-11-18');
    expect(lastDayByWorkingDays(calendar, '2026-11-18', 3).dueOn).toBe('2026-11-23');
  });

  it('G15: 小额快救 does not wait for the end of National Day', () => {
    expect(lastDayByDays(calendar, '2026-10-01', { n: 3, roll: false }).dueOn).toBe('2026-10-04');
    expect(lastDayByDays(calendar, '2026-10-01', { n: 3, roll: true }).dueOn).toBe('2026-10-08');
  });

  it('G21: missing materials before National Day', () => {
    expect(due('intake', '2026-09-24')).toBe('2026-10-09');
    expect(due('investigation-start', '2026-09-28')).toBe('2026-10-08');
    expect(due('decision', '2026-09-28')).toBe('2026-10-30');
  });

  it('G22: a case accepted before the Social Assistance Law keeps its term', () => {
    expect(due('decision', '2026-06-25')).toBe('2026-07-23');
  });
});

describe('a term that starts', () => {
  it('carries its holder and its clause', () => {
    const term = start('decision', '2026-08-03', { holderId: 'p-td-1' });
    expect(Term.parse(term)).toEqual(term);
    expect(term).toMatchObject({ holderPost: 'TD', holderId: 'p-td-1', countyHeld: false, provisional: false });
    expect(term.citation).toMatch(/第四（一）项$/);
  });

  it('runs 30 working days and belongs to the county without a delegation (K1)', () => {
    const term = start('decision', '2026-08-03', { delegated: false, holderOrg: '649900' });
    expect(term).toMatchObject({ dueOn: '2026-09-14', holderPost: 'CC', countyHeld: true });
    expect(term.citation).toBe('《最低生活保障审核确认办法》第二十二条');
  });

  it('takes the length the county has set, and the default where it has set none', () => {
    expect(start('survey', '2026-08-03', { clocks: { 'clock.survey': 6 } }).dueOn).toBe('2026-08-11');
    expect(start('survey', '2026-08-03', { clocks: {} }).dueOn).toBe('2026-08-13');
  });

  it('is provisional when it reaches into 2027, and certain after a recount under the notice', () => {
    const term = start('decision', '2026-12-14');
    expect(term).toMatchObject({ dueOn: '2027-01-12', provisional: true });
    const notice = {
      year: 2027,
      notice: { title: '示例' },
      daysOff: [{ on: '2027-01-01', name: '元旦' }],
      makeUpDays: [],
    };
    const by = { calendar: calendarOf([cn2026, notice]), clocks: defaultClocks, delegated: true };
    expect(recountTerm(term, by)).toEqual({ ...term, dueOn: '2027-01-12', provisional: false });
    expect(recountTerm({ ...term, endedOn: '2026-12-20' }, by).provisional).toBe(true);
    const extended = { ...term, extendedTo: '2027-02-17' };
    expect(recountTerm(extended, by)).toMatchObject({
      dueOn: '2027-01-12',
      extendedTo: '2027-02-16',
      provisional: false,
    });
  });

  it('belongs to the county exactly where the table says so', () => {
    const at = { townshipCode: '649900101', countyCode: '649900', delegated: true };
    const county = Object.values(termRules).filter(({ term }) => holderOrgOf(term, at) === '649900');
    expect(county.map(({ term }) => term)).toEqual([
      'verification-start',
      'verification-result',
      'county-survey',
      ...['county-decision', 'self-care', 'self-care-again', 'fast-filing'],
      ...['complaint-receipt', 'complaint-handling', 'complaint-feedback', 'complaint-review'],
    ]);
    expect(holderOrgOf('decision', { ...at, delegated: false })).toBe('649900');
  });
});

describe('the table of terms', () => {
  it('marks as law exactly the lengths a text gives', () => {
    const statutory = Object.values(termRules).filter((row) => row.statutory);
    expect(statutory.map(({ term, clockKey }) => `${term} ${clockOf({}, clockKey)}`)).toEqual([
      'investigation-start 3',
      'verification-start 3',
      'publicity 7',
      'reinvestigation 15',
      'decision 20',
      ...['county-decision 10', 'self-care-again 10', 'fast-payment 3'],
      'denial-notice 3',
      'reverification 6',
      'death-adjustment 3',
      'fade-out-end 6',
      'termination-recheck 15',
      ...['complaint-receipt 15', 'complaint-handling 60', 'complaint-review 30'],
      ...['review-reply 10', 'review-reply-simple 5', 'suit-reply 15'],
    ]);
    expect(statutory.every(({ citations }) => citations.every(({ confidence }) => confidence === 'sourced'))).toBe(
      true,
    );
  });

  it('says of every other term that its length is a default or an analogy, or that the act alone is law', () => {
    const own = Object.values(termRules).filter((row) => !row.statutory);
    expect(own.filter(({ citations }) => !citations.some((one) => one.confidence === 'design'))).toEqual([]);
  });

  it('watches what the township and the county hold, not the windows of the applicant and the public', () => {
    const free = Object.values(termRules).filter(({ watched }) => !watched);
    expect(free.map(({ term }) => term)).toEqual(['correction', 'verification-objection', 'publicity', 'hearing']);
    expect(termRule('publicity').rolls).toBe(true);
  });

  it('has the lengths the parameter catalogue has', () => {
    expect(resolveClocks([], 'DB_URBAN', '2026-08-03')).toMatchObject(defaultClocks);
  });
});

describe('the latest day to post', () => {
  it('is the last whose publicity ends before the last day of the decision', () => {
    expect(due('posting', '2026-08-03')).toBe('2026-08-21');
    expect(due('posting', '2026-09-10')).toBe('2026-10-06');
    expect(start('posting', '2026-07-06', { decisionDueOn: '2026-09-07' }).dueOn).toBe('2026-08-28');
  });

  it('always leaves a day to decide, and the day after it never does', () => {
    const day = fc.integer({ min: 20, max: 340 }).map((n) => addDays('2026-01-01', n));
    fc.assert(
      fc.property(day, (dueOn) => {
        const latest = latestPostingDay(calendar, dueOn, 7);
        expect(earliestDecisionOn(publicityEnd(calendar, latest)) <= dueOn).toBe(true);
        expect(earliestDecisionOn(publicityEnd(calendar, nextDay(latest))) > dueOn).toBe(true);
      }),
    );
  });

  it('leaves time to post within every decision term that starts in 2026', () => {
    const day = fc.integer({ min: 0, max: 330 }).map((n) => addDays('2026-01-01', n));
    fc.assert(fc.property(day, (from) => expect(due('posting', from) >= due('opinion', from)).toBe(true)));
  });
});
