import { describe, expect, it } from '@jest/globals';
import { approveSeal } from '../../functions/supervision/approve-seal.ts';
import { enterSeal } from '../../functions/supervision/enter-seal.ts';
import { registerDivisions } from '../../functions/supervision/register-divisions.ts';
import { colleague, countyIn, example, newCounty, officer, refoldedCounty, setUpDay } from '../county-set-up.ts';
import { actor, attach, type Played, play, type World } from '../world.ts';

const enter = (world: World, more: object = {}, n = 1): Played =>
  play(world, enterSeal, {
    actor: officer,
    now: setUpDay,
    params: { requestKey: `${n}`.repeat(64) },
    input: { orgCode: '649900101', attachmentId: attach(world, `seal ${n}`), ...more },
  });
const approve = (world: World, sealId: string, by = colleague): Played =>
  play(world, approveSeal, { actor: by, now: setUpDay, params: { sealId } });
const divisions = (world: World) => countyIn(world).parts.divisions;

describe('the picture of a seal', () => {
  it('takes two persons before a paper carries it', () => {
    const world = newCounty();
    const { sealId, attachmentId } = enter(world).reply;
    expect(divisions(world)?.townships[0]?.seal).toBeUndefined();
    expect(approve(world, sealId, officer).code).toBe('same-person-approves');
    expect(approve(world, sealId, actor('CC', 'cc-2', '640104')).code).toBe('seal-not-found');
    expect(approve(world, sealId).reply).toMatchObject({ enteredBy: 'cc-1', approvedBy: 'cc-2' });
    expect(approve(world, sealId).code).toBe('already-done');
    expect(divisions(world)?.townships[0]?.seal).toBe(attachmentId);
    const ofCounty = enter(world, { orgCode: '649900' }, 2).reply;
    approve(world, ofCounty.sealId);
    expect(divisions(world)?.countySeal).toBe(ofCounty.attachmentId);
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('neither comes nor goes with the register of divisions', () => {
    const world = newCounty();
    const { sealId, attachmentId } = enter(world).reply;
    approve(world, sealId);
    const register = (more: object) =>
      play(world, registerDivisions, { actor: officer, now: setUpDay, input: { ...example('divisions'), ...more } });
    expect(register({ countySeal: attachmentId })).toMatchObject({
      code: 'seal-takes-two',
      detail: { organs: ['649900'] },
    });
    expect(register({ countyPhone: '0950-0000009' }).ok).toBe(true);
    expect(divisions(world)).toMatchObject({
      countyPhone: '0950-0000009',
      townships: [{ seal: attachmentId }, {}, {}],
    });
  });

  it('is a picture that is there, of an organ of the county', () => {
    const world = newCounty();
    expect(enter(world, { orgCode: '640104001' }).code).toBe('division-not-yours');
    expect(enter(world, { orgCode: '649900199' }).code).toBe('division-unknown');
    expect(enter(world, { attachmentId: attach(world, 'gone', 'absent') }).code).toBe('attachment-missing');
    const letter = attach(world, 'letter');
    const file = world.attachments.get(letter);
    if (file) world.attachments.set(letter, { ...file, contentType: 'application/pdf' });
    expect(enter(world, { attachmentId: letter }).code).toBe('input-invalid');
  });
});
