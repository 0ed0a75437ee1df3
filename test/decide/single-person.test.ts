import { describe, expect, it } from '@jest/globals';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { application, type Person } from '../applications.ts';
import { demonstrationWorld, noon, play } from '../world.ts';
import { clerk } from './usual-acts.ts';
import { done, headOf, paperOf, take, walkTo } from './walk-through.ts';

/** The family of G06 as the son lists it: he applies, father and mother live with him. */
const family = (disability: object): readonly Person[] => [
  { birth: '20020301', sequence: 713, relation: '01', more: { dependentAdult: true, disability } },
  { birth: '19700101', sequence: 711, relation: '51', wageYuan: 2900, more: { longCoResident: true } },
  { birth: '19720101', sequence: 714, relation: '52', more: { longCoResident: true } },
];
const alone = { alone: true } as const;
const son = family({ category: '5', level: '3' });

describe('单人户 (G06; D57 §8)', () => {
  it('takes in the son with intellectual disability level 3 alone, at 720 on his own income', () => {
    const walk = walkTo('publish-confirmation', { persons: son, application: alone });
    const { applicant, decision } = headOf(walk);
    expect(decision).toMatchObject({ amountFen: 72_000, firstMonth: '2026-09' });
    expect(paperOf(walk, 'W20').data).toMatchObject({ members: 1, persons: [applicant] });
    expect(paperOf(walk, 'W17').data).toMatchObject({ members: 1, amountFen: 72_000 });
  });

  it('does not take him in alone with physical disability level 3, and tells him why', () => {
    const walk = walkTo('record-verification', { persons: family({ category: '4', level: '3' }), application: alone });
    expect(headOf(walk).verification?.state).toBe('hit');
    done(walk, 'inform-verification', '2026-08-11');
    expect(paperOf(walk, 'W12').data).toMatchObject({ failed: [expect.stringContaining('单独申请')] });
    expect(take(walk, 'give-opinion', '2026-08-12')).toMatchObject({ ok: false, code: 'investigation-incomplete' });
  });

  it('takes nobody in alone out of a household that is entitled as a whole (P07)', () => {
    const poor = son.map(({ wageYuan: _none, ...person }) => person);
    const walk = walkTo('record-verification', { persons: poor, application: alone });
    done(walk, 'inform-verification', '2026-08-11');
    expect(paperOf(walk, 'W12').data).toMatchObject({ failed: [expect.stringContaining('整户')] });
  });

  it('holds the applicant alone, and is of 低保 alone', () => {
    const world = demonstrationWorld();
    const submit = (more: object) =>
      play(world, submitApplication, {
        actor: clerk,
        now: noon('2026-08-03'),
        input: application(world, son, { ...more }),
      });
    expect(submit({ ...alone, program: 'BY' })).toMatchObject({ ok: false, code: 'input-invalid' });
    expect(submit(alone).ok).toBe(true);
    expect(submit({ program: 'BY' }).ok).toBe(true);
    expect(submit(alone)).toMatchObject({ ok: false, code: 'case-already-open' });
  });
});
