import { describe, expect, it } from '@jest/globals';
import { actor, demonstrationWorld } from '../world.ts';
import { done, headOf, paperOf, revokeDelegation, take, termOf, walkTo } from './walk-through.ts';

describe('the confirmer', () => {
  it('cannot confirm what was never surveyed or verified, whatever the state (P02, B12)', () => {
    const walk = walkTo('accept-application');
    expect(take(walk, 'decide-case', '2026-08-04')).toMatchObject({
      code: 'investigation-incomplete',
      detail: { missing: ['consents', 'verification', 'survey'] },
    });
    expect(take(walkTo('submit-application'), 'decide-case', '2026-08-04')).toMatchObject({
      code: 'investigation-incomplete',
    });
    expect(take(walkTo('decide-case'), 'decide-case', '2026-08-26').code).toBe('step-out-of-order');
  });

  it('is neither surveyor nor reviewer of the case, by person (SD2, SD9)', () => {
    const surveyed = walkTo('post-publicity');
    expect(take(surveyed, 'decide-case', '2026-08-25', { by: actor('TD', 't1-ts2') }).code).toBe(
      'surveyor-may-not-confirm',
    );
    expect(take(surveyed, 'decide-case', '2026-08-25', { by: actor('TD', 't1-tr') }).code).toBe(
      'reviewer-may-not-confirm',
    );
  });

  it('belongs to the case’s own township; elsewhere the case does not exist', () => {
    const walk = walkTo('post-publicity');
    expect(take(walk, 'decide-case', '2026-08-25', { by: actor('TD', 't2-td') }).code).toBe('case-not-found');
  });

  it('is the county without a delegation in force on the day, and says so (K1)', () => {
    const walk = walkTo('post-publicity');
    expect(take(walk, 'decide-case', '2026-08-25', { by: actor('CC', 'cc-1') })).toMatchObject({
      code: 'post-not-permitted',
      detail: { permitted: ['TD'] },
    });
    revokeDelegation(walk, '2026-08-20');
    expect(take(walk, 'decide-case', '2026-08-25')).toMatchObject({
      code: 'post-not-permitted',
      detail: { permitted: ['CC'] },
    });
    const decided = done(walk, 'decide-case', '2026-08-25', { by: actor('CC', 'cc-1') });
    expect(decided.reply).toMatchObject({ status: 'confirmed', dueOn: '2026-08-31', mode: 'delegated' });
    expect(headOf(walk).decision?.delegationId).toBeUndefined();
  });

  it('is the county within 30 working days where nothing was ever delegated, and not by who surveyed for it', () => {
    const world = demonstrationWorld();
    revokeDelegation({ world }, '2026-08-01');
    const walk = walkTo('post-publicity', { world });
    expect(headOf(walk)).toMatchObject({ mode: 'standard', dueOn: '2026-09-14' });
    done(walk, 'survey-by-county', '2026-08-18');
    expect(take(walk, 'decide-case', '2026-08-25', { by: actor('CC', 'cc-3') }).code).toBe('surveyor-may-not-confirm');
    done(walk, 'decide-case', '2026-08-25', { by: actor('CC', 'cc-1') });
    expect(paperOf(walk, 'W20')).toMatchObject({ data: { delegation: '' } });
    expect(paperOf(walk, 'W20').clauses).toContain('《最低生活保障审核确认办法》第二十二条');
  });

  it('may decide late: overdue neither confirms, denies nor blocks (P10)', () => {
    const walk = walkTo('post-publicity');
    expect(done(walk, 'decide-case', '2026-09-15').reply).toMatchObject({ status: 'confirmed', firstMonth: '2026-10' });
    expect(termOf(walk, 'decision')).toMatchObject({ dueOn: '2026-08-31', endedOn: '2026-09-15' });
  });

  it('cannot confirm on a complaint before the county has surveyed anew, nor against its result (T12)', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'survey-by-county', '2026-08-18');
    done(walk, 'record-complaint', '2026-08-19');
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('county-survey-missing');
    done(walk, 'survey-by-county', '2026-08-20', { input: { passed: false } });
    expect(take(walk, 'decide-case', '2026-08-25')).toMatchObject({
      code: 'county-survey-missing',
      detail: { passed: false },
    });
  });

  it('cannot deny a household that passes every test without a lawful ground and a reason (P06)', () => {
    const walk = walkTo('post-publicity');
    const deny = (input: Record<string, unknown>) =>
      take(walk, 'decide-case', '2026-08-25', { input: { result: 'not-confirmed', ...input } }).code;
    expect(deny({ reasons: ['有劳动能力'] })).toBe('opinion-contradicts-assessment');
    expect(deny({ reasons: ['有劳动能力'], grounds: ['labour-ability'] })).toBe('ground-not-lawful');
    expect(deny({ reasons: ['评议未通过'], grounds: ['evaluation'] })).toBe('ground-not-lawful');
    expect(deny({ reasons: ['成员已在另一户享受'], grounds: ['already-covered'] })).toBeUndefined();
  });
});
