import { describe, expect, it } from '@jest/globals';
import { actor, attach } from '../world.ts';
import { reinvestigationBy } from './usual-acts.ts';
import { done, expectFolded, headOf, take, untouched, type Walk, walkTo } from './walk-through.ts';

const again = (walk: Walk, on: string, by = 't1-ts3') =>
  take(walk, 'reinvestigate-case', on, {
    by: actor('TS', by),
    input: reinvestigationBy(walk.world, on, ['t1-ts2', 't1-ts3']),
  });

describe('review.record-evaluation', () => {
  it('that does not hold the findings true sends them back to be investigated, and denies nobody (3.5, P06)', () => {
    const walk = walkTo('give-opinion');
    done(walk, 'record-evaluation', '2026-08-17', { input: { truthful: false, conclusion: '与实际情况不符' } });
    expect(headOf(walk)).toMatchObject({ status: 'reinvestigating', evaluationFailed: true });
    expect(take(walk, 'give-opinion', '2026-08-18').code).toBe('reinvestigation-missing');
    expect(again(walk, '2026-08-18').ok).toBe(true);
    const denial = { result: 'deny', grounds: ['evaluation'], reasons: ['评议未通过'] };
    expect(take(walk, 'give-opinion', '2026-08-18', { input: denial }).code).toBe('ground-not-lawful');
    expect(take(walk, 'give-opinion', '2026-08-18').ok).toBe(true);
    expectFolded(walk);
  });

  it('that fails while the investigation goes on bars the opinion until somebody new has looked again', () => {
    const walk = walkTo('record-verification');
    expect(again(walk, '2026-08-10').code).toBe('step-out-of-order');
    done(walk, 'record-evaluation', '2026-08-11', { input: { truthful: false } });
    expect(headOf(walk).status).toBe('investigating');
    expect(take(walk, 'give-opinion', '2026-08-12').code).toBe('reinvestigation-missing');
    expect(again(walk, '2026-08-12').ok).toBe(true);
    expect(take(walk, 'give-opinion', '2026-08-12').ok).toBe(true);
    expectFolded(walk);
  });

  it('that fails during publicity bars the decision, which stands on findings nobody believes', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'record-evaluation', '2026-08-18', { input: { truthful: false } });
    expect(take(walk, 'decide-case', '2026-08-25').ok).toBe(false);
    expect(again(walk, '2026-08-19').ok).toBe(true);
    done(walk, 'give-opinion', '2026-08-20');
    expect(headOf(walk).status).toBe('publicizing');
    expect(take(walk, 'decide-case', '2026-08-25').ok).toBe(true);
  });

  it('keeps minutes as W15, and near relatives out of the meeting (SD4)', () => {
    const walk = walkTo('record-verification');
    done(walk, 'file-near-relative', '2026-08-10', {
      input: { staff: 't1-vc', member: headOf(walk).applicant, relation: 'sibling', declaredBy: 'staff' },
    });
    const before = untouched(walk);
    const refused = take(walk, 'record-evaluation', '2026-08-11', { input: { staff: ['t1-tc', 't1-vc'] } });
    expect(refused).toMatchObject({ code: 'near-relative-recused', detail: { persons: ['t1-vc'] } });
    expect(untouched(walk)).toBe(before);
    const held = done(walk, 'record-evaluation', '2026-08-11', { input: { staff: ['t1-tc'], recused: ['t1-vc'] } });
    expect(held.event?.papers).toMatchObject([
      { kind: 'W15', to: 'file', data: { form: 'evaluation', recused: ['t1-vc'], present: ['t1-tc'] } },
    ]);
  });

  it('is asked for only where there is a dispute, or a filed relative where the county says so (SEED 二(三)2)', () => {
    const calm = walkTo('record-verification');
    expect(take(calm, 'give-opinion', '2026-08-14').ok).toBe(true);
    const disputed = walkTo('start-verification');
    done(disputed, 'record-visit', '2026-08-06', { input: { consistent: false } });
    done(disputed, 'record-verification', '2026-08-10');
    expect(take(disputed, 'give-opinion', '2026-08-14').code).toBe('evaluation-missing');
    done(disputed, 'record-evaluation', '2026-08-13');
    expect(take(disputed, 'give-opinion', '2026-08-14').ok).toBe(true);
  });
});

describe('review.reinvestigate-case', () => {
  it('is signed by all who made it and proved by a file (3.4)', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'raise-objection', '2026-08-18');
    const input = reinvestigationBy(walk.world, '2026-08-19', ['t1-ts2', 't1-ts3']);
    const taken = (more: Record<string, unknown>) =>
      take(walk, 'reinvestigate-case', '2026-08-19', { input: { ...input, ...more } });
    expect(taken({ signatures: ['t1-ts3', 't1-ts1'] })).toMatchObject({
      code: 'signature-missing',
      detail: { unsigned: ['t1-ts2'] },
    });
    expect(taken({ evidence: [] }).code).toBe('input-invalid');
    expect(taken({ evidence: [attach(walk.world, 'never uploaded', 'absent')] }).code).toBe('attachment-missing');
    expect(taken({}).event?.data).toMatchObject({ signatures: ['t1-ts2', 't1-ts3'], evidence: [expect.any(String)] });
  });
});

describe('review.record-verification', () => {
  it('names everybody who was queried, also those with whom nothing was found (D57 §17)', () => {
    const walk = walkTo('record-visit');
    const members = headOf(walk).members;
    const one = { findings: [{ person: headOf(walk).applicant, source: 'bank', hit: 'none', conflicts: false }] };
    const refused = take(walk, 'record-verification', '2026-08-10', { input: one });
    expect(refused.code).toBe('verification-incomplete');
    expect(refused.detail?.['missing']).toHaveLength(members - 1);
    expect(take(walk, 'record-verification', '2026-08-10').ok).toBe(true);
  });
});
