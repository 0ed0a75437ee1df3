import { describe, expect, it } from '@jest/globals';
import { lapseApplication } from '../../functions/intake/lapse-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { supplyMaterials } from '../../functions/intake/supply-materials.ts';
import { application, familyOfThree } from '../applications.ts';
import { attach, caseIn, demonstrationWorld, noon, play, refolded } from '../world.ts';
import {
  act,
  asked,
  clerk,
  confirmer,
  serveMaterialsNotice,
  snapshot,
  submitted,
  supplies,
  termsOf,
} from './intake-cases.ts';

describe('intake.supply-materials', () => {
  it.each(['absent', 'altered'] as const)('refuses a file that is %s, and one that was never registered', (stored) => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    const before = snapshot(world, caseId);
    const bad = { materials: [{ item: 'disability-card', attachmentId: attach(world, 'bad', stored) }] };
    const code = stored === 'absent' ? 'attachment-missing' : 'attachment-altered';
    expect(act(world, supplyMaterials, { caseId, on: '2026-09-28', input: bad }).code).toBe(code);
    const unknown = { materials: [{ item: 'disability-card', attachmentId: 'att-none-none' }] };
    expect(act(world, supplyMaterials, { caseId, on: '2026-09-28', input: unknown }).code).toBe('attachment-not-found');
    expect(snapshot(world, caseId)).toBe(before);
  });

  it('refuses items outside the catalogue and supplies where nothing was asked', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    const input = supplies(world, 'something-else');
    expect(act(world, supplyMaterials, { caseId, on: '2026-09-28', input }).code).toBe('input-invalid');
    const other = submitted(world, { on: '2026-09-28', persons: familyOfThree(1) });
    const played = act(world, supplyMaterials, {
      caseId: other,
      on: '2026-09-28',
      input: supplies(world, 'bank-card'),
    });
    expect(played.code).toBe('step-out-of-order');
  });
});

describe('intake.lapse-application', () => {
  it('waits for the day after the window, counted from service, and tells the applicant in writing (T3, B1, B3)', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    const lapse = (on: string) => act(world, lapseApplication, { caseId, on, by: confirmer });
    expect(lapse('2026-12-01')).toMatchObject({ code: 'correction-window-open', detail: { windowEndsOn: null } });

    serveMaterialsNotice(world, caseId, '2026-09-29');
    expect(termsOf(world, caseId)['correction']).toEqual({ dueOn: '2026-10-26' });
    const before = snapshot(world, caseId);
    expect(lapse('2026-10-26')).toMatchObject({
      code: 'correction-window-open',
      detail: { windowEndsOn: '2026-10-26' },
    });
    expect(snapshot(world, caseId)).toBe(before);

    const lapsed = lapse('2026-10-27');
    expect(lapsed.reply).toMatchObject({ status: 'lapsed', endedOn: '2026-10-27' });
    expect(lapsed.event?.papers?.[0]).toMatchObject({
      kind: 'W27',
      serveBy: '2026-10-30',
      data: {
        attempts: 0,
        lapsedAfter: '2026-10-26',
        reasons: ['2026年9月24日一次性告知补正材料，补正期限至2026年10月26日届满', '期满仍未补齐：残疾人证'],
      },
    });
    expect(termsOf(world, caseId)).toMatchObject({
      correction: { endedOn: '2026-10-27' },
      'termination-notice': { dueOn: '2026-10-30' },
    });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });

  it('still takes materials after the window while nobody has closed the case (P10)', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    serveMaterialsNotice(world, caseId, '2026-09-29');
    const late = { caseId, on: '2026-10-30', input: supplies(world, 'disability-card') };
    expect(act(world, supplyMaterials, late).reply.status).toBe('submitted');
    expect(act(world, lapseApplication, { caseId, on: '2026-10-30', by: confirmer }).code).toBe('step-out-of-order');
  });

  it('leaves the way open for a new application on the same day (T20)', () => {
    const world = demonstrationWorld();
    const caseId = asked(world);
    const input = application(world, familyOfThree(0));
    const again = () => play(world, submitApplication, { actor: clerk, now: noon('2026-10-27'), input });
    expect(again()).toMatchObject({ code: 'case-already-open', detail: { openCaseId: caseId } });
    serveMaterialsNotice(world, caseId, '2026-09-29');
    act(world, lapseApplication, { caseId, on: '2026-10-27', by: confirmer });
    expect(again().ok).toBe(true);
  });
});
