import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../../functions/core/facts.ts';
import { authorityOn } from '../../functions/core/setting.ts';
import { grantDelegation } from '../../functions/supervision/grant-delegation.ts';
import { listDelegations } from '../../functions/supervision/list-delegations.ts';
import { revokeDelegation } from '../../functions/supervision/revoke-delegation.ts';
import { countyIn, example, newCounty, officer, refoldedCounty, setUpDay } from '../county-set-up.ts';
import { actor, noon, play, type World } from '../world.ts';

const [urban] = example('delegations');
const grant = (world: World, more: object = {}, on = '2026-01-05') =>
  play(world, grantDelegation, { actor: officer, now: noon(on), input: { ...urban, ...more } });
const revoke = (world: World, delegationId: string, on = '2026-08-10') =>
  play(world, revokeDelegation, {
    actor: officer,
    now: noon(on),
    params: { delegationId },
    input: { reason: '演示：收回' },
  });
const modeOn = (world: World, on: string, township = '649900101') =>
  authorityOn({ county: countyIn(world) } as Facts, 'DB_URBAN', township, on);

describe('supervision.grant-delegation', () => {
  it('gives each township a delegation of its own, from its first day', () => {
    const world = newCounty();
    const { reply } = grant(world, { from: '2026-02-01' });
    expect(reply.delegations.map((one: { delegationId: string }) => one.delegationId)).toEqual([
      'DB_URBAN-649900101-2026-02-01',
      'DB_URBAN-649900102-2026-02-01',
      'DB_URBAN-649900001-2026-02-01',
    ]);
    expect(modeOn(world, '2026-01-31').mode).toBe('standard');
    expect(modeOn(world, '2026-02-01')).toEqual({ mode: 'delegated', delegationId: 'DB_URBAN-649900101-2026-02-01' });
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('refuses a second delegation while one is in force or still to end', () => {
    const world = newCounty();
    grant(world, { until: '2026-12-31' });
    expect(grant(world, { townships: ['649900102'] }).code).toBe('delegation-overlaps');
    expect(grant(world, { from: '2027-01-01' }, '2026-12-31').code).toBe('delegation-overlaps');
    expect(modeOn(world, '2026-12-31').mode).toBe('delegated');
    const renewed = grant(world, { from: '2027-01-01' }, '2027-01-01');
    expect(renewed.ok).toBe(true);
    expect(modeOn(world, '2027-01-01').mode).toBe('delegated');
  });

  it('leaves all townships alone when one of them is refused', () => {
    const world = newCounty();
    grant(world, { townships: ['649900102'] });
    const before = structuredClone(countyIn(world));
    expect(grant(world).code).toBe('delegation-overlaps');
    expect(countyIn(world)).toEqual(before);
  });

  it('refuses unknown townships, a township twice, and an end before the beginning', () => {
    const world = newCounty();
    expect(grant(world, { townships: ['649900999'] }).code).toBe('division-unknown');
    expect(grant(world, { townships: ['649900101', '649900101'] }).code).toBe('input-invalid');
    expect(grant(world, { until: '2025-12-31' }).code).toBe('date-out-of-order');
    expect(play(world, grantDelegation, { actor: actor('TD', 't1-td'), now: setUpDay, input: urban }).code).toBe(
      'post-not-permitted',
    );
    expect(countyIn(world).parts.delegations).toEqual({});
  });
});

describe('supervision.revoke-delegation', () => {
  it('ends the power on the day it is recorded, in one township only', () => {
    const world = newCounty();
    const id = grant(world).reply.delegations[0].delegationId;
    expect(revoke(world, id).reply).toMatchObject({ delegationId: id, revokedOn: '2026-08-10' });
    expect(modeOn(world, '2026-08-09').mode).toBe('delegated');
    expect(modeOn(world, '2026-08-10').mode).toBe('standard');
    expect(modeOn(world, '2026-08-10', '649900102').mode).toBe('delegated');
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('is done once, and what is unknown is not found', () => {
    const world = newCounty();
    const id = grant(world).reply.delegations[0].delegationId;
    revoke(world, id);
    expect(revoke(world, id).code).toBe('already-done');
    for (const unknown of ['DB_URBAN-649900101-2025-01-01', 'DB_RURAL-649900101-2026-01-01', 'nothing', ''])
      expect(revoke(world, unknown).code).toBe('delegation-not-found');
  });

  it('lets the power be given anew, under a new number', () => {
    const world = newCounty();
    const id = grant(world).reply.delegations[0].delegationId;
    revoke(world, id);
    expect(grant(world, { townships: ['649900101'], from: '2026-08-09' }, '2026-08-10').code).toBe(
      'delegation-overlaps',
    );
    const again = grant(world, { townships: ['649900101'], from: '2026-08-10' }, '2026-08-10');
    expect(again.reply.delegations[0].delegationId).not.toBe(id);
    expect(revoke(world, again.reply.delegations[0].delegationId, '2026-08-11').ok).toBe(true);
    expect(revoke(world, id).code).toBe('delegation-not-found');
  });

  it('shows in the list as no longer in force', () => {
    const world = newCounty();
    revoke(world, grant(world).reply.delegations[0].delegationId);
    const list = play(world, listDelegations, { actor: actor('TC', 't1-tc'), now: noon('2026-08-10') }).reply;
    expect(list.delegations.map((one: { inForce: boolean }) => one.inForce)).toEqual([true, false, true]);
  });
});
