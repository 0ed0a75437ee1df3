import { describe, expect, it } from '@jest/globals';
import { actor, caseIn } from '../world.ts';
import { walkProgram, woman } from './program-cases.ts';
import {
  done,
  expectFolded,
  headOf,
  running,
  take,
  termOf,
  untouched,
  type Walk,
  walkTo,
  withProperty,
} from './walk-through.ts';

const opinion = (walk: Walk, input: Record<string, unknown> = {}, on = '2026-08-14') =>
  take(walk, 'give-opinion', on, { input });

describe('review.give-opinion', () => {
  it('takes the amount from the means test of the day and ends its term', () => {
    const walk = walkTo('give-opinion');
    expect(headOf(walk)).toMatchObject({
      status: 'reviewed',
      reviewer: 't1-tr',
      round: 1,
      opinion: { result: 'confirm', amountFen: 66_000 },
    });
    expect(running(walk)).toEqual(['posting', 'decision']);
    const event = walk.world.events.findLast(({ type }) => type === 'opinion-given');
    expect(event?.data).toMatchObject({ assessment: { entitled: true, perCapitaText: '500.00' }, grounds: [] });
    expectFolded(walk);
  });

  it('needs survey and verification, and names what is missing (P02)', () => {
    const unverified = walkTo('record-visit');
    expect(opinion(unverified)).toMatchObject({
      code: 'investigation-incomplete',
      detail: { missing: ['verification'] },
    });
    const unvisited = walkTo('record-verification', { days: { 'record-visit': null } });
    expect(opinion(unvisited)).toMatchObject({ code: 'investigation-incomplete', detail: { missing: ['survey'] } });
  });

  it('refuses a surveyor as reviewer, by person (SD2, SD9)', () => {
    const walk = walkTo('record-verification');
    const before = untouched(walk);
    expect(take(walk, 'give-opinion', '2026-08-14', { by: actor('TR', 't1-ts1') }).code).toBe(
      'surveyor-may-not-review',
    );
    expect(untouched(walk)).toBe(before);
  });

  it('refuses a denial of who passes every test, unless a lawful ground and a reason are given (P06)', () => {
    const walk = walkTo('record-verification');
    expect(opinion(walk, { result: 'deny' }).code).toBe('opinion-contradicts-assessment');
    expect(opinion(walk, { result: 'deny', reasons: ['有劳动能力'] }).code).toBe('opinion-contradicts-assessment');
    for (const ground of ['labour-ability', 'occupation', 'evaluation', 'village-vote'])
      expect(opinion(walk, { result: 'deny', reasons: ['不宜纳入'], grounds: [ground] }).code).toBe(
        'ground-not-lawful',
      );
    const denied = opinion(walk, { result: 'deny', reasons: ['成员已在另一户享受'], grounds: ['already-covered'] });
    expect(denied.reply).toMatchObject({ status: 'reviewed' });
    expect(running(walk)).toEqual(['decision']);
  });

  it('refuses to propose a household that fails the test', () => {
    const walk = walkTo('record-visit');
    const rich = withProperty(walk, [{ kind: 'deposit', valueFen: 30_000_000 }]);
    done(walk, 'record-visit', '2026-08-07', { input: { household: rich } });
    done(walk, 'record-verification', '2026-08-10');
    done(walk, 'inform-verification', '2026-08-10');
    done(walk, 'record-delivery', '2026-08-10', {
      input: { paperId: 'W12-1', method: 'electronic', servedOn: '2026-08-10' },
    });
    expect(opinion(walk, { reasons: ['确有困难'] }, '2026-08-18')).toMatchObject({
      code: 'opinion-contradicts-assessment',
      detail: { failed: ['property'] },
    });
    expect(opinion(walk, { result: 'deny' }, '2026-08-18').ok).toBe(true);
    const event = walk.world.events.at(-1);
    expect(event?.data).toMatchObject({ grounds: ['property'], amountFen: 0, repost: false });
  });

  it('leaves to a person what the law leaves to one, and asks for the reason', () => {
    const walk = walkTo('record-visit');
    const car = withProperty(walk, [{ kind: 'vehicle', valueFen: 500_000 }]);
    done(walk, 'record-verification', '2026-08-10', {
      input: {
        findings: car.members.map(({ person }, i) =>
          i === 0
            ? { person, source: 'vehicle', hit: 'vehicle', conflicts: true }
            : { person, source: 'vehicle', hit: 'none', conflicts: false },
        ),
        household: car,
      },
    });
    expect(headOf(walk).verification?.state).toBe('finished');
    expect(opinion(walk).code).toBe('opinion-contradicts-assessment');
    expect(opinion(walk, { reasons: ['残疾人代步车，生活必需'] }).reply).toMatchObject({ status: 'reviewed' });
    done(walk, 'post-publicity', '2026-08-17');
    expect(done(walk, 'decide-case', '2026-08-25').reply).toMatchObject({ amountFen: 66_000 });
  });

  it('may be replaced until it is posted, not after', () => {
    const walk = walkTo('record-verification');
    done(walk, 'give-opinion', '2026-08-13', {
      input: { result: 'deny', reasons: ['成员已在另一户享受'], grounds: ['already-covered'] },
    });
    expect(take(walk, 'decide-case', '2026-08-13')).toMatchObject({ detail: { missing: ['publicity'] } });
    done(walk, 'give-opinion', '2026-08-14');
    expect(headOf(walk)).toMatchObject({ status: 'reviewed', opinion: { result: 'confirm', repost: true } });
    expect(running(walk)).toContain('posting');
    done(walk, 'post-publicity', '2026-08-17');
    expect(opinion(walk, {}, '2026-08-18').code).toBe('step-out-of-order');
    expectFolded(walk);
  });

  it('takes in all who count or nobody (P07)', () => {
    const walk = walkTo('record-verification');
    const persons = caseIn(walk.world, walk.caseId).parts.household.members.map(({ person }) => person);
    expect(opinion(walk, { members: persons.slice(0, 2) })).toMatchObject({
      code: 'all-members-enter',
      detail: { missing: [persons[2]] },
    });
    expect(opinion(walk, { members: persons }).ok).toBe(true);
  });
});

describe('the item of a case', () => {
  it('stays within 2 KB with everything on it', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'record-complaint', '2026-08-18');
    done(walk, 'survey-by-county', '2026-08-19');
    done(walk, 'raise-objection', '2026-08-19');
    done(walk, 'extend-term', '2026-08-20', { input: { ground: 'PUBLICITY_OBJECTION' } });
    done(walk, 'reinvestigate-case', '2026-08-20');
    done(walk, 'record-evaluation', '2026-08-21');
    done(walk, 'give-opinion', '2026-08-21');
    done(walk, 'decide-case', '2026-08-25');
    done(walk, 'publish-confirmation', '2026-08-26');
    done(walk, 'record-delivery', '2026-08-26', {
      input: { paperId: 'W20-1', method: 'direct', servedOn: '2026-08-26' },
    });
    expect(Buffer.byteLength(JSON.stringify(headOf(walk)))).toBeLessThanOrEqual(2048);
    expectFolded(walk);
  });
});

describe('an opinion against 特困 (rulebook 3.3)', () => {
  it('is not posted, and is decided within five working days of the opinion all the same', () => {
    const income = [{ kind: 'transfer', per: 'month', amountFen: 900_000, evidence: 'declared' }];
    const persons = [{ ...woman, more: { ...woman.more, income } }];
    const walk = walkProgram('TK', 'record-verification', { persons });
    done(walk, 'inform-verification', '2026-08-11');
    done(walk, 'record-delivery', '2026-08-11', {
      input: { paperId: 'W12-1', method: 'direct', servedOn: '2026-08-11' },
    });
    done(walk, 'give-opinion', '2026-08-24', { input: { result: 'deny', reasons: ['收入超过规定'] } });
    expect(termOf(walk, 'decision')).toMatchObject({ fromOn: '2026-08-24', dueOn: '2026-08-31', holderPost: 'TD' });
    expect(headOf(walk)).toMatchObject({ status: 'reviewed', dueOn: '2026-08-31' });
  });
});
