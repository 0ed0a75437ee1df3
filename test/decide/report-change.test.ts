import { describe, expect, it } from '@jest/globals';
import { amountIn } from '../../functions/law/entitlements.ts';
import { actor, attach, caseIn, demonstrationWorld, tokenOf } from '../world.ts';
import { withParameter } from './county-settings.ts';
import { checked, entitlementsOf, receiving } from './receiving.ts';
import { done, expectFolded, headOf, idNumberOf, running, take, termOf, untouched, type Walk } from './walk-through.ts';

const personOf = ({ persons }: Walk, index: number) => tokenOf(idNumberOf(persons[index] as Walk['persons'][number]));
const lastChange = ({ world, caseId }: Walk) => caseIn(world, caseId).parts.management?.changes.at(-1);
const report = (walk: Walk, on: string, input: Record<string, unknown>, by = actor('TC', 't1-tc')) =>
  take(walk, 'report-change', on, { by, input });

describe('the report of a change', () => {
  it('begins a check and leaves the aid as it is', () => {
    const walk = receiving();
    expect(report(walk, '2026-10-12', { kind: 'vehicle', source: 'data-alert' }, actor('CV', 'cv-1')).ok).toBe(true);
    expect(headOf(walk).status).toBe('checking');
    expect(termOf(walk, 'change-check')).toMatchObject({ fromOn: '2026-10-12', dueOn: '2026-11-09' });
    expect(entitlementsOf(walk)).toHaveLength(1);
    expectFolded(walk);
  });

  it('names a source that belongs to the post', () => {
    const walk = receiving();
    const before = untouched(walk);
    expect(report(walk, '2026-10-12', { source: 'data-alert' }).code).toBe('change-source-not-yours');
    expect(report(walk, '2026-10-12', { source: 'staff' }, actor('VC', 't1-vc')).code).toBe('change-source-not-yours');
    expect(report(walk, '2026-10-12', { kind: 'death' })).toMatchObject({
      code: 'change-incomplete',
      detail: { needed: ['person'] },
    });
    expect(report(walk, '2026-10-12', { happenedOn: '2026-10-13' }).code).toBe('date-out-of-order');
    expect(untouched(walk)).toBe(before);
    expect(report(walk, '2026-10-12', { source: 'village' }, actor('VC', 't1-vc')).ok).toBe(true);
  });

  it('notes a major change untold for more than three months, counted with the roll (N83 五(五), B7)', () => {
    const told = (reportedOn: string, kind: string) => {
      const walk = receiving();
      done(walk, 'report-change', reportedOn, { input: { kind, happenedOn: '2026-09-05' } });
      return lastChange(walk)?.unreported;
    };
    expect(told('2026-12-07', 'company')).toBeUndefined();
    expect(told('2026-12-08', 'company')).toBe(true);
    expect(told('2026-12-08', 'other')).toBeUndefined();
  });

  it('reopens nothing within the cycle when it was untrue', () => {
    const walk = receiving();
    checked(walk, '2026-10-12');
    const { changeId } = lastChange(walk) ?? { changeId: '' };
    expect(
      take(walk, 'record-reverification', '2026-10-13', {
        input: { result: 'stop', reasons: ['停发'], unfounded: [changeId] },
      }).code,
    ).toBe('no-change-within-cycle');
    done(walk, 'record-reverification', '2026-10-13', { input: { result: 'none', unfounded: [changeId] } });
    expect(headOf(walk).status).toBe('active');
    expect(termOf(walk, 'reverification')).toMatchObject({ fromOn: '2026-10-13', dueOn: '2027-04-13' });
  });
});

describe('re-verification', () => {
  it('opens thirty days before it is due, and not within the cycle', () => {
    const walk = receiving();
    expect(take(walk, 'open-reverification', '2027-01-25')).toMatchObject({
      code: 'no-change-within-cycle',
      detail: { opensOn: '2027-01-26' },
    });
    done(walk, 'open-reverification', '2027-01-26');
    expect(take(walk, 'record-reverification', '2027-01-27').code).toBe('check-missing');
    for (const act of ['request-verification', 'start-verification', 'record-verification'])
      done(walk, act, '2027-01-27');
    done(walk, 'record-reverification', '2027-01-28');
    expect(headOf(walk).status).toBe('active');
    expect(termOf(walk, 'reverification').fromOn).toBe('2027-01-28');
    expectFolded(walk);
  });

  it('stops no payment when it is overdue', () => {
    const walk = receiving();
    const { benefit } = caseIn(walk.world, walk.caseId).parts;
    expect(amountIn(benefit?.entitlements ?? [], '2028-01')).toBe(66_000);
    expect(termOf(walk, 'reverification').endedOn).toBeUndefined();
    expect(done(walk, 'open-reverification', '2027-06-01').reply).toMatchObject({
      status: 'checking',
      amountFen: 66_000,
    });
  });

  it('asks nobody’s bank for a household that is not looked into (P08)', () => {
    const walk = receiving();
    expect(take(walk, 'record-verification', '2026-10-12').code).toBe('query-without-active-case');
    expect(take(walk, 'request-verification', '2026-10-12').code).toBe('step-out-of-order');
  });
});

describe('death, prison, work refused and leaving', () => {
  it('gives three months from the death, and takes the dead out of the count', () => {
    const walk = receiving();
    done(walk, 'report-change', '2026-10-12', {
      input: { kind: 'death', happenedOn: '2026-10-05', person: personOf(walk, 2) },
    });
    expect(termOf(walk, 'death-adjustment')).toMatchObject({ fromOn: '2026-10-05', dueOn: '2027-01-05' });
    done(walk, 'record-visit', '2026-10-13');
    done(walk, 'record-reverification', '2026-10-14', {
      input: { result: 'stop', ground: 'death', reasons: ['人均收入超过标准'] },
    });
    const { household } = caseIn(walk.world, walk.caseId).parts;
    expect(household.members).toHaveLength(3);
    expect(household.members[2]?.statuses).toEqual([{ kind: 'deceased', fromOn: '2026-10-05' }]);
  });

  it('lets a member in prison leave the count, and return on release (D57 §7)', () => {
    const walk = receiving();
    done(walk, 'report-change', '2026-10-12', {
      input: { kind: 'prison', happenedOn: '2026-10-05', person: personOf(walk, 0) },
    });
    done(walk, 'record-visit', '2026-10-13');
    done(walk, 'record-reverification', '2026-10-14', { input: { result: 'increase' } });
    done(walk, 'decide-adjustment', '2026-10-15', { input: { result: 'increase' } });
    expect(entitlementsOf(walk).at(-1)).toMatchObject({ kind: 'increase', amountFen: 144_000 });
    done(walk, 'report-change', '2026-12-01', {
      input: { kind: 'release', happenedOn: '2026-12-01', person: personOf(walk, 0) },
    });
    done(walk, 'record-visit', '2026-12-02');
    done(walk, 'record-reverification', '2026-12-03', { input: { result: 'reduce', reasons: ['成员释放，收入计入'] } });
  });

  it('takes the own share after three refusals in a row, not after two, nor across a job taken (D57 §34, A8)', () => {
    const walk = receiving();
    const person = personOf(walk, 0);
    const refuse = (on: string, kind = 'work-refused') =>
      done(walk, 'report-change', on, {
        input: { kind, happenedOn: on, person, proof: attach(walk.world, `offer ${on}`) },
      });
    const propose = (on: string) =>
      take(walk, 'record-reverification', on, {
        input: { result: 'reduce', ground: 'work-refusals', person, reasons: ['三次无正当理由拒绝工作'] },
      });
    refuse('2026-09-01');
    refuse('2026-09-05', 'work-accepted');
    refuse('2026-09-10');
    refuse('2026-09-20');
    expect(propose('2026-09-21')).toMatchObject({ code: 'refusals-too-few', detail: { count: 2, required: 3 } });
    refuse('2026-09-28');
    expect(propose('2026-09-29').ok).toBe(true);
    const { proposal } = caseIn(walk.world, walk.caseId).parts.management ?? {};
    expect(proposal).toMatchObject({ oldAmountFen: 66_000, amountFen: 44_000 });
  });

  it('may switch that rule off (K9)', () => {
    const walk = receiving({ world: withParameter(demonstrationWorld(), 'refusal.applies', false) });
    const input = { kind: 'work-refused', person: personOf(walk, 0), proof: attach(walk.world, 'offer') };
    expect(report(walk, '2026-10-12', input).code).toBe('ground-not-lawful');
  });

  it('takes a written wish to leave as the waiver of further views (C9)', () => {
    const walk = receiving();
    expect(report(walk, '2026-10-12', { kind: 'voluntary-exit' }).code).toBe('change-incomplete');
    done(walk, 'report-change', '2026-10-12', {
      input: { kind: 'voluntary-exit', source: 'household', proof: attach(walk.world, 'statement') },
    });
    done(walk, 'record-reverification', '2026-10-13', {
      input: { result: 'stop', ground: 'voluntary-exit', reasons: ['自愿退出'] },
    });
    expect(running(walk)).not.toContain('hearing-notice');
    done(walk, 'decide-adjustment', '2026-10-14', { input: { result: 'stop' } });
    expect(headOf(walk)).toMatchObject({ status: 'ended', endReason: 'voluntary-exit' });
  });

  it('stops nobody for moving out of the county until the region’s rule is on record', () => {
    const stop = (walk: Walk) => {
      done(walk, 'report-change', '2026-10-12', { input: { kind: 'move' } });
      const input = { result: 'stop', ground: 'moved-away', reasons: ['户籍迁出本县'] };
      return take(walk, 'record-reverification', '2026-10-13', { input });
    };
    expect(stop(receiving())).toMatchObject({
      code: 'program-closed',
      detail: { missing: ['parameter:move.outsideCounty'] },
    });
    expect(stop(receiving({ world: withParameter(demonstrationWorld(), 'move.outsideCounty', 'STOP') })).ok).toBe(true);
  });
});
