import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { requestMaterials } from '../../functions/intake/request-materials.ts';
import { supplyMaterials } from '../../functions/intake/supply-materials.ts';
import { attach, caseIn, demonstrationWorld, refolded } from '../world.ts';
import {
  act,
  asked,
  asks,
  serveMaterialsNotice,
  snapshot,
  submitted,
  supplies,
  termsOf,
  village,
} from './intake-cases.ts';

describe('G21: missing materials', () => {
  it('asks on the day of submission, latest by Fri 10-09, and starts the 20 working days only with acceptance', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-09-24' });
    expect(termsOf(world, caseId)).toEqual({ intake: { dueOn: '2026-10-09' } });

    const requested = act(world, requestMaterials, { caseId, on: '2026-09-24', input: asks('disability-card') });
    expect(requested.reply).toMatchObject({ status: 'correction-requested', version: 2 });
    expect(requested.event?.papers?.[0]).toMatchObject({
      paperId: 'W06-1',
      serveBy: '2026-10-09',
      data: { items: [{ zh: '残疾人证', how: '持证原件或影像' }], windowWorkingDays: 15 },
    });
    expect(termsOf(world, caseId)).toEqual({ intake: { dueOn: '2026-10-09' } });

    const supplied = act(world, supplyMaterials, {
      caseId,
      on: '2026-09-28',
      input: supplies(world, 'disability-card'),
    });
    expect(supplied.reply.status).toBe('submitted');
    expect(supplied.event?.papers?.[0]).toMatchObject({ kind: 'W05', data: { items: ['残疾人证'] } });
    expect(caseIn(world, caseId).head.completedOn).toBe('2026-09-28');
    expect(termsOf(world, caseId)['intake']).toEqual({ dueOn: '2026-10-10' });

    const taken = act(world, acceptApplication, { caseId, on: '2026-09-28' });
    expect(taken.reply).toMatchObject({ status: 'accepted', acceptedOn: '2026-09-28', dueOn: '2026-10-30' });
    expect(termsOf(world, caseId)).toMatchObject({
      intake: { endedOn: '2026-09-28' },
      'investigation-start': { dueOn: '2026-10-08' },
      decision: { dueOn: '2026-10-30' },
    });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });

  it('lets the township’s term run until the request is served: one in a drawer stops no clock', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    expect(termsOf(world, caseId)).toEqual({ intake: { dueOn: '2026-10-09' } });
    serveMaterialsNotice(world, caseId, '2026-10-12');
    expect(termsOf(world, caseId)).toEqual({
      intake: { dueOn: '2026-10-09', endedOn: '2026-10-12' },
      correction: { dueOn: '2026-11-02' },
    });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });

  it('cites no law on a day it was not yet in force (rulebook 0.4)', () => {
    const clausesOn = (on: string) => {
      const world = demonstrationWorld();
      const caseId = submitted(world, { on });
      const played = act(world, requestMaterials, { caseId, on, input: asks('disability-card') });
      return played.event?.papers?.[0]?.clauses.join();
    };
    expect(clausesOn('2026-06-30')).not.toContain('社会救助法');
    expect(clausesOn('2026-07-01')).toContain('社会救助法');
  });

  it('keeps the new term of a completed application when the old request is served late', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    act(world, supplyMaterials, { caseId, on: '2026-09-28', input: supplies(world, 'disability-card') });
    serveMaterialsNotice(world, caseId, '2026-09-29');
    expect(termsOf(world, caseId)).toEqual({ intake: { dueOn: '2026-10-10' } });
  });

  it('blocks a second request for the marriage certificate, knowable on 09-24, wherever the case stands', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    const again = { caseId, on: '2026-09-28', input: asks('marriage-certificate') };
    expect(act(world, requestMaterials, again)).toMatchObject({
      code: 'second-request-forbidden',
      detail: { requestedOn: '2026-09-24', items: ['disability-card'] },
    });
    act(world, supplyMaterials, { caseId, on: '2026-09-28', input: supplies(world, 'disability-card') });
    const before = snapshot(world, caseId);
    expect(act(world, requestMaterials, again)).toMatchObject({
      code: 'second-request-forbidden',
      detail: { items: ['marriage-certificate'] },
    });
    expect(snapshot(world, caseId)).toBe(before);
    act(world, acceptApplication, { caseId, on: '2026-09-28' });
    expect(act(world, requestMaterials, again).code).toBe('second-request-forbidden');
  });

  it('lets a second request through for what only a supplied material showed', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    const card = attach(world, 'card');
    const input = { materials: [{ item: 'disability-card', attachmentId: card }] };
    act(world, supplyMaterials, { caseId, on: '2026-09-28', input });
    const arising = (attachmentId: string) => ({
      items: [{ item: 'medical-diagnosis', arisesFrom: { attachmentId, reason: '证上载明的残疾由新确诊疾病所致' } }],
    });
    const early = caseIn(world, caseId).parts.materials[0]?.attachmentId ?? '';
    expect(act(world, requestMaterials, { caseId, on: '2026-09-29', input: arising(early) }).code).toBe(
      'second-request-forbidden',
    );
    const second = act(world, requestMaterials, { caseId, on: '2026-09-29', input: arising(card) });
    expect(second.reply.status).toBe('correction-requested');
    expect(second.event?.data).toMatchObject({ items: ['medical-diagnosis'], onFile: 4, arising: [{ from: card }] });
    const done = supplies(world, 'medical-diagnosis');
    expect(act(world, supplyMaterials, { caseId, on: '2026-09-30', input: done }).reply.status).toBe('submitted');
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });
});

describe('intake.request-materials', () => {
  it('refuses what sharing or verification yields and names its source (P11)', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-09-24' });
    const before = snapshot(world, caseId);
    for (const [item, source] of [
      ['household-register', '公安户籍信息共享'],
      ['bank-statement', '核对机构查询金融机构'],
    ] as const) {
      const played = act(world, requestMaterials, { caseId, on: '2026-09-24', input: asks('disability-card', item) });
      expect(played).toMatchObject({ code: 'item-available-by-sharing', detail: { item, source } });
    }
    expect(snapshot(world, caseId)).toBe(before);
  });

  it('refuses an item outside the closed catalogue and lists the catalogue', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-09-24' });
    const played = act(world, requestMaterials, { caseId, on: '2026-09-24', input: asks('no-labour-proof') });
    expect(played.code).toBe('item-not-in-catalogue');
    expect(played.detail?.['catalogue']).toContain('disability-card');
    expect(played.detail?.['catalogue']).not.toContain('bank-statement');
  });

  it.each([
    [{ items: [{ item: 'village-stamp' }] }],
    [{ items: [{ item: '村委会签章' }] }],
    [{ items: [{ item: 'disability-card' }], villageStamp: true }],
  ])('refuses a village stamp in whatever form, before anything else: %j (P05)', (input) => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-09-24' });
    act(world, acceptApplication, { caseId, on: '2026-09-24' });
    expect(act(world, requestMaterials, { caseId, on: '2026-09-24', input }).code).toBe('village-stamp-forbidden');
  });

  it('must list every required item that is missing, since it cannot ask again', () => {
    const world = demonstrationWorld();
    const form = { item: 'application-form', attachmentId: attach(world, 'form') };
    const caseId = submitted(world, { on: '2026-09-24', more: { materials: [form] } });
    const short = act(world, requestMaterials, { caseId, on: '2026-09-24', input: asks('promise') });
    expect(short).toMatchObject({ code: 'materials-incomplete', detail: { missing: ['consent'] } });
    const full = act(world, requestMaterials, { caseId, on: '2026-09-24', input: asks('promise', 'consent') });
    expect(full.ok).toBe(true);
    const half = act(world, supplyMaterials, { caseId, on: '2026-09-28', input: supplies(world, 'promise') });
    expect(half.reply.status).toBe('correction-requested');
    const rest = act(world, supplyMaterials, { caseId, on: '2026-09-29', input: supplies(world, 'consent') });
    expect(rest.reply.status).toBe('submitted');
    expect(caseIn(world, caseId).head.completedOn).toBe('2026-09-29');
    expect(act(world, acceptApplication, { caseId, on: '2026-09-29' }).ok).toBe(true);
  });

  it('refuses an item twice, an empty list, a cause in a first request and a village committee', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-09-24' });
    const on = '2026-09-24';
    const caused = { items: [{ item: 'disability-card', arisesFrom: { attachmentId: 'att-00000000', reason: 'x' } }] };
    expect(act(world, requestMaterials, { caseId, on, input: asks('bank-card', 'bank-card') }).code).toBe(
      'input-invalid',
    );
    expect(act(world, requestMaterials, { caseId, on, input: { items: [] } }).code).toBe('input-invalid');
    expect(act(world, requestMaterials, { caseId, on, input: caused }).code).toBe('input-invalid');
    expect(act(world, requestMaterials, { caseId, on, by: village, input: asks('bank-card') }).code).toBe(
      'village-may-not-decide',
    );
  });

  it('asks anew for an item whose first copy cannot be used: only what comes after the request answers it', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-09-24' });
    act(world, requestMaterials, { caseId, on: '2026-09-24', input: { ...asks('consent'), note: '签名不清' } });
    expect(caseIn(world, caseId).head.status).toBe('correction-requested');
    const supplied = act(world, supplyMaterials, { caseId, on: '2026-09-28', input: supplies(world, 'consent') });
    expect(supplied.reply.status).toBe('submitted');
  });
});
