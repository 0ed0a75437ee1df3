import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, caseIn, demonstrationWorld, noon, play, refolded } from '../world.ts';

describe('intake.accept-application', () => {
  it('accepts a complete application and starts the twenty working days of G01', () => {
    const world = demonstrationWorld();
    const submitted = play(world, submitApplication, {
      actor: actor('TC', 't1-tc'),
      now: noon('2026-08-03'),
      input: application(world, familyOfThree(0)),
    });
    expect(submitted.code).toBeUndefined();
    const { caseId } = submitted.reply;
    const accepted = play(world, acceptApplication, {
      actor: actor('TC', 't1-tc'),
      now: noon('2026-08-03'),
      params: { caseId },
    });
    expect(accepted.reply).toMatchObject({ caseId, status: 'accepted', dueOn: '2026-08-31', version: 2 });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
    expect(
      play(world, acceptApplication, { actor: actor('TC', 't1-tc'), now: noon('2026-08-04'), params: { caseId } }).code,
    ).toBe('step-out-of-order');
  });
});
