import { describe, expect, it } from '@jest/globals';
import type { Person } from '../applications.ts';
import { actor } from '../world.ts';
import {
  done,
  expectFolded,
  headOf,
  type Route,
  running,
  take,
  termOf,
  visitReport,
  type Walk,
  walkTo,
} from './walk-through.ts';

const brother: readonly Person[] = [{ birth: '19750303', sequence: 301, relation: '01' }];
const g10: Route['days'] = {
  'submit-application': '2026-11-02',
  'accept-application': '2026-11-02',
  'record-consents': '2026-11-02',
  'assign-surveyors': '2026-11-03',
  'request-verification': '2026-11-03',
  'start-verification': '2026-11-04',
  'record-visit': '2026-11-05',
  'record-verification': '2026-11-06',
  'give-opinion': '2026-11-12',
  'post-publicity': '2026-11-13',
};

describe('G10: a near relative in the village committee', () => {
  const filing = { input: { staff: 't1-vc', member: '', relation: 'sibling' } };
  const filed = (): Walk => {
    const walk = walkTo('accept-application', { persons: brother, days: g10 });
    expect(headOf(walk)).toMatchObject({ dueOn: '2026-11-30', unfiledRelatives: ['t1-vc'] });
    expect(take(walk, 'assign-surveyors', '2026-11-02').code).toBe('relative-filing-missing');
    const member = headOf(walk).applicant;
    done(walk, 'file-near-relative', '2026-11-02', { input: { ...filing.input, member } });
    for (const act of Object.keys(g10).slice(2)) done(walk, act, g10[act as keyof typeof g10] ?? '');
    return walk;
  };

  it('stops at the county gate on 24 November and is confirmed after the survey of 25 November', () => {
    const walk = filed();
    expect(headOf(walk)).toMatchObject({ relativeFiled: true, relatives: ['t1-vc'] });
    expect(termOf(walk, 'county-survey')).toMatchObject({ countyHeld: true, holderPost: 'CC' });
    expect(take(walk, 'decide-case', '2026-11-24')).toMatchObject({ code: 'county-survey-missing' });
    done(walk, 'survey-by-county', '2026-11-25');
    expect(running(walk)).not.toContain('county-survey');
    expect(done(walk, 'decide-case', '2026-11-25').reply).toMatchObject({ status: 'confirmed', firstMonth: '2026-12' });
    expectFolded(walk);
  });

  it('can still be confirmed on 30 November, and late on 1 December; the survey not done is overdue on the county', () => {
    for (const on of ['2026-11-30', '2026-12-01']) {
      const walk = filed();
      expect(take(walk, 'decide-case', on).code).toBe('county-survey-missing');
      done(walk, 'survey-by-county', on);
      expect(done(walk, 'decide-case', on).reply.status).toBe('confirmed');
      expect(termOf(walk, 'decision').endedOn).toBe(on);
    }
  });
});

describe('review.survey-by-county', () => {
  it('is done by two officers of the county who had no task on the case (SD7)', () => {
    const walk = walkTo('record-verification', { taking: { 'start-verification': { by: actor('CC', 'cc-2') } } });
    const survey = (surveyors: string[]) =>
      take(walk, 'survey-by-county', '2026-08-18', {
        by: actor('CC', surveyors[0] ?? ''),
        input: visitReport(walk.world, '2026-08-18', surveyors),
      }).code;
    expect(survey(['cc-1'])).toBe('surveyors-too-few');
    expect(survey(['cc-1', 't1-ts3'])).toBe('staff-unknown');
    expect(survey(['cc-2', 'cc-3'])).toBe('handler-may-not-check');
    expect(survey(['cc-1', 'cc-3'])).toBeUndefined();
    expectFolded(walk);
  });
});

describe('review.record-complaint', () => {
  it('opens the county gate, with the county’s term counted from acceptance while that is still ahead', () => {
    const walk = walkTo('record-verification');
    expect(done(walk, 'record-complaint', '2026-08-12').reply.countySurveyRequired).toBe(true);
    expect(termOf(walk, 'county-survey')).toMatchObject({
      fromOn: '2026-08-03',
      dueOn: '2026-08-27',
      countyHeld: true,
    });
    expect(take(walk, 'record-complaint', '2026-08-12', { input: { receivedOn: '2026-08-13' } }).code).toBe(
      'date-out-of-order',
    );
  });

  it('gives the county its whole term where the complaint comes after that day', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'record-complaint', '2026-08-31');
    expect(termOf(walk, 'county-survey').fromOn).toBe('2026-08-31');
    expectFolded(walk);
  });
});
