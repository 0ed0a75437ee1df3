import { describe, expect, it } from '@jest/globals';
import { requestMaterials } from '../../functions/intake/request-materials.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { application } from '../applications.ts';
import { actor, attach, caseIn, demonstrationWorld, noon, type Played, play, tokenOf } from '../world.ts';
import { programRoutes, walkProgram } from './program-cases.ts';
import { done, expectFolded, idNumberOf, paperOf, take, type Walk } from './walk-through.ts';

const clerk = actor('TC', 't1-tc');
const son = { relation: '20', birthOn: '1986-05-01', annualIncomeFen: 6_000_000 };

/** G09: 特困 denied because a son is able to support; the denial of 25 August offers 低保. */
function denied(): Walk {
  const world = demonstrationWorld();
  const obligors = [{ obligor: 0, attachmentId: attach(world, 'consent of the son'), signedOn: '2026-08-03' }];
  const walk = walkProgram('TK', 'record-verification', {
    world,
    application: { ...programRoutes.TK.application, obligors: [son] },
    taking: { 'record-consents': { input: { obligors } } },
  });
  const raw = { grounds: ['obligors'], reasons: ['儿子有履行义务能力'] };
  done(walk, 'inform-verification', '2026-08-11');
  done(walk, 'record-delivery', '2026-08-12', {
    input: { paperId: 'W12-1', method: 'direct', servedOn: '2026-08-12' },
  });
  done(walk, 'give-opinion', '2026-08-20', { raw: { result: 'deny', ...raw } });
  done(walk, 'decide-case', '2026-08-25', { raw: { result: 'not-confirmed', ...raw } });
  return walk;
}

const again = (walk: Walk, reuse: readonly string[], on: string, more: object = {}): Played => {
  const materials = ['application-form', 'promise'].map((item) => ({
    item,
    attachmentId: attach(walk.world, `${item} ${on}`),
  }));
  const input = application(walk.world, walk.persons, {
    program: 'DB_RURAL',
    urbanRural: 'rural',
    materials,
    earlier: { caseId: walk.caseId, reuse },
    ...more,
  });
  return play(walk.world, submitApplication, { actor: clerk, now: noon(on), input });
};

describe('a program that the denial of another offers (G09, L39 五(一))', () => {
  it('takes over materials and consents: the case is accepted and verified without a paper signed twice', () => {
    const walk = denied();
    expect(paperOf(walk, 'W21').data['offers']).not.toEqual([]);
    const played = again(walk, ['consent'], '2026-08-28');
    expect(played.event?.data).toMatchObject({ earlierCaseId: walk.caseId, consentsComplete: true });
    const offered: Walk = { ...walk, caseId: played.reply.caseId };
    const { parts } = caseIn(walk.world, offered.caseId);
    expect(parts.materials.find(({ item }) => item === 'consent')).toMatchObject({ from: walk.caseId });
    expect(parts.consents.map(({ person }) => person)).toEqual(walk.persons.map((one) => tokenOf(idNumberOf(one))));
    done(offered, 'accept-application', '2026-08-28');
    expect(take(offered, 'request-verification', '2026-08-31').ok).toBe(true);
    expectFolded(offered);
  });

  it('is asked for nothing it took over', () => {
    const walk = denied();
    const { caseId } = again(walk, ['consent'], '2026-08-28').reply;
    const ask = (...items: string[]): Played =>
      play(walk.world, requestMaterials, {
        actor: clerk,
        now: noon('2026-08-28'),
        params: { caseId },
        input: { items: items.map((item) => ({ item })) },
      });
    expect(ask('consent')).toMatchObject({
      code: 'second-request-forbidden',
      detail: { items: ['consent'], earlier: walk.caseId },
    });
    expect(ask('disability-card').ok).toBe(true);
  });

  it('signs anew what says that things are so now, and the consent once it no longer holds', () => {
    const walk = denied();
    expect(again(walk, ['promise'], '2026-08-28')).toMatchObject({
      code: 'earlier-case-not-usable',
      detail: { missing: ['promise'] },
    });
    // Ninety days from the denial of 25 August: 23 November is the last.
    expect(again(walk, ['consent'], '2026-11-24')).toMatchObject({
      code: 'earlier-case-not-usable',
      detail: { missing: ['consent'] },
    });
    expect(again(walk, ['consent'], '2026-11-23').ok).toBe(true);
  });

  it('counts no consent that was signed too long ago, though the denial is recent', () => {
    const walk = denied();
    const played = again(walk, ['consent'], '2026-11-23');
    expect(played.event?.data).not.toHaveProperty('consents');
    const { head } = caseIn(walk.world, played.reply.caseId);
    expect(head.consentsComplete).toBe(false);
  });

  it('is another program: the same one again is a new application with new consents', () => {
    const walk = denied();
    const same = { ...programRoutes.TK.application, obligors: [] };
    expect(again(walk, ['consent'], '2026-08-28', same)).toMatchObject({
      code: 'earlier-case-not-usable',
      detail: { missing: ['consent'] },
    });
  });
});
