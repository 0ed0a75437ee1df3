import { describe, expect, it } from '@jest/globals';
import { actor } from '../world.ts';
import { take, untouched, walkTo } from './walk-through.ts';

describe('G25: forbidden acts', () => {
  it('(a) refuses a village that decides, before anything else', () => {
    const walk = walkTo('accept-application');
    const before = untouched(walk);
    for (const act of ['decide-case', 'give-opinion', 'terminate-procedure', 'extend-term']) {
      const played = take(walk, act, '2026-08-04', { by: actor('VC', 't1-vc'), raw: { result: '不符合条件' } });
      expect(played.code).toBe('village-may-not-decide');
    }
    expect(untouched(walk)).toBe(before);
  });

  it('(b) refuses to confirm a list of twelve households', () => {
    const walk = walkTo('post-publicity');
    const caseIds = Array.from({ length: 12 }, (_, i) => `649900101-DB-2026-${String(i + 1).padStart(6, '0')}`);
    for (const raw of [caseIds, { caseIds, result: 'confirmed' }, { cases: caseIds }, { households: caseIds }])
      expect(take(walk, 'decide-case', '2026-08-25', { raw }).code).toBe('group-confirmation-forbidden');
  });

  it('(c) refuses a township that opens a payment batch; the county may', () => {
    const walk = walkTo('accept-application');
    const raw = { program: 'TK', month: '2026-09' };
    for (const post of ['TC', 'TS', 'TR', 'TD'] as const)
      expect(take(walk, 'open-roster', '2026-08-25', { by: actor(post, 't1-x'), raw }).code).toBe(
        'township-may-not-pay',
      );
    expect(take(walk, 'open-roster', '2026-08-25', { by: actor('CP', 'cp-1', '649900'), raw }).ok).toBe(true);
  });

  it('(d) refuses the verification body a query outside acceptance and decision', () => {
    for (const until of ['submit-application', 'decide-case', 'publish-confirmation'] as const) {
      const walk = walkTo(until);
      expect(take(walk, 'start-verification', '2026-08-28').code).toBe('query-without-active-case');
      expect(take(walk, 'record-verification', '2026-08-28').code).toBe('query-without-active-case');
    }
  });

  it('(e) refuses to confirm on the sixth day of publicity', () => {
    const walk = walkTo('post-publicity');
    const before = untouched(walk);
    expect(take(walk, 'decide-case', '2026-08-23').code).toBe('publicity-not-over');
    expect(untouched(walk)).toBe(before);
  });
});
