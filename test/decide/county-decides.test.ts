import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { familyOfThree } from '../applications.ts';
import { actor, caseIn, demonstrationWorld, type World } from '../world.ts';
import { act, submitted, termsOf } from './intake-cases.ts';
import { done, expectFolded, headOf, paperOf, revokeDelegation, take, type Walk, walkTo } from './walk-through.ts';

const officer = actor('CC', 'cc-3');

/** A county that has taken back every delegation, before anybody applied. */
function undelegated(): World {
  const world = demonstrationWorld();
  const county = world.states.get('county:649900') as unknown as CountyState;
  world.states.set('county:649900', { ...county, parts: { ...county.parts, delegations: {} } } as never);
  return world;
}
const decided = (walk: Walk) => done(walk, 'decide-case', '2026-08-25', { by: officer });

describe('without a delegation (D57 §19–22)', () => {
  it('the county decides, signs the notice itself and numbers it in a series of its own', () => {
    const walk = walkTo('post-publicity', { world: undelegated() });
    const before = paperOf(walk, 'W17').number;
    decided(walk);
    expect(paperOf(walk, 'W20')).toMatchObject({
      issuer: '649900',
      number: '演示县民社救〔2026〕2号',
      clauses: [
        '《中华人民共和国社会救助法》第四十五条',
        '《最低生活保障审核确认办法》第二十一条',
        '《最低生活保障审核确认办法》第二十二条',
      ],
      data: { delegation: '' },
    });
    done(walk, 'publish-confirmation', '2026-08-27');
    const serial = (number: string): number => Number(/〕(\d+)号/.exec(number)?.[1]);
    expect(serial(paperOf(walk, 'W22').number)).toBe(serial(before) + 1);

    const second = walkTo('post-publicity', { world: walk.world, persons: familyOfThree(5) });
    decided(second);
    expect(paperOf(second, 'W20').number).toBe('演示县民社救〔2026〕4号');
    expectFolded(second);
  });

  it('the county extends the term, by the clause of its own clock; the township may not (T14)', () => {
    const walk = walkTo('give-opinion', { world: undelegated() });
    expect(take(walk, 'extend-term', '2026-08-14').code).toBe('post-not-permitted');
    done(walk, 'extend-term', '2026-08-14', { by: officer });
    expect(headOf(walk)).toMatchObject({ dueOn: '2026-09-14', extension: { dueOn: '2026-10-10' } });
    expect(paperOf(walk, 'W19')).toMatchObject({
      issuer: '649900',
      clauses: ['《最低生活保障审核确认办法》第二十二条'],
    });
  });
});

describe('a delegation that comes or goes', () => {
  it('counts as on the day of acceptance: taken back before it, the term is of thirty working days', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-07-03' });
    revokeDelegation({ world }, '2026-07-05');
    const taken = act(world, acceptApplication, { caseId, on: '2026-07-06' });
    expect(taken.reply).toMatchObject({ mode: 'standard', dueOn: '2026-08-17' });
    expect(taken.event).not.toHaveProperty('delegationId');
    expect(termsOf(world, caseId)).toMatchObject({ decision: { dueOn: '2026-08-17' } });
    expect(caseIn(world, caseId).parts.terms.find(({ term }) => term === 'decision')?.holderOrg).toBe('649900');
  });

  it('granted between submission and acceptance, the term is the twenty working days of N83', () => {
    const world = undelegated();
    const caseId = submitted(world, { on: '2026-07-03' });
    const granted = demonstrationWorld().states.get('county:649900');
    if (granted) world.states.set('county:649900', granted);
    const taken = act(world, acceptApplication, { caseId, on: '2026-07-06' });
    expect(taken.reply).toMatchObject({ mode: 'delegated', dueOn: '2026-08-03' });
    expect(caseIn(world, caseId).head.delegationId).toBe('DB_URBAN-649900101-2026-01-01');
  });

  it('taken back after acceptance, leaves the term as it runs, and the county decides as the county (K1)', () => {
    const walk = walkTo('post-publicity');
    revokeDelegation(walk, '2026-08-20');
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('post-not-permitted');
    const { event } = decided(walk);
    expect(headOf(walk)).toMatchObject({ mode: 'delegated', dueOn: '2026-08-31' });
    expect(event).not.toHaveProperty('delegationId');
    expect(paperOf(walk, 'W20')).toMatchObject({ issuer: '649900', data: { delegation: '' } });
    expect(paperOf(walk, 'W20').clauses.join()).not.toContain('四（一）');
    expectFolded(walk);
  });
});
