import { describe, expect, it } from '@jest/globals';
import { amountIn } from '../../functions/law/entitlements.ts';
import { actor, attach, caseIn } from '../world.ts';
import { appealed, appealIn, confirmer, county, denied, must, other, reduced, served, settled } from './appeals.ts';
import { asked, entitlementsOf, receiving, withWage } from './receiving.ts';
import {
  done,
  expectFolded,
  headOf,
  paperOf,
  running,
  take,
  termOf,
  untouched,
  type Walk,
  walkTo,
} from './walk-through.ts';

const redo = { outcome: 'revoked-with-redo', dueOn: '2026-11-30' };
const dueIn = (walk: Walk, month: string): number =>
  amountIn(caseIn(walk.world, walk.caseId).parts.benefit?.entitlements ?? [], month);

/** A denial that a review revoked on 20 October, to be decided anew by 30 November. */
function toDecideAnew(more: Record<string, unknown> = {}): Walk {
  const walk = denied();
  must(appealed(walk, '2026-09-21', { paperId: 'W21-1' }));
  must(settled(walk, '2026-10-20', { ...redo, paperId: 'W21-1', ...more }));
  return walk;
}

/** The stop of G14's family after a wage of 5,000 yuan, served and appealed against. */
function stopped(): Walk {
  const walk = receiving();
  done(walk, 'report-change', '2026-11-02', { input: { kind: 'income', happenedOn: '2026-11-01' } });
  done(walk, 'record-visit', '2026-11-03', { input: { household: withWage(walk, 5000) } });
  done(walk, 'record-reverification', '2026-11-04', { input: { result: 'stop', reasons: ['收入超过标准'] } });
  served(walk, 'W23-1', '2026-11-04');
  done(walk, 'record-representations', '2026-11-05');
  done(walk, 'decide-adjustment', '2026-11-06', { input: { result: 'stop' } });
  served(walk, 'W25-1', '2026-11-09');
  must(appealed(walk, '2026-11-20', { paperId: 'W25-1' }));
  return walk;
}

describe('an appeal that leaves the act as it is', () => {
  it.each(['upheld', 'withdrawn', 'not-accepted'])('%s: the case stays closed and nothing is to be done', (outcome) => {
    const walk = denied();
    must(appealed(walk, '2026-09-21', { paperId: 'W21-1' }));
    const { reply } = must(settled(walk, '2026-10-20', { outcome }));
    expect(reply).toMatchObject({ status: 'settled', outcome, orderNo: '演示复决〔2026〕3号' });
    expect(headOf(walk).status).toBe('not-confirmed');
    expect(running(walk)).not.toContain('appeal-order');
    expect(appealIn(walk).terms[0]?.endedOn).toBe('2026-10-20');
    expect(settled(walk, '2026-10-21', { outcome }).code).toBe('already-done');
    expectFolded(walk);
  });
});

describe('责令重作: a denial is decided anew', () => {
  it('goes back to the investigation with the day of the order; nothing of the former decision holds', () => {
    const walk = toDecideAnew();
    expect(headOf(walk)).toMatchObject({ status: 'investigating', dueOn: '2026-11-30' });
    expect(headOf(walk).decision).toBeUndefined();
    expect(headOf(walk).opinion).toBeUndefined();
    expect(headOf(walk).endedOn).toBeUndefined();
    expect(termOf(walk, 'appeal-order')).toMatchObject({
      fromOn: '2026-10-20',
      dueOn: '2026-11-30',
      holderOrg: '649900101',
      countyHeld: false,
    });
    expectFolded(walk);
  });

  it('is decided by another confirmer than before, who may not repeat the same reasons word by word (FYF §64)', () => {
    const walk = toDecideAnew();
    done(walk, 'give-opinion', '2026-11-02', {
      input: { result: 'deny', grounds: ['income'], reasons: ['家庭收入超过标准'] },
    });
    const deny = (by: typeof confirmer, reasons: string[]) =>
      take(walk, 'decide-case', '2026-11-03', { by, input: { result: 'not-confirmed', grounds: ['income'], reasons } });
    const before = untouched(walk);
    expect(deny(confirmer, ['重新核定后收入仍超过标准'])).toMatchObject({
      code: 'decider-may-not-redo',
      detail: { decidedBy: 't1-td', appealId: `${walk.caseId}-A1` },
    });
    expect(deny(other, ['家庭收入超过标准']).code).toBe('redo-repeats-the-act');
    expect(untouched(walk)).toBe(before);
    expect(deny(other, ['重新核定后收入仍超过标准']).reply.status).toBe('not-confirmed');
    expect(running(walk)).not.toContain('appeal-order');
    expect(caseIn(walk.world, walk.caseId).parts.appeals?.order).toBeUndefined();
    expectFolded(walk);
  });

  it('may repeat them where it fell for its procedure alone', () => {
    const walk = toDecideAnew({ procedural: true });
    done(walk, 'give-opinion', '2026-11-02', {
      input: { result: 'deny', grounds: ['income'], reasons: ['家庭收入超过标准'] },
    });
    const input = { result: 'not-confirmed', grounds: ['income'], reasons: ['家庭收入超过标准'] };
    expect(take(walk, 'decide-case', '2026-11-03', { by: other, input }).ok).toBe(true);
  });

  it('is posted again before it is confirmed, and pays from the month after the new decision (D57 §21)', () => {
    const walk = toDecideAnew();
    done(walk, 'give-opinion', '2026-11-02');
    expect(headOf(walk)).toMatchObject({ status: 'reviewed', opinion: { repost: true } });
    done(walk, 'post-publicity', '2026-11-02');
    expect(take(walk, 'decide-case', '2026-11-09', { by: other }).code).toBe('publicity-not-over');
    expect(done(walk, 'decide-case', '2026-11-10', { by: other }).reply).toMatchObject({
      status: 'confirmed',
      firstMonth: '2026-12',
    });
    expect(paperOf(walk, 'W20').data).toMatchObject({ ordered: '行政复议决定（演示复决〔2026〕3号）' });
    expectFolded(walk);
  });

  it('waits for a case the household has opened since', () => {
    const walk = denied();
    must(appealed(walk, '2026-09-21', { paperId: 'W21-1' }));
    const again = walkTo('submit-application', {
      world: walk.world,
      days: { 'submit-application': '2026-10-09' },
    });
    const before = untouched(walk);
    expect(settled(walk, '2026-10-20', { ...redo, paperId: 'W21-1' })).toMatchObject({
      code: 'case-already-open',
      detail: { openCaseId: again.caseId },
    });
    expect(untouched(walk)).toBe(before);
    done({ ...walk, caseId: again.caseId }, 'withdraw-application', '2026-10-21', {
      raw: { statement: attach(walk.world, 'signed withdrawal') },
    });
    must(settled(walk, '2026-10-21', { ...redo, paperId: 'W21-1' }));
  });
});

describe('责令履行', () => {
  it('opens the duty to decide with its day; the decision carries it out', () => {
    const walk = walkTo('post-publicity');
    must(appealed(walk, '2026-09-01', { duty: 'decision' }));
    must(settled(walk, '2026-10-20', { outcome: 'ordered-to-act', dueOn: '2026-10-30' }));
    expect(headOf(walk).status).toBe('publicizing');
    expect(termOf(walk, 'appeal-order')).toMatchObject({ dueOn: '2026-10-30' });
    done(walk, 'decide-case', '2026-10-30');
    expect(termOf(walk, 'appeal-order').endedOn).toBe('2026-10-30');
    expectFolded(walk);
  });

  it('of an acceptance is carried out by the acceptance', () => {
    const walk = walkTo('submit-application');
    must(appealed(walk, '2026-08-12', { duty: 'acceptance' }));
    must(settled(walk, '2026-09-20', { outcome: 'ordered-to-act', dueOn: '2026-09-30' }));
    done(walk, 'accept-application', '2026-10-08');
    const order = termOf(walk, 'appeal-order');
    expect((order.endedOn ?? '') > order.dueOn).toBe(true);
    expectFolded(walk);
  });

  it('after a refusal to accept goes back to acceptance, and another person refuses, if anybody', () => {
    const walk = walkTo('submit-application');
    const refusal = {
      input: {
        ground: 'program-not-here',
        fact: '申请事项不属于本机关业务',
        evidence: attach(walk.world, 'evidence of the ground'),
      },
    };
    done(walk, 'refuse-application', '2026-08-05', refusal);
    served(walk, 'W08-1', '2026-08-06');
    must(appealed(walk, '2026-08-20', { paperId: 'W08-1' }));
    must(settled(walk, '2026-09-20', { outcome: 'ordered-to-act', dueOn: '2026-09-30' }));
    expect(headOf(walk).status).toBe('submitted');
    expect(take(walk, 'refuse-application', '2026-09-21', refusal).code).toBe('decider-may-not-redo');
    done(walk, 'accept-application', '2026-09-21');
    expect(running(walk)).not.toContain('appeal-order');
    expectFolded(walk);
  });
});

describe('a stop or a reduction that no longer holds', () => {
  it('撤销: the former amount is restored from the first month it had touched, by another person and with a number', () => {
    const walk = stopped();
    expect(dueIn(walk, '2026-12')).toBe(0);
    must(settled(walk, '2027-01-05', { outcome: 'revoked', dueOn: '2027-01-20' }));
    expect(dueIn(walk, '2026-12')).toBe(0);
    expect(headOf(walk).status).toBe('ended');
    const before = untouched(walk);
    expect(take(walk, 'restore-benefit', '2027-01-11', { by: confirmer, raw: {} }).code).toBe('decider-may-not-redo');
    expect(take(walk, 'restore-benefit', '2027-01-11', { by: county, raw: {} }).code).toBe('post-not-permitted');
    expect(untouched(walk)).toBe(before);
    done(walk, 'restore-benefit', '2027-01-11', { by: other, raw: {} });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'appeal', fromMonth: '2026-12', amountFen: 66_000 });
    expect(dueIn(walk, '2026-12')).toBe(66_000);
    expect(headOf(walk)).toMatchObject({ status: 'active', adjusted: { amountFen: 66_000, fromMonth: '2026-12' } });
    expect(headOf(walk).endedOn).toBeUndefined();
    expect(paperOf(walk, 'W25')).toMatchObject({
      data: { form: 'increase', newAmountFen: 66_000, fromMonth: '2026-12' },
    });
    expect(caseIn(walk.world, walk.caseId).parts.benefit?.entitlements.at(-1)?.paper).toBe(paperOf(walk, 'W25').number);
    expect(running(walk)).not.toContain('appeal-order');
    expect(running(walk)).toContain('reverification');
    expect(take(walk, 'restore-benefit', '2027-01-12', { by: other, raw: {} }).code).toBe('nothing-to-restore');
    expectFolded(walk);
  });

  it('责令重作: restored first, then looked at again by a check of its own and decided by another person', () => {
    const walk = stopped();
    must(settled(walk, '2027-01-05', { outcome: 'revoked-with-redo', dueOn: '2027-02-26', paperId: 'W25-1' }));
    expect(headOf(walk).status).toBe('checking');
    done(walk, 'record-visit', '2027-01-07', { input: { household: withWage(walk, 2250) } });
    expect(take(walk, 'record-reverification', '2027-01-08', { input: { result: 'none' } }).code).toBe(
      'restoration-first',
    );
    done(walk, 'restore-benefit', '2027-01-08', { by: other, raw: {} });
    expect(headOf(walk).status).toBe('checking');
    expect(running(walk)).toContain('appeal-order');
    done(walk, 'record-reverification', '2027-01-11', { input: { result: 'reduce', reasons: ['工资收入增加'] } });
    served(walk, 'W23-2', '2027-01-11');
    done(walk, 'record-representations', '2027-01-12');
    expect(take(walk, 'decide-adjustment', '2027-01-13', { by: confirmer, input: { result: 'reduce' } }).code).toBe(
      'decider-may-not-redo',
    );
    done(walk, 'decide-adjustment', '2027-01-13', { by: other, input: { result: 'reduce' } });
    expect(['2026-12', '2027-01', '2027-02'].map((month) => dueIn(walk, month))).toEqual([66_000, 66_000, 21_000]);
    expect(running(walk)).not.toContain('appeal-order');
    expectFolded(walk);
  });

  it('变更: the amount the body set, never to the worse (FYF §63)', () => {
    const walk = reduced();
    must(appealed(walk, '2026-11-25', { paperId: 'W25-1' }));
    const change = (amountFen: number) => ({ outcome: 'changed', dueOn: '2027-01-20', amountFen });
    expect(settled(walk, '2027-01-05', change(20_900)).code).toBe('change-to-the-worse');
    must(settled(walk, '2027-01-05', change(40_000)));
    done(walk, 'restore-benefit', '2027-01-06', { by: other, raw: {} });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'appeal', fromMonth: '2026-12', amountFen: 40_000 });
    expect(running(walk)).not.toContain('appeal-order');
    expectFolded(walk);
  });

  it('keeps what was decided after the voided act', () => {
    const walk = reduced();
    must(appealed(walk, '2026-11-25', { paperId: 'W25-1' }));
    done(walk, 'report-change', '2026-12-01', { input: { kind: 'income', happenedOn: '2026-12-01' } });
    done(walk, 'record-visit', '2026-12-02', { input: { household: withWage(walk, 2100) } });
    done(walk, 'record-reverification', '2026-12-03', { input: { result: 'increase' } });
    done(walk, 'decide-adjustment', '2026-12-04', { input: { result: 'increase' } });
    expect([dueIn(walk, '2026-12'), dueIn(walk, '2027-01')]).toEqual([21_000, 36_000]);
    must(settled(walk, '2027-01-05', { outcome: 'revoked', dueOn: '2027-01-20' }));
    done(walk, 'restore-benefit', '2027-01-06', { by: other, raw: {} });
    expect([dueIn(walk, '2026-12'), dueIn(walk, '2027-01'), dueIn(walk, '2027-05')]).toEqual([66_000, 36_000, 36_000]);
  });

  it('a revocation of the confirmation for fraud that no longer holds leaves nothing to recover', () => {
    const walk = receiving();
    done(walk, 'propose-revocation', '2026-11-03', {
      by: actor('TR', 't1-tr'),
      input: { ground: 'fraud', facts: ['漏计工资收入'], reasons: ['不符合条件'] },
    });
    served(walk, 'W23-1', '2026-11-04');
    done(walk, 'record-representations', '2026-11-05');
    done(walk, 'revoke-confirmation', '2026-11-06', { by: confirmer });
    served(walk, 'W28-1', '2026-11-09');
    must(appealed(walk, '2026-11-20', { paperId: 'W28-1' }));
    expect(settled(walk, '2027-01-05', { outcome: 'changed', dueOn: '2027-01-20', amountFen: 1 }).code).toBe(
      'outcome-not-of-this-act',
    );
    must(settled(walk, '2027-01-05', { outcome: 'revoked', dueOn: '2027-01-20' }));
    done(walk, 'restore-benefit', '2027-01-06', { by: other, raw: {} });
    expect(dueIn(walk, '2026-09')).toBe(66_000);
    expect(caseIn(walk.world, walk.caseId).parts.management?.overpaid).toBeUndefined();
    expect(headOf(walk).status).toBe('active');
    expectFolded(walk);
  });
});

describe('an outcome is registered', () => {
  it('by the county, never by the township nor by whoever decided', () => {
    const walk = denied();
    must(appealed(walk, '2026-09-21', { paperId: 'W21-1' }));
    const before = untouched(walk);
    expect(settled(walk, '2026-10-20', { outcome: 'upheld' }, { by: confirmer }).code).toBe('post-not-permitted');
    expect(settled(walk, '2026-10-20', { outcome: 'upheld' }, { by: actor('VC', 't1-vc') }).code).toBe(
      'village-may-not-decide',
    );
    expect(settled(walk, '2026-10-20', { outcome: 'upheld' }, { by: actor('CC', 't1-td', '649900') }).code).toBe(
      'decider-may-not-redo',
    );
    expect(untouched(walk)).toBe(before);
  });

  it('with its day, its amount and the paper that fell, and only as the act can end', () => {
    const walk = denied();
    must(appealed(walk, '2026-09-21', { paperId: 'W21-1' }));
    const before = untouched(walk);
    const code = (input: Record<string, unknown>) => settled(walk, '2026-10-20', input).code;
    expect(code({ outcome: 'revoked-with-redo', paperId: 'W21-1' })).toBe('appeal-order-incomplete');
    expect(code(redo)).toBe('appeal-order-incomplete');
    expect(code({ ...redo, paperId: 'W21-1', amountFen: 100 })).toBe('input-invalid');
    expect(code({ outcome: 'changed', dueOn: '2026-11-30', amountFen: 100 })).toBe('outcome-not-of-this-act');
    expect(code({ ...redo, paperId: 'W21-1', dueOn: '2026-10-20' })).toBe('date-out-of-order');
    expect(code({ outcome: 'upheld', decidedOn: '2026-09-20' })).toBe('date-out-of-order');
    expect(code({ outcome: 'upheld', decidedOn: '2026-10-21' })).toBe('date-out-of-order');
    expect(untouched(walk)).toBe(before);
    const amount = reduced();
    must(appealed(amount, '2026-11-25', { paperId: 'W25-1' }));
    expect(settled(amount, '2027-01-05', { outcome: 'changed', dueOn: '2027-01-20' })).toMatchObject({
      code: 'appeal-order-incomplete',
      detail: { missing: ['amountFen'] },
    });
  });

  it('one order at a time', () => {
    const walk = receiving();
    asked(walk);
    done(walk, 'decide-adjustment', '2026-11-18', { input: { result: 'reduce' } });
    must(appealed(walk, '2026-11-25', { paperId: 'W25-1' }));
    must(settled(walk, '2027-01-05', { outcome: 'revoked', dueOn: '2027-01-20' }));
    must(appealed(walk, '2027-01-06', { kind: 'suit', paperId: 'W25-1', body: '演示县人民法院' }));
    expect(
      settled(walk, '2027-01-07', { outcome: 'revoked', dueOn: '2027-01-20' }, { appealId: `${walk.caseId}-A2` }).code,
    ).toBe('appeal-order-open');
  });
});
