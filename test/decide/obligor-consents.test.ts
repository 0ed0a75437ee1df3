import { describe, expect, it } from '@jest/globals';
import { attach, caseIn, type Played } from '../world.ts';
import { programRoutes, walkProgram } from './program-cases.ts';
import { done, expectFolded, headOf, take, untouched, type Walk } from './walk-through.ts';

const son = { relation: '20', birthOn: '1980-05-01', annualIncomeFen: 3_000_000 };
const daughter = { relation: '30', birthOn: '1978-05-01' };
const applied = (obligors: readonly object[], until = 'record-consents'): Walk =>
  walkProgram('TK', until as 'record-consents', {
    application: { ...programRoutes.TK.application, obligors },
  });
const sign = (walk: Walk, obligor: number, more: object = {}, on = '2026-08-04'): Played =>
  take(walk, 'record-consents', on, {
    raw: {
      obligors: [{ obligor, attachmentId: attach(walk.world, `obligor ${obligor}`), signedOn: on, ...more }],
    },
  });
const request = (walk: Walk, on = '2026-08-05'): Played => take(walk, 'request-verification', on);
const obligorsOf = ({ world, caseId }: Walk) => caseIn(world, caseId).parts.household.obligors ?? [];

describe('the consent of obligors outside the household (T43 §10)', () => {
  it('is asked of each of them before anything is verified', () => {
    const walk = applied([son, daughter]);
    expect(headOf(walk).consentsComplete).toBe(false);
    const before = untouched(walk);
    expect(request(walk)).toMatchObject({ code: 'obligor-consent-missing', detail: { obligors: [0, 1] } });
    expect(untouched(walk)).toBe(before);
    expect(sign(walk, 0).ok).toBe(true);
    expect(request(walk)).toMatchObject({ detail: { obligors: [1] } });
    expect(sign(walk, 1).ok).toBe(true);
    expect(headOf(walk).consentsComplete).toBe(true);
    expect(obligorsOf(walk).map(({ consented }) => consented)).toEqual([true, true]);
    expect(request(walk).ok).toBe(true);
    expectFolded(walk);
  });

  it('may be refused, on record: it stops nothing, and leaves the means of that obligor to a person', () => {
    const walk = applied([son]);
    expect(sign(walk, 0, { refused: true }).event?.data).toMatchObject({ obligors: [{ obligor: 0, refused: true }] });
    expect(obligorsOf(walk)[0]?.consented).toBe(false);
    expect(request(walk).ok).toBe(true);
  });

  it('is not asked of who receives 特困, is in 低保 at sixty, or is declared missing', () => {
    const known = [
      { ...son, receives: ['TK'] },
      { ...son, birthOn: '1966-08-03', receives: ['DB'] },
      { ...son, status: 'missing' },
    ];
    const walk = applied(known);
    expect(headOf(walk).consentsComplete).toBe(true);
    const young = applied([{ ...son, birthOn: '1966-08-05', receives: ['DB'] }]);
    expect(request(young, '2026-08-04').code).toBe('obligor-consent-missing');
    expect(request(young, '2026-08-05').code).toBe('consent-incomplete');
  });

  it('is what a signed paper says, and not what comes with a visit', () => {
    const walk = applied([son], 'assign-surveyors');
    const { household } = caseIn(walk.world, walk.caseId).parts;
    const [first] = household.obligors ?? [];
    if (!first) throw new Error('no obligor');
    const found = { ...household, obligors: [{ ...first, consented: true }] };
    done(walk, 'record-visit', '2026-08-06', { input: { household: found } });
    expect(obligorsOf(walk)[0]?.consented).toBeUndefined();
    sign(walk, 0, {}, '2026-08-06');
    done(walk, 'record-visit', '2026-08-07', {
      input: { household: { ...found, obligors: [{ ...first, propertyWithinRule: true }] } },
    });
    expect(obligorsOf(walk)[0]).toMatchObject({ consented: true, propertyWithinRule: true });
  });

  it('is of a listed obligor, signed on a day that has come, and a call without any consent is none', () => {
    const walk = applied([son]);
    expect(sign(walk, 1)).toMatchObject({ code: 'obligor-not-listed', detail: { unknown: [1], listed: 1 } });
    expect(sign(walk, 0, { signedOn: '2026-08-05' }).code).toBe('date-out-of-order');
    expect(take(walk, 'record-consents', '2026-08-04', { raw: {} }).code).toBe('input-invalid');
  });
});
