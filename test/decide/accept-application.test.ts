import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { familyOfThree } from '../applications.ts';
import { actor, attach, caseIn, demonstrationWorld, refolded } from '../world.ts';
import { accepted, act, clerk, confirmer, snapshot, submitted, termsOf, village } from './intake-cases.ts';

describe('intake.accept-application', () => {
  it('accepts a complete application and starts the twenty working days of G01', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03' });
    const taken = act(world, acceptApplication, { caseId, on: '2026-08-03' });
    expect(taken.reply).toMatchObject({
      caseId,
      status: 'accepted',
      version: 2,
      dueOn: '2026-08-31',
      postBy: '2026-08-21',
      provisional: false,
      countySurveyRequired: false,
    });
    expect(termsOf(world, caseId)).toMatchObject({
      intake: { dueOn: '2026-08-10', endedOn: '2026-08-03' },
      'investigation-start': { dueOn: '2026-08-06' },
      survey: { dueOn: '2026-08-13' },
      opinion: { dueOn: '2026-08-17' },
      decision: { dueOn: '2026-08-31' },
    });
    expect(taken.event?.papers?.[0]).toMatchObject({
      kind: 'W07',
      data: { acceptedOn: '2026-08-03', dueOn: '2026-08-31', workingDays: 20, clerk: 't1-tc', phone: '0950-0000101' },
    });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
    expect(act(world, acceptApplication, { caseId, on: '2026-08-04' }).code).toBe('step-out-of-order');
  });

  it.each([
    ['G02', '2026-09-10', { start: '2026-09-15', due: '2026-10-14' }],
    ['G10', '2026-11-02', { start: '2026-11-05', due: '2026-11-30' }],
    ['G11', '2026-07-06', { start: '2026-07-09', due: '2026-08-03' }],
    ['G22', '2026-06-25', { start: '2026-06-30', due: '2026-07-23' }],
  ])('%s: accepted on %s', (_name, on, { start, due }) => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on });
    expect(caseIn(world, caseId).head).toMatchObject({ acceptedOn: on, dueOn: due, provisional: false });
    expect(termsOf(world, caseId)).toMatchObject({ 'investigation-start': { dueOn: start }, decision: { dueOn: due } });
  });

  it('says that a last day beyond the published holidays is provisional', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: '2026-12-18' });
    expect(caseIn(world, caseId).head).toMatchObject({ provisional: true });
  });

  it('gives the county thirty working days without delegation, and says so by the other clause (K1)', () => {
    const world = demonstrationWorld();
    const county = world.states.get('county:649900');
    if (!county) throw new Error('the county is missing');
    world.states.set('county:649900', { ...county, parts: { ...county.parts, delegations: {} } } as typeof county);
    const caseId = submitted(world, { on: '2026-07-06' });
    const taken = act(world, acceptApplication, { caseId, on: '2026-07-06' });
    expect(taken.reply).toMatchObject({ dueOn: '2026-08-17', mode: 'standard' });
    expect(taken.event?.papers?.[0]).toMatchObject({ data: { workingDays: 30 } });
    expect(taken.event?.papers?.[0]?.clauses).toContain('《最低生活保障审核确认办法》第二十二条');
  });

  it('accepts late rather than never, and shows it (B9, P10)', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03' });
    act(world, acceptApplication, { caseId, on: '2026-08-20' });
    expect(termsOf(world, caseId)['intake']).toEqual({ dueOn: '2026-08-10', endedOn: '2026-08-20' });
  });

  it('refuses while a required material is missing, and names it', () => {
    const world = demonstrationWorld();
    const materials = [{ item: 'promise', attachmentId: attach(world, 'promise') }];
    const caseId = submitted(world, { on: '2026-08-03', more: { materials } });
    const before = snapshot(world, caseId);
    expect(act(world, acceptApplication, { caseId, on: '2026-08-03' })).toMatchObject({
      code: 'materials-incomplete',
      detail: { missing: ['application-form', 'consent'] },
    });
    expect(snapshot(world, caseId)).toBe(before);
  });

  it('is the township clerk’s: refuses the village, the confirmer, another township and a village stamp', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', persons: familyOfThree(2) });
    const accept = (by = clerk, input: unknown = {}) =>
      act(world, acceptApplication, { caseId, on: '2026-08-03', by, input }).code;
    expect(accept(village)).toBe('village-may-not-decide');
    expect(accept(confirmer)).toBe('post-not-permitted');
    expect(accept(actor('TC', 't2-tc'))).toBe('case-not-found');
    expect(accept(clerk, { villageStamp: 'att-1' })).toBe('village-stamp-forbidden');
    expect(accept()).toBeUndefined();
  });
});
