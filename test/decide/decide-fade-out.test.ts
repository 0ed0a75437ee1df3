import { describe, expect, it } from '@jest/globals';
import { amountIn } from '../../functions/law/entitlements.ts';
import { Paper } from '../../schemas/paper.ts';
import type { Person } from '../applications.ts';
import { caseIn, demonstrationWorld } from '../world.ts';
import { withParameter } from './county-settings.ts';
import { entitlementsOf, receiving, withWage } from './receiving.ts';
import { done, expectFolded, headOf, paperOf, running, take, termOf, untouched, type Walk } from './walk-through.ts';

/** Two persons in town with 840 yuan a month: 720 × 2 − 840 = 600 (G12). */
const couple: readonly Person[] = [
  { birth: '19851120', sequence: 700, relation: '01', wageYuan: 1140 },
  { birth: '20150901', sequence: 702, relation: '20', more: { labourAbility: '3' } },
];

/** The couple of G12 after the re-check: employed since 15 September, 850 yuan a head. */
function employed(world = demonstrationWorld(), kind = 'employment'): Walk {
  const walk = receiving({ world, persons: couple });
  done(walk, 'report-change', '2026-09-20', { input: { kind, happenedOn: '2026-09-15', source: 'household' } });
  done(walk, 'record-visit', '2026-09-29', { input: { household: withWage(walk, 2000) } });
  return walk;
}

const propose = (walk: Walk, on = '2026-10-12') =>
  take(walk, 'record-reverification', on, { input: { result: 'fade-out', reasons: ['就业后收入超过标准'] } });

/** Amounts from October 2026 to June 2027 as they are due. */
const paid = ({ world, caseId }: Walk, months: readonly string[]) =>
  months.map((month) => amountIn(caseIn(world, caseId).parts.benefit?.entitlements ?? [], month) / 100);

const fadeMonths = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'];

describe('G12: fade-out', () => {
  it('pays all of it for six months on the full curve, from November to April', () => {
    const walk = employed();
    expect(propose(walk).ok).toBe(true);
    const decided = done(walk, 'decide-fade-out', '2026-10-13');
    expect(decided.reply).toMatchObject({ status: 'fading', amountFen: 60_000 });
    expect(paid(walk, fadeMonths)).toEqual([600, 600, 600, 600, 600, 600]);
    expect(caseIn(walk.world, walk.caseId).parts.management?.fadeOut).toMatchObject({
      fromMonth: '2026-11',
      untilMonth: '2027-04',
    });
    const paper = paperOf(walk, 'W26');
    expect(Paper.parse(paper)).toEqual(paper);
    expect(paper.data['months']).toHaveLength(6);
    expectFolded(walk);
  });

  it('pays all of it for three months and half for three on the stepped curve', () => {
    const world = withParameter(demonstrationWorld(), 'fade.curve', 'STEP');
    const walk = employed(world);
    propose(walk);
    done(walk, 'decide-fade-out', '2026-10-13');
    expect(paid(walk, fadeMonths)).toEqual([600, 600, 600, 300, 300, 300]);
    expect(entitlementsOf(walk).slice(1)).toEqual([
      { kind: 'fade-out', fromMonth: '2026-11', amountFen: 60_000 },
      { kind: 'fade-out', fromMonth: '2027-02', amountFen: 30_000 },
    ]);
  });

  it('is refused for seven months, also before there is a proposal, and changes nothing', () => {
    const walk = employed();
    propose(walk);
    const before = untouched(walk);
    expect(take(walk, 'decide-fade-out', '2026-10-13', { input: { months: 7 } })).toMatchObject({
      code: 'fade-out-too-long',
      detail: { months: 7, maxMonths: 6 },
    });
    expect(untouched(walk)).toBe(before);
  });

  it('goes on with its last amount while nobody decides, as an overdue term of the township', () => {
    const world = withParameter(demonstrationWorld(), 'fade.curve', 'STEP');
    const walk = employed(world);
    propose(walk);
    done(walk, 'decide-fade-out', '2026-10-13');
    expect(paid(walk, ['2027-05', '2027-06'])).toEqual([300, 300]);
    expect(termOf(walk, 'fade-out-end')).toMatchObject({
      dueOn: '2027-04-30',
      holderOrg: '649900101',
      holderPost: 'TD',
    });
    expect(running(walk)).toContain('fade-out-end');
    expect(take(walk, 'open-reverification', '2027-03-30')).toMatchObject({
      code: 'no-change-within-cycle',
      detail: { opensOn: '2027-03-31' },
    });
  });

  it('ends by a decision after the household was asked, not before its last month is over', () => {
    const walk = employed();
    propose(walk);
    done(walk, 'decide-fade-out', '2026-10-13');
    done(walk, 'open-reverification', '2027-03-31');
    done(walk, 'record-visit', '2027-04-01');
    done(walk, 'record-reverification', '2027-04-02', {
      input: { result: 'stop', ground: 'fade-out-over', reasons: ['渐退期满，人均收入仍超过标准'] },
    });
    done(walk, 'record-delivery', '2027-04-06', {
      input: { paperId: 'W23-1', method: 'direct', servedOn: '2027-04-06' },
    });
    expect(take(walk, 'decide-adjustment', '2027-04-07', { input: { result: 'stop' } }).code).toBe(
      'representations-missing',
    );
    done(walk, 'record-representations', '2027-04-08');
    done(walk, 'decide-adjustment', '2027-04-09', { input: { result: 'stop' } });
    expect(headOf(walk)).toMatchObject({ status: 'ended', endReason: 'fade-out-over' });
    expect(paid(walk, ['2027-04', '2027-05'])).toEqual([600, 0]);
  });

  it('goes back to the normal amount where the income has fallen again', () => {
    const walk = employed();
    propose(walk);
    done(walk, 'decide-fade-out', '2026-10-13');
    done(walk, 'open-reverification', '2027-04-01');
    done(walk, 'record-visit', '2027-04-02', { input: { household: withWage(walk, 1140) } });
    done(walk, 'record-reverification', '2027-04-06', { input: { result: 'increase' } });
    done(walk, 'decide-adjustment', '2027-04-07', { input: { result: 'increase' } });
    expect(headOf(walk).status).toBe('active');
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'increase', fromMonth: '2027-05', amountFen: 60_000 });
    expect(running(walk)).not.toContain('fade-out-end');
    expect(running(walk)).toContain('reverification');
  });
});

describe('the ground of a fade-out', () => {
  it('is employment (B18), unless the county switched the wider ground on', () => {
    expect(propose(employed(demonstrationWorld(), 'property')).code).toBe('fade-out-not-warranted');
    const wide = withParameter(demonstrationWorld(), 'fade.wideGround', true);
    expect(propose(employed(wide, 'property')).ok).toBe(true);
  });

  it('comes once in so many months only where the county has set a number (B16)', () => {
    const again = (world: ReturnType<typeof demonstrationWorld>) => {
      const walk = employed(world);
      propose(walk);
      done(walk, 'decide-fade-out', '2026-10-13', { input: { months: 1 } });
      done(walk, 'open-reverification', '2026-11-02');
      done(walk, 'record-visit', '2026-11-03', { input: { household: withWage(walk, 1140) } });
      done(walk, 'record-reverification', '2026-11-04', { input: { result: 'increase' } });
      done(walk, 'decide-adjustment', '2026-11-05', { input: { result: 'increase' } });
      done(walk, 'report-change', '2026-11-10', { input: { kind: 'employment' } });
      done(walk, 'record-visit', '2026-11-11', { input: { household: withWage(walk, 2000) } });
      propose(walk, '2026-11-12');
      return take(walk, 'decide-fade-out', '2026-11-13', { input: { months: 1 } });
    };
    expect(again(demonstrationWorld()).ok).toBe(true);
    expect(again(withParameter(demonstrationWorld(), 'fade.intervalMonths', 12))).toMatchObject({
      code: 'fade-out-too-soon',
      detail: { earliestMonth: '2027-12' },
    });
  });
});
