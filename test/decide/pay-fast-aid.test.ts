import { describe, expect, it } from '@jest/globals';
import { registerFastAid } from '../../functions/intake/register-fast-aid.ts';
import { openPettyCash } from '../../functions/supervision/open-petty-cash.ts';
import type { PettyCash } from '../../schemas/petty-cash.ts';
import { residentId } from '../applications.ts';
import { actor, attach, demonstrationWorld, noon, type Played, play, type World } from '../world.ts';
import { clerk, type Walk } from './usual-acts.ts';
import { done, expectFolded, headOf, paperOf, take, termOf, untouched } from './walk-through.ts';

const township = '649900101';
const approver = actor('TD', 't1-td');
const officer = actor('CC', 'cc-2');

const registration = (more: Record<string, unknown> = {}) => ({
  townshipCode: township,
  villageCode: '649900101201',
  channel: 'one-stop-window',
  urbanRural: 'urban',
  persons: [
    {
      name: '测试甲',
      idNumber: residentId('19850101', 801),
      relation: '01',
      hukou: { countyCode: '649900', townshipCode: township },
    },
  ],
  circumstances: '住房失火，衣物炊具烧毁',
  happenedOn: '2026-10-01',
  requestedFen: 70_000,
  ...more,
});

const register = (world: World, more?: Record<string, unknown>, on = '2026-10-01'): Played =>
  play(world, registerFastAid, { actor: clerk, now: noon(on, '15:00'), input: registration(more) });

function fire(more?: Record<string, unknown>, world = demonstrationWorld()): Walk {
  play(world, openPettyCash, {
    actor: actor('CP', 'cp-1'),
    now: noon('2026-09-01'),
    input: { townshipCode: township, amountFen: 5_000_000, voucherNo: 'BK-1' },
  });
  const registered = register(world, more);
  if (!registered.ok) throw new Error(`${registered.code} ${JSON.stringify(registered.detail)}`);
  return { world, caseId: registered.reply.caseId, persons: [] };
}

const pay = (walk: Walk, on: string, input: Record<string, unknown> = {}, by = approver): Played =>
  take(walk, 'pay-fast-aid', on, { by, raw: { method: 'cash', ...input } });
const cashOf = ({ world }: Walk): PettyCash => (world.states.get(`petty-cash:${township}`) as { head: PettyCash }).head;

describe('小额快救 (G15; LAW §50, TA26 二(一))', () => {
  it('is to be paid by Sunday 4 October: calendar days that do not roll over the holiday', () => {
    const walk = fire();
    expect(termOf(walk, 'fast-payment')).toMatchObject({ fromOn: '2026-10-01', dueOn: '2026-10-04', holderPost: 'TD' });
    expect(headOf(walk)).toMatchObject({
      status: 'registered',
      program: 'LS_FAST',
      clerk: 't1-tc',
      dueOn: '2026-10-04',
    });
  });

  it('pays 700 of 700 from the petty cash, by another person than the handler, and files it with the county', () => {
    const walk = fire();
    expect(pay(walk, '2026-10-02')).toMatchObject({ ok: true, reply: { status: 'paid', amountFen: 70_000 } });
    expect(cashOf(walk).balanceFen).toBe(4_930_000);
    expect(paperOf(walk, 'W32').data).toMatchObject({
      amountFen: 70_000,
      capFen: 72_000,
      handler: 't1-tc',
      approver: 't1-td',
    });
    expect(termOf(walk, 'fast-supplement').dueOn).toBe('2026-10-20');
    const receipt = [{ item: 'aid-receipt', attachmentId: attach(walk.world, 'receipt') }];
    done(walk, 'supplement-fast-aid', '2026-10-12', { raw: { explanation: '失火属实', materials: receipt } });
    done(walk, 'file-fast-aid', '2026-10-13', { by: officer });
    expect(headOf(walk)).toMatchObject({ status: 'settled', endedOn: '2026-10-13' });
    expectFolded(walk);
  });

  it('pays 720 of 1,000 and leaves the rest to the standard way', () => {
    const walk = fire({ requestedFen: 100_000 });
    const paid = pay(walk, '2026-10-02');
    expect(paid.reply.amountFen).toBe(72_000);
    expect(paid.event?.data).toMatchObject({ amountFen: 72_000, remainderFen: 28_000 });
  });

  it.each([
    ['beyond one month of the standard', { amountFen: 72_001 }, 'petty-cash-single-cap'],
    ['more than was asked for', { amountFen: 100_001 }, 'input-invalid'],
  ] as const)('refuses %s', (_what, input, code) => {
    const walk = fire({ requestedFen: 100_000 });
    const before = untouched(walk);
    expect(pay(walk, '2026-10-02', input)).toMatchObject({ ok: false, code });
    expect(untouched(walk)).toBe(before);
  });

  it('is not paid by the person who registered it, whatever the post (SD9)', () => {
    const walk = fire();
    expect(pay(walk, '2026-10-02', {}, actor('TD', 't1-tc', township))).toMatchObject({
      code: 'payer-may-not-approve',
    });
  });

  it('is not paid where the township has no petty cash, or no power', () => {
    const world = demonstrationWorld();
    const registered = register(world);
    const walk = { world, caseId: registered.reply.caseId, persons: [] };
    expect(pay(walk, '2026-10-02')).toMatchObject({ code: 'petty-cash-not-open' });
    const county = world.states.get('county:649900') as unknown as { parts: { delegations: Record<string, object> } };
    const { [`LS_FAST#${township}`]: _taken, ...delegations } = county.parts.delegations;
    world.states.set('county:649900', { ...county, parts: { ...county.parts, delegations } } as never);
    expect(pay(walk, '2026-10-02')).toMatchObject({ code: 'post-not-permitted' });
  });

  it.each(['accept-application', 'request-verification', 'record-visit', 'give-opinion', 'post-publicity'])(
    'can be made to wait for no %s',
    (act) => {
      const walk = fire();
      expect(take(walk, act, '2026-10-02')).toMatchObject({ ok: false, code: 'step-out-of-order' });
    },
  );

  it('is paid late rather than never, and the delay shows (P10)', () => {
    const walk = fire();
    done(walk, 'pay-fast-aid', '2026-10-09', { by: approver, raw: { method: 'transfer' } });
    expect(termOf(walk, 'fast-payment')).toMatchObject({ dueOn: '2026-10-04', endedOn: '2026-10-09' });
  });

  it('is not split in two: one emergency a person until it is filed', () => {
    const { world } = fire();
    expect(register(world, { villageCode: '649900101201', requestedFen: 50_000 })).toMatchObject({
      code: 'case-already-open',
    });
  });

  it('completes the file with the receipt the person signed', () => {
    const walk = fire();
    done(walk, 'pay-fast-aid', '2026-10-02', { by: approver, raw: { method: 'cash' } });
    const raw = {
      explanation: '失火属实',
      materials: [{ item: 'medical-receipts', attachmentId: attach(walk.world, 'bill') }],
    };
    expect(take(walk, 'supplement-fast-aid', '2026-10-12', { raw })).toMatchObject({ code: 'materials-incomplete' });
  });

  it('did not exist before 29 January 2026 (RP-2026A; rulebook 0.4)', () => {
    const world = demonstrationWorld();
    const on = (day: string) => register(world, { happenedOn: day }, day);
    expect(on('2026-01-28')).toMatchObject({ code: 'program-closed', detail: { missing: ['law:TA26'] } });
    expect(on('2026-01-29')).toMatchObject({ ok: true });
  });
});
