import { describe, expect, it } from '@jest/globals';
import { payFromPettyCash, pettyCashOf } from '../../functions/core/petty-cash.ts';
import { next, type PettyCashState } from '../../functions/core/petty-cash-fold.ts';
import { Problem } from '../../functions/core/problem.ts';
import type { ProblemCode } from '../../functions/core/problem-catalogue.ts';
import type { Step } from '../../functions/core/step.ts';
import { countPettyCash } from '../../functions/supervision/count-petty-cash.ts';
import { listPettyCash } from '../../functions/supervision/list-petty-cash.ts';
import { openPettyCash } from '../../functions/supervision/open-petty-cash.ts';
import { readPettyCash } from '../../functions/supervision/read-petty-cash.ts';
import { reconcilePettyCash } from '../../functions/supervision/reconcile-petty-cash.ts';
import { replenishPettyCash } from '../../functions/supervision/replenish-petty-cash.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { PettyCash } from '../../schemas/petty-cash.ts';
import { actor, demonstrationWorld, noon, type Played, play, refolded, type World } from '../world.ts';

const townshipCode = '649900101';
const payer = actor('CP', 'cp-1');
const clerk = actor('TC', 't1-tc');
const head = actor('TD', 't1-td');

const open = (world: World, amountFen = 50_000_00, on = '2026-09-01', as: Actor = payer): Played =>
  play(world, openPettyCash, { actor: as, now: noon(on), input: { townshipCode, amountFen, voucherNo: 'BK-1' } });
const on = (
  world: World,
  step: Step<never, unknown>,
  of: { as: Actor; day: string; input?: unknown; township?: string },
): Played =>
  play(world, step as unknown as Step, {
    actor: of.as,
    now: noon(of.day),
    params: { townshipCode: of.township ?? townshipCode },
    input: of.input,
  });
const replenish = (world: World, day: string, amountFen = 1_000_00): Played =>
  on(world, replenishPettyCash as never, { as: payer, day, input: { amountFen, voucherNo: 'BK-2' } });
const count = (world: World, day: string, input: unknown): Played =>
  on(world, countPettyCash as never, { as: clerk, day, input });
const reconcile = (world: World, day: string, as: Actor = head): Played =>
  on(world, reconcilePettyCash as never, { as, day });

/** Pays as the act on a case will: the two sides of one transaction, here the cash alone. */
const cashOf = (balanceFen: number): PettyCash => ({
  townshipCode,
  openedOn: '2026-09-01',
  balanceFen,
  receivedFen: balanceFen,
  paidFen: 0,
});
const payment = {
  townshipCode,
  on: '2026-10-01',
  caseId: '649900101-LS-2026-000001',
  paper: 'W32-1',
  amountFen: 700_00,
  capFen: 720_00,
  handler: 't1-tc',
  approver: 't1-td',
  method: 'cash',
} as const;
const codeOf = (act: () => unknown): ProblemCode | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return undefined;
};

describe('petty cash of a township', () => {
  it('is opened by the county up to its ceiling, once, and read with its ledger', () => {
    const world = demonstrationWorld();
    expect(open(world, 50_000_01).code).toBe('petty-cash-cap-exceeded');
    expect(open(world).reply).toMatchObject({ balanceFen: 5_000_000, capFen: 5_000_000, replenish: false });
    expect(open(world).code).toBe('already-done');
    const ledger = on(world, readPettyCash as never, { as: clerk, day: '2026-09-02' });
    expect(ledger.reply.entries).toMatchObject([{ seq: 1, kind: 'opened', changeFen: 5_000_000, voucherNo: 'BK-1' }]);
    const list = play(world, listPettyCash, { actor: actor('CF', 'cf-1'), now: noon('2026-09-02'), input: {} });
    expect(list.reply.townships).toMatchObject([{ townshipCode, balanceFen: 5_000_000 }]);
    expect(world.states.get(`petty-cash:${townshipCode}`)).toEqual(refolded(world, townshipCode));
  });

  it('is closed where the county has set no ceiling (fail closed), and for townships it does not have', () => {
    const world = demonstrationWorld();
    const early = open(world, 1_00, '2025-12-01');
    expect([early.code, early.detail?.['missing']]).toEqual(['program-closed', ['parameter:ls.pettyCashCap']]);
    const elsewhere = play(world, openPettyCash, {
      actor: payer,
      now: noon('2026-09-01'),
      input: { townshipCode: '649900999', amountFen: 1_00, voucherNo: 'BK-1' },
    });
    expect(elsewhere.code).toBe('division-unknown');
    expect(open(world, 1_00, '2026-09-01', actor('CP', 'cp-9', '640104')).code).toBe('division-not-yours');
  });

  it('never takes county money into the township’s own hands (P04), and the village has no part in it', () => {
    const world = demonstrationWorld();
    for (const post of ['TC', 'TS', 'TR', 'TD'] as const)
      expect(open(world, 1_00, '2026-09-01', actor(post, 't1-x')).code).toBe('township-may-not-pay');
    expect(open(world, 1_00, '2026-09-01', actor('VC', 't1-vc')).code).toBe('village-may-not-decide');
    expect(open(world, 1_00, '2026-09-01', actor('CC', 'cc-1')).code).toBe('post-not-permitted');
  });

  it('is another township’s for nobody else', () => {
    const world = demonstrationWorld();
    open(world);
    const other = actor('TC', 't2-tc');
    expect(on(world, readPettyCash as never, { as: other, day: '2026-09-02' }).code).toBe('division-not-yours');
    const own = on(world, readPettyCash as never, { as: other, day: '2026-09-02', township: '649900102' });
    expect(own.code).toBe('petty-cash-not-open');
  });
});

describe('a payment from the petty cash', () => {
  it('G15: pays 700 of a cap of 720, by two persons, and the balance goes down by it', () => {
    const { subject, event } = payFromPettyCash(cashOf(1_000_00), payment);
    expect(subject).toEqual(pettyCashOf(townshipCode));
    expect(next(cashOf(1_000_00), event)).toMatchObject({ balanceFen: 300_00, paidFen: 700_00 });
    expect(payFromPettyCash(cashOf(700_00), payment).event.type).toBe('petty-cash-paid');
  });

  it('is refused to one person alone, above one month’s standard, beyond what is there, and where nothing was opened', () => {
    expect(codeOf(() => payFromPettyCash(cashOf(1_000_00), { ...payment, approver: 't1-tc' }))).toBe(
      'payer-may-not-approve',
    );
    expect(codeOf(() => payFromPettyCash(cashOf(1_000_00), { ...payment, amountFen: 720_01 }))).toBe(
      'petty-cash-single-cap',
    );
    expect(codeOf(() => payFromPettyCash(cashOf(699_99), payment))).toBe('petty-cash-insufficient');
    expect(codeOf(() => payFromPettyCash(undefined, payment))).toBe('petty-cash-not-open');
  });
});

describe('the monthly reconciliation', () => {
  it('is a count by one and a check by another, and goes before any replenishment', () => {
    const world = demonstrationWorld();
    open(world, 10_000_00, '2026-09-01');
    expect(replenish(world, '2026-09-30').ok).toBe(true);
    expect(replenish(world, '2026-10-01').code).toBe('petty-cash-not-reconciled');
    expect(reconcile(world, '2026-10-01').code).toBe('petty-cash-not-counted');
    expect(count(world, '2026-10-01', { countedFen: 10_999_00 }).code).toBe('count-unexplained');
    expect(count(world, '2026-10-01', { countedFen: 11_000_00 }).reply.count).toMatchObject({
      month: '2026-09',
      differenceFen: 0,
    });
    expect(reconcile(world, '2026-10-09', actor('TD', 't1-tc')).code).toBe('same-person-approves');
    expect(reconcile(world, '2026-10-09').reply).toMatchObject({ reconciledThrough: '2026-09', reconciledBy: 't1-td' });
    expect(count(world, '2026-10-10', { countedFen: 11_000_00 }).code).toBe('already-done');
    expect(replenish(world, '2026-10-10', 40_000_00).code).toBe('petty-cash-cap-exceeded');
    expect(replenish(world, '2026-10-10', 39_000_00).reply.balanceFen).toBe(5_000_000);
    expect(world.states.get(`petty-cash:${townshipCode}`)).toEqual(refolded(world, townshipCode));
  });

  it('keeps a difference with its reason for the county, and leaves the books as they are', () => {
    const world = demonstrationWorld();
    open(world, 10_000_00, '2026-09-01');
    count(world, '2026-10-09', { countedFen: 9_990_00, reason: '演示：一笔未入账' });
    const state = world.states.get(`petty-cash:${townshipCode}`) as PettyCashState;
    expect(state.head).toMatchObject({ balanceFen: 10_000_00, count: { differenceFen: -10_00 } });
    expect(reconcile(world, '2026-10-09', actor('CP', 'cp-2')).ok).toBe(true);
  });

  it('shows when the balance has fallen to the level at which it is replenished', () => {
    const world = demonstrationWorld();
    expect(open(world, 14_999_99).reply.replenish).toBe(true);
    const full = demonstrationWorld();
    expect(open(full, 15_000_00).reply.replenish).toBe(false);
  });
});
