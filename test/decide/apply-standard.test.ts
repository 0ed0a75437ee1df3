import { describe, expect, it } from '@jest/globals';
import type { RecalculationState } from '../../functions/core/recalculation-fold.ts';
import { applyStandard } from '../../functions/review/apply-standard.ts';
import { advanceRecalculation } from '../../functions/supervision/advance-recalculation.ts';
import { startRecalculation } from '../../functions/supervision/start-recalculation.ts';
import { Paper } from '../../schemas/paper.ts';
import { actor, noon, play, type World } from '../world.ts';
import { withParameter } from './county-settings.ts';
import { checked, entitlementsOf, receiving, withWage } from './receiving.ts';
import { done, expectFolded, headOf, paperOf, type Walk } from './walk-through.ts';

const clock = actor('CLOCK', 'clock', '649900');
const raise = (world: World, yuan: number, from = '2026-10-01') =>
  withParameter(world, 'standard.DB_URBAN', yuan * 100, {
    program: undefined,
    id: `raise-${yuan}@${from}`,
    from,
    example: true,
  });
const apply = ({ world, caseId }: Walk, parameterId: string, on = '2026-10-15') =>
  play(world, applyStandard, { actor: clock, now: noon(on), input: { caseId, parameterId } });

describe('提标', () => {
  it('raises a household once, from the month the standard holds, with a record and a paper of its own', () => {
    const walk = receiving();
    raise(walk.world, 760);
    expect(apply(walk, 'raise-760@2026-10-01').ok).toBe(true);
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'standard', fromMonth: '2026-10', amountFen: 78_000 });
    expect(headOf(walk)).toMatchObject({ status: 'active', adjusted: { amountFen: 78_000 } });
    expect(Paper.parse(paperOf(walk, 'W25'))).toMatchObject({
      issuer: '649900',
      data: { form: 'increase', newAmountFen: 78_000 },
    });
    const events = walk.world.events.length;
    expect(apply(walk, 'raise-760@2026-10-01', '2026-10-16').ok).toBe(true);
    expect(walk.world.events).toHaveLength(events);
    expectFolded(walk);
  });

  it('reduces nobody, and leaves alone who is looked into', () => {
    const lowered = receiving();
    raise(lowered.world, 700);
    apply(lowered, 'raise-700@2026-10-01');
    expect(entitlementsOf(lowered)).toHaveLength(1);
    const checking = receiving();
    raise(checking.world, 760);
    checked(checking, '2026-10-05', withWage(checking, 2250));
    apply(checking, 'raise-760@2026-10-01');
    expect(entitlementsOf(checking)).toHaveLength(1);
  });

  it('lets in nobody whom the old standard kept out, nor back who has ended', () => {
    const walk = receiving();
    raise(walk.world, 1200);
    checked(walk, '2026-10-05', withWage(walk, 6000));
    done(walk, 'record-reverification', '2026-10-06', { input: { result: 'stop', reasons: ['人均收入超过标准'] } });
    done(walk, 'record-delivery', '2026-10-08', {
      input: { paperId: 'W23-1', method: 'direct', servedOn: '2026-10-08' },
    });
    done(walk, 'record-representations', '2026-10-09');
    done(walk, 'decide-adjustment', '2026-10-10', { input: { result: 'stop' } });
    apply(walk, 'raise-1200@2026-10-01');
    expect(headOf(walk).status).toBe('ended');
    expect(entitlementsOf(walk).at(-1)?.kind).toBe('stop');
  });

  it('rests on one approved standard in force', () => {
    const walk = receiving();
    raise(walk.world, 760, '2026-11-01');
    expect(apply(walk, 'raise-760@2026-11-01').code).toBe('standard-not-in-force');
    withParameter(walk.world, 'standard.DB_URBAN', 79_000, {
      id: 'unapproved',
      approvedBy: undefined,
      approvedAt: undefined,
    });
    expect(apply(walk, 'unapproved').code).toBe('standard-not-in-force');
    expect(apply(walk, 'unknown').code).toBe('standard-not-in-force');
  });
});

describe('the run of a recomputation', () => {
  const start = (world: World, parameterId: string, by = actor('CC', 'cc-1')) =>
    play(world, startRecalculation, { actor: by, now: noon('2026-10-15'), input: { county: '649900', parameterId } });
  const ofStandard = 'raise-760@2026-10-01';
  const runOf = (world: World) => (world.states.get(`recalculation:649900-${ofStandard}`) as RecalculationState).head;

  it('is started once by the county, for a standard alone, and notes page by page how far it is', () => {
    const { world, caseId } = receiving();
    raise(world, 760);
    expect(start(world, ofStandard, actor('TD', 't1-td')).code).toBe('post-not-permitted');
    expect(start(world, 'fade').code).toBe('parameter-not-found');
    expect(start(world, ofStandard).ok).toBe(true);
    expect(start(world, ofStandard).code).toBe('already-done');
    const page = (more: Record<string, unknown>) =>
      play(world, advanceRecalculation, {
        actor: clock,
        now: noon('2026-10-16'),
        input: { countyCode: '649900', parameterId: ofStandard, cases: 1, done: false, ...more },
      });
    page({ lastCaseId: caseId });
    expect(runOf(world)).toMatchObject({ status: 'open', cases: 1, lastCaseId: caseId });
    page({ cases: 0, done: true });
    expect(runOf(world)).toMatchObject({ status: 'done', cases: 1, closedOn: '2026-10-16' });
    const events = world.events.length;
    expect(page({}).ok).toBe(true);
    expect(world.events).toHaveLength(events);
  });
});
