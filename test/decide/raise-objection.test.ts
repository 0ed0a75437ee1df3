import { describe, expect, it } from '@jest/globals';
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
