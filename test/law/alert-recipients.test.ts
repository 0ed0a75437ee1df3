import { describe, expect, it } from '@jest/globals';
import { deliverAt, type Recipients, recipientsOf } from '../../functions/law/alert-recipients.ts';
import { defaultAlertParams } from '../../functions/law/alerts.ts';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { calendarOf } from '../../functions/law/calendar.ts';
import { AlertDirectory, AlertLevel } from '../../schemas/alert.ts';

const calendar = calendarOf([cn2026]);
const directory: AlertDirectory = AlertDirectory.parse({
  townships: { '649900101': { TC: ['p-clerk'], TS: ['p-survey-1', 'p-survey-2'], TD: ['p-confirmer'] } },
  county: { CC: ['p-county'], CV: ['p-verifier'], head: ['p-head'] },
  city: ['p-city'],
  duty: [{ on: '2026-10-01', persons: ['p-duty'] }],
});
const township = { holderOrg: '649900101', holderPost: 'TS', countyHeld: false } as const;
const county = { holderOrg: '649900', holderPost: 'CV', countyHeld: true } as const;
const where = { directory, townshipCode: '649900101' };
const persons = (level: AlertLevel, term: Parameters<typeof recipientsOf>[1]): Recipients['persons'] =>
  recipientsOf(level, term, where).persons;

describe('recipients', () => {
  it.each([
    ['warning', ['p-survey-1', 'p-survey-2', 'p-confirmer']],
    ['due', ['p-survey-1', 'p-survey-2', 'p-confirmer']],
    ['overdue', ['p-survey-1', 'p-survey-2', 'p-confirmer', 'p-county']],
    ['supervised', ['p-confirmer', 'p-head']],
    ['escalated', ['p-city']],
  ] as const)('of %s for a term of the township', (level, expected) => {
    expect(persons(level, township)).toEqual(expected);
  });

  it.each([
    ['warning', ['p-verifier', 'p-head']],
    ['due', ['p-verifier', 'p-head']],
    ['overdue', ['p-verifier', 'p-head', 'p-city']],
    ['supervised', ['p-head', 'p-city']],
    ['escalated', ['p-city']],
  ] as const)('of %s for a term of the county', (level, expected) => {
    expect(persons(level, county)).toEqual(expected);
  });

  it('of a term on the county account are never in the township, even where the township holds the step', () => {
    const decision = { holderOrg: '649900101', holderPost: 'TD', holderId: 'p-confirmer', countyHeld: true } as const;
    for (const level of AlertLevel.options)
      expect(persons(level, decision).filter((person) => /clerk|survey|confirmer/.test(person))).toEqual([]);
    expect(persons('overdue', decision)).toEqual(['p-county', 'p-head', 'p-city']);
  });

  it('are the person named on the term, once, even with two roles', () => {
    expect(persons('warning', { ...township, holderId: 'p-survey-2' })).toEqual(['p-survey-2', 'p-confirmer']);
    expect(persons('due', { ...township, holderPost: 'TD', holderId: 'p-confirmer' })).toEqual(['p-confirmer']);
  });

  it('that are missing fall to the head of county civil affairs and are named', () => {
    const found = recipientsOf('warning', { ...township, holderPost: 'TR' }, where);
    expect(found).toMatchObject({ persons: ['p-confirmer', 'p-head'], missingRecipient: true, missing: ['holder'] });
    const unknown = recipientsOf('due', township, { directory, townshipCode: '649900102' });
    expect(unknown).toMatchObject({ persons: ['p-head'], missing: ['holder', 'TD'] });
    expect(recipientsOf('warning', township, where)).toMatchObject({ missingRecipient: false, missing: [] });
  });

  it('include the duty list of the day when an alert cannot wait, and the head where nobody is on duty', () => {
    expect(recipientsOf('supervised', township, { ...where, dutyOn: '2026-10-01' }).persons).toEqual([
      'p-confirmer',
      'p-head',
      'p-duty',
    ]);
    const empty = recipientsOf('supervised', township, { ...where, dutyOn: '2026-10-02' });
    expect(empty).toMatchObject({ persons: ['p-confirmer', 'p-head'], missing: ['duty'] });
  });
});

describe('delivery', () => {
  const deliver = (at: string, level: AlertLevel, emergency = false): string => {
    const { at: when, toDuty } = deliverAt(at, level, { calendar, window: defaultAlertParams, emergency });
    return `${when}${toDuty ? ' duty' : ''}`;
  };

  it('is at once inside the window of a working day, to the minute', () => {
    expect(deliver('2026-10-14T00:30:00.000Z', 'due')).toBe('2026-10-14T00:30:00.000Z');
    expect(deliver('2026-10-14T10:00:00.000Z', 'due')).toBe('2026-10-14T10:00:00.000Z');
    expect(deliver('2026-10-10T02:00:00.000Z', 'overdue')).toBe('2026-10-10T02:00:00.000Z');
  });

  it('waits for the next opening on a working day', () => {
    expect(deliver('2026-10-14T00:29:59.000Z', 'due')).toBe('2026-10-14T00:30:00.000Z');
    expect(deliver('2026-10-14T10:00:00.001Z', 'due')).toBe('2026-10-15T00:30:00.000Z');
    expect(deliver('2026-09-30T16:00:00.000Z', 'overdue')).toBe('2026-10-08T00:30:00.000Z');
    expect(deliver('2026-10-08T16:00:00.000Z', 'overdue')).toBe('2026-10-09T00:30:00.000Z');
    expect(deliver('2026-10-10T12:00:00.000Z', 'escalated')).toBe('2026-10-12T00:30:00.000Z');
  });

  it('of 督办 and of emergencies does not wait: outside the window it goes to the duty list', () => {
    expect(deliver('2026-10-08T16:00:00.000Z', 'supervised')).toBe('2026-10-08T16:00:00.000Z duty');
    expect(deliver('2026-10-04T00:30:00.000Z', 'due', true)).toBe('2026-10-04T00:30:00.000Z duty');
    expect(deliver('2026-10-09T02:00:00.000Z', 'supervised')).toBe('2026-10-09T02:00:00.000Z');
  });
});
