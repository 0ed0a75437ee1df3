import { describe, expect, it } from '@jest/globals';
import { actor, demonstrationWorld, type World } from '../world.ts';
import { walkProgram } from './program-cases.ts';
import { checked, receiving, withWage } from './receiving.ts';
import { done, headOf, type Route, revokeDelegation, take, termOf, untouched, walkTo } from './walk-through.ts';

const officer = { by: actor('CC', 'cc-1') };

/** A world in which the county never gave the power for a program. */
function undelegated(program: string): World {
  const world = demonstrationWorld();
  const county = world.states.get('county:649900') as unknown as { parts: { delegations: Record<string, object> } };
  const entries = Object.entries(county.parts.delegations).filter(([key]) => !key.startsWith(`${program}#`));
  const parts = { ...county.parts, delegations: Object.fromEntries(entries) };
  world.states.set('county:649900', { ...county, parts } as never);
  return world;
}

const g08: NonNullable<Route['days']> = {
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
};

describe('the county receives what is not delegated', () => {
  it('特困: received on 11 November, to be decided by 2 December (G08; T43 §16)', () => {
    const walk = walkProgram('TK', 'post-publicity', { world: undelegated('TK'), days: g08 });
    expect(take(walk, 'receive-case', '2026-11-10', officer)).toMatchObject({ ok: false, code: 'review-not-finished' });
    done(walk, 'receive-case', '2026-11-11', officer);
    expect(termOf(walk, 'county-decision')).toMatchObject({ dueOn: '2026-12-02', holderPost: 'CC', countyHeld: true });
    done(walk, 'decide-case', '2026-11-12', officer);
    expect(headOf(walk)).toMatchObject({ status: 'confirmed', mode: 'standard' });
    expect(termOf(walk, 'county-decision').endedOn).toBe('2026-11-12');
  });

  it('低保: ten working days from receipt, within the thirty of the whole (D57 §20, §22)', () => {
    const walk = walkTo('post-publicity', { world: undelegated('DB_URBAN') });
    expect(termOf(walk, 'decision').dueOn).toBe('2026-09-14');
    done(walk, 'receive-case', '2026-08-25', officer);
    expect(termOf(walk, 'county-decision')).toMatchObject({ fromOn: '2026-08-25', dueOn: '2026-09-08' });
    expect(take(walk, 'receive-case', '2026-08-26', officer)).toMatchObject({ ok: false, code: 'already-done' });
  });

  it('is the act of who decides: the township receives nothing from itself', () => {
    const walk = walkTo('post-publicity');
    const before = untouched(walk);
    expect(take(walk, 'receive-case', '2026-08-25', officer)).toMatchObject({ ok: false, code: 'post-not-permitted' });
    const by = actor('TD', 't1-td');
    expect(take(walk, 'receive-case', '2026-08-25', { by })).toMatchObject({ ok: false, code: 'review-not-finished' });
    expect(untouched(walk)).toBe(before);
  });
});

describe('a power taken back or granted while a case runs (K1, B11)', () => {
  it('leaves the term as it was started and moves it to the county', () => {
    const walk = walkTo('give-opinion');
    revokeDelegation(walk, '2026-08-15');
    done(walk, 'receive-case', '2026-08-17', officer);
    expect(termOf(walk, 'decision')).toMatchObject({
      dueOn: '2026-08-31',
      holderOrg: '649900',
      holderPost: 'CC',
      countyHeld: true,
    });
    expect(headOf(walk)).toMatchObject({ mode: 'standard', dueOn: '2026-08-31' });
    done(walk, 'post-publicity', '2026-08-17');
    done(walk, 'receive-case', '2026-08-25', officer);
    expect(termOf(walk, 'county-decision').dueOn).toBe('2026-09-08');
  });

  it('leaves thirty working days to a township that is given the power meanwhile', () => {
    const world = undelegated('DB_URBAN');
    const walk = walkTo('give-opinion', { world });
    const given = demonstrationWorld().states.get('county:649900');
    if (given) world.states.set('county:649900', given);
    done(walk, 'receive-case', '2026-08-17', { by: actor('TD', 't1-td') });
    expect(termOf(walk, 'decision')).toMatchObject({
      dueOn: '2026-09-14',
      holderOrg: '649900101',
      holderPost: 'TD',
      countyHeld: false,
    });
    expect(headOf(walk).mode).toBe('delegated');
  });
});

describe('the county adjusts what it confirms', () => {
  it('terms of an adjustment are on its account without a delegation, and go with the case when it moves', () => {
    const walk = receiving();
    checked(walk, '2026-11-05', withWage(walk, 2250));
    done(walk, 'record-reverification', '2026-11-09', { input: { result: 'reduce', reasons: ['工资收入增加'] } });
    expect(termOf(walk, 'adjustment')).toMatchObject({ holderPost: 'TD', countyHeld: false });
    revokeDelegation(walk, '2026-11-10');
    done(walk, 'move-case', '2026-11-10', {
      by: actor('CLOCK', 'clock', '649900'),
      input: { caseId: walk.caseId },
    });
    expect(termOf(walk, 'adjustment')).toMatchObject({ holderPost: 'CC', holderOrg: '649900', countyHeld: true });
  });
});
