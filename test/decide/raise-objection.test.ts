import { describe, expect, it } from '@jest/globals';
import { actor } from '../world.ts';
import {
  done,
  expectFolded,
  headOf,
  paperOf,
  type Route,
  take,
  termOf,
  type Walk,
  walkTo,
  withProperty,
} from './walk-through.ts';

const g11: Route['days'] = {
  'submit-application': '2026-07-06',
  'accept-application': '2026-07-06',
  'record-consents': '2026-07-06',
  'assign-surveyors': '2026-07-07',
  'request-verification': '2026-07-07',
  'start-verification': '2026-07-08',
  'record-visit': '2026-07-09',
  'record-verification': '2026-07-13',
  'give-opinion': '2026-07-22',
  'post-publicity': '2026-07-24',
};

describe('G11: objection and extension to 45 working days', () => {
  const objected = (): Walk => {
    const walk = walkTo('post-publicity', { days: g11 });
    expect(headOf(walk)).toMatchObject({ dueOn: '2026-08-03', publicity: { endsOn: '2026-07-31' } });
    expect(done(walk, 'raise-objection', '2026-07-29').reply.status).toBe('reinvestigating');
    return walk;
  };

  it('extends to 7 September counted from acceptance, posts again and is confirmed on 25 August', () => {
    const walk = objected();
    const extended = done(walk, 'extend-term', '2026-07-30', {
      input: { ground: 'PUBLICITY_OBJECTION', note: '公示期间收到异议' },
    });
    expect(extended.reply).toMatchObject({ extendedTo: '2026-09-07', dueOn: '2026-08-03' });
    expect(termOf(walk, 'decision')).toMatchObject({ dueOn: '2026-08-03', extendedTo: '2026-09-07' });
    expect(paperOf(walk, 'W19').data).toMatchObject({ oldDueOn: '2026-08-03', dueOn: '2026-09-07' });
    expect(take(walk, 'give-opinion', '2026-08-05').code).toBe('objection-open');
    const household = withProperty(walk, []);
    const poorer = { ...household, members: household.members.map((one) => ({ ...one, income: [] })) };
    done(walk, 'reinvestigate-case', '2026-08-10', { input: { changed: true, household: poorer } });
    expect(take(walk, 'give-opinion', '2026-08-11').code).toBe('evaluation-missing');
    done(walk, 'record-evaluation', '2026-08-12');
    done(walk, 'give-opinion', '2026-08-14');
    expect(headOf(walk).opinion).toMatchObject({ amountFen: 216_000, repost: true });
    expect(headOf(walk).status).toBe('reviewed');
    expect(take(walk, 'decide-case', '2026-08-17')).toMatchObject({
      code: 'investigation-incomplete',
      detail: { missing: ['publicity'] },
    });
    done(walk, 'post-publicity', '2026-08-17');
    expect(headOf(walk).publicity?.endsOn).toBe('2026-08-24');
    expect(done(walk, 'decide-case', '2026-08-25').reply).toMatchObject({ status: 'confirmed', firstMonth: '2026-09' });
    expectFolded(walk);
  });

  it('is not posted again where nothing changed, but the first seven days must be over (B5)', () => {
    const walk = objected();
    done(walk, 'reinvestigate-case', '2026-07-29');
    done(walk, 'record-evaluation', '2026-07-30');
    const again = done(walk, 'give-opinion', '2026-07-30');
    expect(again.reply.status).toBe('publicizing');
    expect(take(walk, 'decide-case', '2026-07-31').code).toBe('publicity-not-over');
    expect(done(walk, 'decide-case', '2026-08-01').reply.status).toBe('confirmed');
  });

  it('refuses an extension on 4 August, after the term, and takes one on its last day (B1)', () => {
    const input = { ground: 'PUBLICITY_OBJECTION', note: '公示期间收到异议' };
    expect(take(objected(), 'extend-term', '2026-08-04', { input }).code).toBe('extension-too-late');
    expect(done(objected(), 'extend-term', '2026-08-03', { input }).reply.extendedTo).toBe('2026-09-07');
  });
});

describe('review.raise-objection', () => {
  it('is open from the posting to the last day of publicity, by the day it was raised (B1)', () => {
    const walk = walkTo('post-publicity');
    const raise = (on: string, raisedOn?: string) =>
      take(walk, 'raise-objection', on, { input: raisedOn ? { raisedOn } : {} }).code;
    expect(raise('2026-08-25')).toBe('objection-window-over');
    expect(raise('2026-08-20', '2026-08-14')).toBe('date-out-of-order');
    expect(raise('2026-08-20', '2026-08-21')).toBe('date-out-of-order');
    expect(raise('2026-08-25', '2026-08-24')).toBeUndefined();
  });

  it('keeps no name of who objects, and takes further objections while the days of publicity run (B5)', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'raise-objection', '2026-08-18', { by: actor('VC', 't1-vc2') });
    expect(take(walk, 'raise-objection', '2026-08-19', { input: { name: '李某' } }).code).toBe('unknown-field');
    done(walk, 'reinvestigate-case', '2026-08-19');
    done(walk, 'raise-objection', '2026-08-20');
    expect(headOf(walk)).toMatchObject({ objections: 2, objectionRounds: 1, objectionOpen: true });
    expect(take(walk, 'give-opinion', '2026-08-20').code).toBe('objection-open');
    expectFolded(walk);
  });

  it('does not call for the county’s survey by itself (B13)', () => {
    const walk = walkTo('post-publicity');
    expect(done(walk, 'raise-objection', '2026-08-18').reply.countySurveyRequired).toBe(false);
  });

  it('is looked into twice; after that it goes to the county', () => {
    const walk = walkTo('post-publicity');
    const teams = [
      ['t1-ts2', 't1-ts3'],
      ['t1-ts1', 't1-ts3'],
    ];
    for (const [round, investigators] of teams.entries()) {
      const on = `2026-08-${18 + round}`;
      done(walk, 'raise-objection', on);
      done(walk, 'reinvestigate-case', on, { input: { investigators, signatures: investigators } });
      done(walk, 'record-evaluation', on);
      done(walk, 'give-opinion', on);
    }
    expect(take(walk, 'raise-objection', '2026-08-20').code).toBe('objection-rounds-exhausted');
  });
});

describe('review.reinvestigate-case', () => {
  it('needs somebody new and two persons (rulebook 3.4)', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'raise-objection', '2026-08-18');
    const again = (investigators: string[], by = actor('TS', investigators[0] ?? '')) =>
      take(walk, 'reinvestigate-case', '2026-08-19', { by, input: { investigators, signatures: investigators } }).code;
    expect(again(['t1-ts1', 't1-ts2'])).toBe('investigator-unchanged');
    expect(again(['t1-ts3'])).toBe('surveyors-too-few');
    expect(again(['t1-ts1', 't1-ts3'], actor('TS', 't1-ts2'))).toBe('input-invalid');
    expect(again(['t1-ts1', 't1-ts3'])).toBeUndefined();
  });
});
