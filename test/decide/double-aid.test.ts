import { describe, expect, it } from '@jest/globals';
import { caseIn } from '../world.ts';
import { walkProgram, woman } from './program-cases.ts';
import { done, headOf, type Route, take, untouched, walkTo } from './walk-through.ts';

const rural = { urbanRural: 'rural', program: 'DB_RURAL' } as const;
const autumn: NonNullable<Route['days']> = {
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

describe('低保 and 特困 exclude each other for a person (rulebook 3.10, invariant 8)', () => {
  it('confirms nobody for 特困 who receives 低保, whatever the opinion says', () => {
    const receiving = walkTo('publish-confirmation', { persons: [woman], application: rural });
    const asked = walkProgram('TK', 'post-publicity', { world: receiving.world, days: autumn });
    const before = untouched(asked);
    expect(take(asked, 'decide-case', '2026-11-11')).toMatchObject({
      ok: false,
      code: 'double-aid',
      detail: { persons: [headOf(asked).applicant] },
    });
    expect(untouched(asked)).toBe(before);
  });

  it('confirms no household for 低保 that counts a person in 特困', () => {
    const receiving = walkProgram('TK', 'publish-confirmation');
    const { world } = receiving;
    const asked = walkTo('post-publicity', { world, persons: [woman], application: rural, days: autumn });
    expect(take(asked, 'decide-case', '2026-11-11')).toMatchObject({ ok: false, code: 'double-aid' });
    expect(caseIn(world, asked.caseId).head.status).toBe('publicizing');
  });

  it('lets an application for one stand beside an application for the other: the first confirmed excludes the second', () => {
    const first = walkTo('post-publicity', { persons: [woman], application: rural });
    const second = walkProgram('TK', 'post-publicity', { world: first.world });
    done(second, 'decide-case', '2026-08-25');
    expect(take(first, 'decide-case', '2026-08-25')).toMatchObject({ ok: false, code: 'double-aid' });
  });

  it('lets 特困 be denied to somebody who receives 低保', () => {
    const receiving = walkTo('publish-confirmation', { persons: [woman], application: rural });
    const asked = walkProgram('TK', 'record-verification', { world: receiving.world, days: autumn });
    const denial = { grounds: ['already-covered'], reasons: ['现享受低保，本人不愿转为特困'] };
    done(asked, 'give-opinion', '2026-11-02', { raw: { result: 'deny', ...denial } });
    done(asked, 'decide-case', '2026-11-03', { raw: { result: 'not-confirmed', ...denial } });
    expect(headOf(asked).status).toBe('not-confirmed');
  });
});
