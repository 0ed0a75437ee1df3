import { describe, expect, it } from '@jest/globals';
import type { Benefit } from '../../schemas/benefit.ts';
import { actor, caseIn } from '../world.ts';
import { walkProgram } from './program-cases.ts';
import type { Walk } from './usual-acts.ts';
import { done, expectFolded, headOf, paperOf, type Route, take, termOf, untouched } from './walk-through.ts';

const officer = actor('CC', 'cc-2');
const all = { eating: true, dressing: true, bed: true, toilet: true, walking: true, bathing: true };
const three = { ...all, dressing: false, walking: false, bathing: false };

/** The days of G08: accepted on Monday 12 October 2026. */
const g08Days: NonNullable<Route['days']> = {
  'submit-application': '2026-10-12',
  'accept-application': '2026-10-12',
  'record-consents': '2026-10-12',
  'assign-surveyors': '2026-10-13',
  'request-verification': '2026-10-13',
  'start-verification': '2026-10-14',
  'record-visit': '2026-10-15',
  'record-verification': '2026-10-20',
  'give-opinion': '2026-11-02',
  'post-publicity': '2026-11-03',
  'decide-case': '2026-11-11',
  'publish-confirmation': '2026-11-12',
};

const assess = (walk: Walk, on: string, indicators: object) =>
  take(walk, 'assess-self-care', on, { by: officer, raw: { ...indicators, assessors: ['cc-2', 'cc-3'] } });
const entitlements = ({ world, caseId }: Walk): Benefit['entitlements'] =>
  caseIn(world, caseId).parts.benefit?.entitlements ?? [];

describe('self-care of 特困 (G08; T43 §20–23)', () => {
  it('three of six not achieved is half care: 676 + 400 from the month after the decision', () => {
    const walk = walkProgram('TK', 'record-verification', { days: g08Days });
    expect(assess(walk, '2026-10-21', three).ok).toBe(true);
    expect(paperOf(walk, 'W30').data).toMatchObject({ failed: 3, grade: 'partly-lost', occasion: 'first' });
    done(walk, 'give-opinion', '2026-11-02');
    done(walk, 'post-publicity', '2026-11-03');
    done(walk, 'decide-case', '2026-11-11');
    expect(headOf(walk).decision).toMatchObject({
      amountFen: 107_600,
      careGrade: 'partly-lost',
      firstMonth: '2026-12',
    });
    expect(paperOf(walk, 'W20').data).toMatchObject({ careFen: 40_000, support: 'scattered' });
    expectFolded(walk);
  });

  it('pays no care before the assessment, and from the month after it', () => {
    const walk = walkProgram('TK', 'publish-confirmation', { days: g08Days });
    expect(headOf(walk).decision?.amountFen).toBe(67_600);
    expect(termOf(walk, 'self-care')).toMatchObject({ fromOn: '2026-11-11', countyHeld: true });
    expect(assess(walk, '2026-11-13', three).ok).toBe(true);
    expect(entitlements(walk).map(({ fromMonth, amountFen }) => [fromMonth, amountFen])).toEqual([
      ['2026-12', 67_600],
      ['2026-12', 107_600],
    ]);
    expect(termOf(walk, 'self-care').endedOn).toBe('2026-11-13');
  });

  it('is assessed again within ten working days of a reported change: 16 November gives 30 November', () => {
    const walk = walkProgram('TK', 'publish-confirmation', { days: g08Days });
    const first = done(walk, 'assess-self-care', '2026-11-13', {
      by: officer,
      raw: { ...three, assessors: ['cc-2'] },
    });
    expect(first.reply.amountFen).toBe(107_600);
    done(walk, 'report-self-care-change', '2026-11-16', { raw: { change: '不能自主如厕' } });
    expect(termOf(walk, 'self-care-again').dueOn).toBe('2026-11-30');
    expect(assess(walk, '2026-11-27', { ...three, toilet: false }).ok).toBe(true);
    expect(entitlements(walk).at(-1)).toMatchObject({ kind: 'increase', fromMonth: '2026-12', amountFen: 147_600 });
    expect(headOf(walk).adjusted).toMatchObject({ amountFen: 147_600, fromMonth: '2026-12' });
    expect(termOf(walk, 'self-care-again').endedOn).toBe('2026-11-27');
    expectFolded(walk);
  });

  it('takes nothing away by itself: less care is an adjustment that hears the person first (LAW §48)', () => {
    const walk = walkProgram('TK', 'publish-confirmation', { days: g08Days });
    done(walk, 'assess-self-care', '2026-11-13', { by: officer, raw: { ...three, assessors: ['cc-2'] } });
    const before = entitlements(walk).length;
    expect(assess(walk, '2026-11-20', all).ok).toBe(true);
    expect(entitlements(walk)).toHaveLength(before);
    expect(paperOf(walk, 'W30').data).toMatchObject({ grade: 'able', occasion: 'change' });
  });

  it('is of 特困 alone, and of the county alone', () => {
    const walk = walkProgram('BY', 'record-verification');
    const before = untouched(walk);
    expect(assess(walk, '2026-08-12', three)).toMatchObject({ ok: false, code: 'act-of-another-program' });
    const by = actor('TR', 't1-tr');
    expect(take(walk, 'assess-self-care', '2026-08-12', { by, raw: { ...three, assessors: ['t1-tr'] } }).code).toBe(
      'post-not-permitted',
    );
    expect(untouched(walk)).toBe(before);
  });
});
