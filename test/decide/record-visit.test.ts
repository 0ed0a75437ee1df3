import { describe, expect, it } from '@jest/globals';
import { actor, attach, caseIn, noon } from '../world.ts';
import {
  done,
  expectFolded,
  headOf,
  running,
  take,
  termOf,
  untouched,
  visitReport,
  type Walk,
  walkTo,
  withProperty,
} from './walk-through.ts';

const accepted = (): Walk => {
  const walk = walkTo('accept-application');
  done(walk, 'record-consents', '2026-08-03');
  return walk;
};
const visit = (walk: Walk, input: Record<string, unknown>, on = '2026-08-06') =>
  take(walk, 'record-visit', on, { input });

describe('review.assign-surveyors', () => {
  it('starts the investigation, ends its term and names who holds the survey', () => {
    const walk = accepted();
    expect(done(walk, 'assign-surveyors', '2026-08-04').reply.status).toBe('investigating');
    expect(termOf(walk, 'investigation-start').endedOn).toBe('2026-08-04');
    expect(termOf(walk, 'survey')).toMatchObject({ dueOn: '2026-08-13', holderId: 't1-ts1' });
    expectFolded(walk);
  });

  it('refuses one person, the same person twice, strangers and surveyors of another township', () => {
    const walk = accepted();
    const assign = (surveyors: string[]) => take(walk, 'assign-surveyors', '2026-08-04', { input: { surveyors } });
    expect(assign(['t1-ts1']).code).toBe('surveyors-too-few');
    expect(assign(['t1-ts1', 't1-ts1']).code).toBe('surveyors-too-few');
    expect(assign(['t1-ts1', 'nobody'])).toMatchObject({ code: 'staff-unknown', detail: { staff: ['nobody'] } });
    expect(assign(['t1-ts1', 't2-ts1']).code).toBe('staff-unknown');
    expect(assign(['t1-ts1', 't1-vc']).code).toBe('staff-unknown');
  });
});

describe('review.record-visit', () => {
  it('counts as the start of the investigation and ends the term of the survey', () => {
    const walk = accepted();
    expect(done(walk, 'record-visit', '2026-08-05').reply.status).toBe('investigating');
    expect(termOf(walk, 'investigation-start').endedOn).toBe('2026-08-05');
    expect(termOf(walk, 'survey').endedOn).toBe('2026-08-05');
    expect(headOf(walk)).toMatchObject({ surveyors: ['t1-ts1', 't1-ts2'], surveyedOn: '2026-08-05' });
    expectFolded(walk);
  });

  it('is taken late, and the term shows it (B9)', () => {
    const walk = accepted();
    done(walk, 'record-visit', '2026-08-20');
    expect(termOf(walk, 'survey')).toMatchObject({ dueOn: '2026-08-13', endedOn: '2026-08-20' });
  });

  it('needs two distinct surveyors, the caller among them (SD1)', () => {
    const walk = accepted();
    const { world } = walk;
    const before = untouched(walk);
    expect(visit(walk, visitReport(world, '2026-08-06', ['t1-ts1'])).code).toBe('surveyors-too-few');
    expect(visit(walk, visitReport(world, '2026-08-06', ['t1-ts1', 't1-ts1'])).code).toBe('surveyors-too-few');
    expect(visit(walk, visitReport(world, '2026-08-06', ['t1-ts2', 't1-ts3'])).code).toBe('input-invalid');
    expect(untouched(walk)).toBe(before);
  });

  it('needs the signatures of all who went and of a present member', () => {
    const walk = accepted();
    expect(visit(walk, { signatures: ['t1-ts1'] })).toMatchObject({
      code: 'signature-missing',
      detail: { unsigned: ['t1-ts2'] },
    });
    expect(visit(walk, { memberSigned: false }).code).toBe('signature-missing');
  });

  it('needs photos that are there unaltered, a place, and a time between acceptance and now', () => {
    const walk = accepted();
    const { world } = walk;
    expect(visit(walk, { photos: [] }).code).toBe('input-invalid');
    expect(visit(walk, { lat: undefined }).code).toBe('input-invalid');
    expect(visit(walk, { photos: ['att-unknown-1'] }).code).toBe('attachment-not-found');
    expect(visit(walk, { photos: [attach(world, 'lost', 'absent')] }).code).toBe('attachment-missing');
    expect(visit(walk, { photos: [attach(world, 'swapped', 'altered')] }).code).toBe('attachment-altered');
    expect(visit(walk, { visitedAt: noon('2026-08-07') }).code).toBe('date-out-of-order');
    expect(visit(walk, { visitedAt: noon('2026-08-02') }).code).toBe('date-out-of-order');
  });

  it('refuses a near relative, also one who was registered after acceptance (SD4, SD8)', () => {
    const walk = accepted();
    const child = caseIn(walk.world, walk.caseId).parts.household.members[2]?.person ?? '';
    const county = walk.world.states.get('county:649900') as unknown as { parts: { kin: Record<string, object> } };
    const kin = { ...county.parts.kin, '649900101': { [child]: [{ staff: 't1-ts2', relation: 'grandparent' }] } };
    walk.world.states.set('county:649900', { ...county, parts: { ...county.parts, kin } } as never);
    expect(visit(walk, {})).toMatchObject({ code: 'near-relative-recused', detail: { persons: ['t1-ts2'] } });
  });

  it('takes corrected figures, but drops nobody and adds nobody (P07)', () => {
    const walk = accepted();
    const household = withProperty(walk, [{ kind: 'vehicle', valueFen: 500_000 }]);
    const { members } = household;
    const stranger = { ...members[1], person: `t_${'f'.repeat(32)}` };
    expect(visit(walk, { household: { ...household, members: members.slice(0, 2) } }).code).toBe('all-members-enter');
    expect(visit(walk, { household: { ...household, members: [...members, stranger] } }).code).toBe('input-invalid');
    expect(visit(walk, { household: { ...household, villageCode: '649900101202' } }).code).toBe('input-invalid');
    expect(visit(walk, { household }).ok).toBe(true);
    expect(caseIn(walk.world, walk.caseId).parts.household).toEqual(household);
  });

  it('refuses the reviewer as a later surveyor (SD2)', () => {
    const walk = walkTo('post-publicity', { taking: { 'give-opinion': { by: actor('TR', 't1-ts3') } } });
    done(walk, 'raise-objection', '2026-08-18');
    const report = visitReport(walk.world, '2026-08-19', ['t1-ts2', 't1-ts3']);
    expect(take(walk, 'record-visit', '2026-08-19', { by: actor('TS', 't1-ts3'), input: report }).code).toBe(
      'surveyor-may-not-review',
    );
  });
});

describe('review.record-evaluation', () => {
  const disputed = (): Walk => {
    const walk = accepted();
    done(walk, 'record-visit', '2026-08-06', { input: { consistent: false } });
    return walk;
  };
  const evaluate = (walk: Walk, input: Record<string, unknown>) =>
    take(walk, 'record-evaluation', '2026-08-10', { input }).code;

  it('is asked for by a survey that contradicts the declaration, within five working days', () => {
    const walk = disputed();
    expect(headOf(walk)).toMatchObject({ disputed: true, disputedOn: '2026-08-06' });
    expect(termOf(walk, 'evaluation').dueOn).toBe('2026-08-13');
    done(walk, 'record-evaluation', '2026-08-10');
    expect(running(walk)).not.toContain('evaluation');
    expectFolded(walk);
  });

  it('needs seven members, township staff, two thirds residents and two thirds of those called', () => {
    const walk = disputed();
    const of = (t: number, v: number, r: number, invited = t + v + r) => ({
      invited,
      participants: [
        { kind: 'township', count: t },
        { kind: 'village', count: v },
        { kind: 'resident', count: r },
      ],
    });
    expect(evaluate(walk, of(1, 1, 4))).toBe('evaluation-not-enough');
    expect(evaluate(walk, of(0, 2, 6))).toBe('evaluation-not-enough');
    expect(evaluate(walk, of(1, 3, 7))).toBe('evaluation-not-enough');
    expect(evaluate(walk, of(1, 2, 6, 14))).toBe('evaluation-not-enough');
    expect(evaluate(walk, of(1, 2, 6, 8))).toBe('evaluation-not-enough');
    expect(evaluate(walk, of(1, 2, 6, 13))).toBeUndefined();
  });

  it('was held after the investigation began and not in the future', () => {
    const walk = disputed();
    expect(evaluate(walk, { heldOn: '2026-08-05' })).toBe('date-out-of-order');
    expect(evaluate(walk, { heldOn: '2026-08-11' })).toBe('date-out-of-order');
  });
});
