import { describe, expect, it } from '@jest/globals';
import { actor, attach } from '../world.ts';
import { done, expectFolded, headOf, paperOf, running, take, termOf, untouched, walkTo } from './walk-through.ts';

describe('review.extend-term', () => {
  const extend = (input: Record<string, unknown>) =>
    take(walkTo('give-opinion'), 'extend-term', '2026-08-14', { input });

  it('moves the decision to 45 working days from acceptance, and the latest posting day with it', () => {
    const walk = walkTo('give-opinion');
    done(walk, 'extend-term', '2026-08-14');
    expect(headOf(walk).extension).toEqual({ ground: 'HARD_INVESTIGATION', on: '2026-08-14', dueOn: '2026-10-10' });
    expect(termOf(walk, 'decision')).toMatchObject({ dueOn: '2026-08-31', extendedTo: '2026-10-10' });
    expect(termOf(walk, 'posting').extendedTo).toBe('2026-10-02');
    expect(take(walk, 'extend-term', '2026-08-17').code).toBe('extension-already-given');
    expectFolded(walk);
  });

  it('needs a listed ground that is on record, and the county’s consent for another (T14)', () => {
    expect(extend({ ground: 'TOO_MUCH_WORK' })).toMatchObject({ code: 'extension-ground-not-lawful' });
    expect(extend({ ground: 'PUBLICITY_OBJECTION' }).code).toBe('extension-ground-not-lawful');
    expect(extend({ ground: 'OTHER' }).code).toBe('extension-ground-not-lawful');
    expect(extend({ ground: 'OTHER', countyConsent: '演民函〔2026〕8号' }).ok).toBe(true);
    expect(extend({ ground: 'HUKOU_SPLIT' }).ok).toBe(true);
  });
});

describe('review.explain-overdue', () => {
  it('takes a reason only for a term that is overdue, from its holder, and changes nothing else', () => {
    const walk = walkTo('post-publicity');
    expect(take(walk, 'explain-overdue', '2026-08-31').code).toBe('overdue-reason-not-due');
    expect(take(walk, 'explain-overdue', '2026-09-01', { by: actor('CC', 'cc-1') }).code).toBe('post-not-permitted');
    const before = headOf(walk);
    done(walk, 'explain-overdue', '2026-09-01');
    expect(headOf(walk)).toEqual(before);
    expect(walk.world.events.at(-1)).toMatchObject({ type: 'overdue-explained', data: { term: 'decision' } });
  });

  it('takes the county’s reason for a term the county holds', () => {
    const walk = walkTo('request-verification');
    const input = { term: 'verification-start', reason: '核对系统停机' };
    expect(take(walk, 'explain-overdue', '2026-08-10', { input }).code).toBe('post-not-permitted');
    expect(take(walk, 'explain-overdue', '2026-08-10', { by: actor('CV', 'cv-1'), input }).ok).toBe(true);
  });
});

describe('review.terminate-procedure', () => {
  it('needs two attempts and a written warning of an earlier day (T19), and leaves only the term to serve W27', () => {
    const walk = walkTo('assign-surveyors');
    done(walk, 'record-non-cooperation', '2026-08-05');
    expect(take(walk, 'terminate-procedure', '2026-08-06').code).toBe('termination-not-warranted');
    done(walk, 'record-non-cooperation', '2026-08-06');
    const before = untouched(walk);
    expect(take(walk, 'terminate-procedure', '2026-08-06')).toMatchObject({
      code: 'termination-not-warranted',
      detail: { attempts: 2, warnedOn: null },
    });
    expect(untouched(walk)).toBe(before);
    done(walk, 'record-non-cooperation', '2026-08-07', { input: { warning: attach(walk.world, 'warning') } });
    expect(take(walk, 'terminate-procedure', '2026-08-07')).toMatchObject({
      code: 'termination-not-warranted',
      detail: { warnedOn: '2026-08-07' },
    });
    expect(done(walk, 'terminate-procedure', '2026-08-10').reply).toMatchObject({
      status: 'terminated',
      endedOn: '2026-08-10',
    });
    expect(running(walk)).toEqual(['termination-notice']);
    expect(paperOf(walk, 'W27')).toMatchObject({ serveBy: '2026-08-13', data: { attempts: 3 } });
    done(walk, 'record-delivery', '2026-08-11', {
      input: { paperId: 'W27-1', method: 'direct', servedOn: '2026-08-11' },
    });
    expect(running(walk)).toEqual([]);
    expectFolded(walk);
  });

  it('takes no attempt from before acceptance or from the future', () => {
    const walk = walkTo('assign-surveyors');
    for (const attemptedOn of ['2026-08-02', '2026-08-06'])
      expect(take(walk, 'record-non-cooperation', '2026-08-05', { input: { attemptedOn } }).code).toBe(
        'date-out-of-order',
      );
  });

  it('lets the household apply again at once (T20)', () => {
    const walk = walkTo('assign-surveyors');
    done(walk, 'record-non-cooperation', '2026-08-05');
    done(walk, 'record-non-cooperation', '2026-08-06', { input: { warning: attach(walk.world, 'warning') } });
    done(walk, 'terminate-procedure', '2026-08-07');
    expect(walkTo('submit-application', { world: walk.world }).caseId).toBe('649900101-DB-2026-000002');
  });
});
