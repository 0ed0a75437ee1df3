import { describe, expect, it } from '@jest/globals';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { amountIn } from '../../functions/law/entitlements.ts';
import { Paper } from '../../schemas/paper.ts';
import { application } from '../applications.ts';
import { actor, attach, caseIn, noon, play } from '../world.ts';
import { asked, checked, entitlementsOf, receiving, withWage } from './receiving.ts';
import {
  done,
  expectFolded,
  headOf,
  paperOf,
  revokeDelegation,
  running,
  take,
  termOf,
  untouched,
} from './walk-through.ts';

const reduce = { input: { result: 'reduce' } };

describe('G14: a reduction after the household was asked', () => {
  it('has every date and the amounts of the rulebook', () => {
    const walk = receiving();
    asked(walk);
    const notice = paperOf(walk, 'W23');
    expect(Paper.parse(notice)).toEqual(notice);
    expect(notice.data).toMatchObject({
      form: 'reduce',
      oldAmountFen: 66_000,
      newAmountFen: 21_000,
      windowWorkingDays: 5,
    });
    expect(termOf(walk, 'hearing')).toMatchObject({ fromOn: '2026-11-10', dueOn: '2026-11-17' });
    const decided = done(walk, 'decide-adjustment', '2026-11-18', reduce);
    expect(decided.reply).toMatchObject({ status: 'active', amountFen: 21_000 });
    expect(termOf(walk, 'adjustment-notice').dueOn).toBe('2026-11-23');
    expect(entitlementsOf(walk)).toEqual([
      { kind: 'confirmation', fromMonth: '2026-09', amountFen: 66_000 },
      { kind: 'reduction', fromMonth: '2026-12', amountFen: 21_000 },
    ]);
    const paper = paperOf(walk, 'W25');
    expect(Paper.parse(paper)).toEqual(paper);
    expect(paper).toMatchObject({
      serveBy: '2026-11-23',
      data: {
        form: 'reduce',
        oldAmountFen: 66_000,
        newAmountFen: 21_000,
        fromMonth: '2026-12',
        heard: { waived: false },
      },
    });
    expect(String(paper.data['remedy'])).not.toBe('');
    expectFolded(walk);
  });

  it('is refused on 12 November, and on the last day of the window, without views or waiver', () => {
    const walk = receiving();
    asked(walk);
    const before = untouched(walk);
    for (const on of ['2026-11-12', '2026-11-17'])
      expect(take(walk, 'decide-adjustment', on, reduce)).toMatchObject({
        code: 'representations-missing',
        detail: { windowEndsOn: '2026-11-17', earliestOn: '2026-11-18' },
      });
    expect(untouched(walk)).toBe(before);
  });

  it('need not wait once views were heard, or given up in writing (B2)', () => {
    const heard = receiving();
    asked(heard);
    done(heard, 'record-representations', '2026-11-11');
    expect(running(heard)).not.toContain('hearing');
    done(heard, 'decide-adjustment', '2026-11-12', reduce);
    const waived = receiving();
    asked(waived);
    expect(take(waived, 'record-representations', '2026-11-11', { raw: { form: 'waived' } }).code).toBe(
      'waiver-not-in-writing',
    );
  });

  it('counts the window from service, not from the date of the notice (B3)', () => {
    const walk = receiving();
    asked(walk, '2026-11-12');
    expect(termOf(walk, 'hearing').dueOn).toBe('2026-11-19');
    expect(take(walk, 'decide-adjustment', '2026-11-19', reduce).code).toBe('representations-missing');
    done(walk, 'decide-adjustment', '2026-11-20', reduce);
  });

  it('goes on paying 660 yuan while nobody decides', () => {
    const walk = receiving();
    asked(walk);
    const { benefit } = caseIn(walk.world, walk.caseId).parts;
    expect(amountIn(benefit?.entitlements ?? [], '2027-06')).toBe(66_000);
    expect(running(walk)).toContain('adjustment');
  });
});

describe('a change of the amount', () => {
  it('is an increase without being asked, from the next month on', () => {
    const walk = receiving();
    checked(walk, '2026-11-05', withWage(walk, 1500));
    done(walk, 'record-reverification', '2026-11-06', { input: { result: 'increase' } });
    expect(headOf(walk).status).toBe('checking');
    done(walk, 'decide-adjustment', '2026-11-09', { input: { result: 'increase' } });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'increase', fromMonth: '2026-12', amountFen: 96_000 });
    expect(termOf(walk, 'reverification')).toMatchObject({ fromOn: '2026-11-09', dueOn: '2027-05-10' });
    expectFolded(walk);
  });

  it('follows from the computation, never from what was entered', () => {
    const walk = receiving();
    checked(walk, '2026-11-05', withWage(walk, 2250));
    for (const result of ['none', 'increase', 'stop', 'fade-out'])
      expect(take(walk, 'record-reverification', '2026-11-06', { input: { result, reasons: ['调整'] } })).toMatchObject(
        { code: 'result-contradicts-check', detail: { lawful: ['reduce'], amountFen: 21_000 } },
      );
    expect(take(walk, 'record-reverification', '2026-11-06', { input: { result: 'reduce' } }).code).toBe(
      'reasons-missing',
    );
  });

  it('is decided by neither who looked nor who proposed, and by the authority of the day', () => {
    const walk = receiving();
    asked(walk);
    done(walk, 'record-representations', '2026-11-11');
    expect(take(walk, 'decide-adjustment', '2026-11-12', { ...reduce, by: actor('TD', 't1-tr') }).code).toBe(
      'reviewer-may-not-confirm',
    );
    expect(take(walk, 'decide-adjustment', '2026-11-12', { ...reduce, by: actor('TD', 't1-ts1') }).code).toBe(
      'surveyor-may-not-confirm',
    );
    expect(take(walk, 'decide-adjustment', '2026-11-12', { ...reduce, by: actor('CC', 'cc-1') }).code).toBe(
      'post-not-permitted',
    );
    expect(take(walk, 'decide-adjustment', '2026-11-12', { ...reduce, by: actor('VC', 't1-vc') }).code).toBe(
      'village-may-not-decide',
    );
    revokeDelegation(walk, '2026-11-12');
    expect(take(walk, 'decide-adjustment', '2026-11-12', reduce).code).toBe('post-not-permitted');
    done(walk, 'decide-adjustment', '2026-11-12', { ...reduce, by: actor('CC', 'cc-1') });
    expect(paperOf(walk, 'W25').issuer).toBe('649900');
  });

  it('may be dropped after the views, with reasons, and then changes nothing', () => {
    const walk = receiving();
    asked(walk);
    done(walk, 'record-representations', '2026-11-11');
    expect(take(walk, 'decide-adjustment', '2026-11-12', { input: { result: 'dropped' } }).code).toBe(
      'reasons-missing',
    );
    expect(take(walk, 'decide-adjustment', '2026-11-12', { input: { result: 'stop' } }).code).toBe('proposal-missing');
    done(walk, 'decide-adjustment', '2026-11-12', { input: { result: 'dropped', reasons: ['工资为一次性补发'] } });
    expect(headOf(walk).status).toBe('active');
    expect(entitlementsOf(walk)).toHaveLength(1);
    expect(running(walk)).toEqual(['reverification']);
  });

  it('ends the aid from the next month and lets the family apply again at once', () => {
    const walk = receiving();
    checked(walk, '2026-11-05', withWage(walk, 3000));
    done(walk, 'record-reverification', '2026-11-06', { input: { result: 'stop', reasons: ['人均收入超过标准'] } });
    done(walk, 'record-delivery', '2026-11-06', {
      input: { paperId: 'W23-1', method: 'direct', servedOn: '2026-11-06' },
    });
    done(walk, 'record-representations', '2026-11-09');
    done(walk, 'decide-adjustment', '2026-11-10', { input: { result: 'stop' } });
    expect(headOf(walk)).toMatchObject({ status: 'ended', endedOn: '2026-11-10', endReason: 'means' });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'stop', fromMonth: '2026-12', amountFen: 0 });
    expect(running(walk)).toEqual(['adjustment-notice', 'adjustment-publication']);
    done(walk, 'publish-adjustment', '2026-11-11');
    expect(running(walk)).toEqual(['adjustment-notice']);
    expect(take(walk, 'publish-adjustment', '2026-11-12').code).toBe('nothing-to-publish');
    expectFolded(walk);
    expect(receiving({ world: walk.world }).caseId).not.toBe(walk.caseId);
  });
});

describe('applying again (T20)', () => {
  it('needs no waiting, takes over unchanged materials, and signs the forms anew', () => {
    const walk = receiving();
    done(walk, 'report-change', '2026-11-05', {
      input: { kind: 'voluntary-exit', source: 'household', proof: attach(walk.world, 'statement') },
    });
    done(walk, 'record-reverification', '2026-11-06', {
      input: { result: 'stop', ground: 'voluntary-exit', reasons: ['自愿退出'] },
    });
    const again = (reuse: readonly string[], caseId = walk.caseId) =>
      play(walk.world, submitApplication, {
        actor: actor('TC', 't1-tc'),
        now: noon('2026-11-09'),
        input: application(walk.world, walk.persons, { earlier: { caseId, reuse } }),
      });
    expect(again([]).code).toBe('case-already-open');
    done(walk, 'decide-adjustment', '2026-11-06', { input: { result: 'stop' } });
    expect(again(['consent']).code).toBe('earlier-case-not-usable');
    expect(again(['disability-card'])).toMatchObject({ detail: { missing: ['disability-card'] } });
    expect(again([], '649900101-DB-2026-000999').code).toBe('earlier-case-not-usable');
    const played = again([]);
    expect(played.reply).toMatchObject({ status: 'submitted' });
    expect(played.event?.data).toMatchObject({ earlierCaseId: walk.caseId });
    expect(played.event?.papers?.[0]?.paperId).toBe('W05-1');
  });
});
