import { describe, expect, it } from '@jest/globals';
import { fold } from '../../functions/core/fold.ts';
import { openRoster } from '../../functions/supervision/open-roster.ts';
import { RosterLine } from '../../schemas/roster.ts';
import { actor, noon, play, type World } from '../world.ts';
import {
  act,
  approved,
  build,
  buildUrban,
  checker,
  county,
  file,
  lineIn,
  pay,
  payer,
  receiving,
  rosterIn,
  secondPayer,
  verifier,
} from './funded-county.ts';

const refolded = (world: World, rosterId: string) =>
  world.events
    .filter(({ subjectId }) => subjectId === rosterId)
    .reduce<unknown>((state, event) => fold(state as never, event), undefined);

const verify = (world: World, rosterId: string, input: unknown, as = verifier) =>
  act(world, 'verify-roster', { rosterId, as, on: '2026-08-20', input });
const check = (world: World, rosterId: string, input: unknown, on = '2026-08-21') =>
  act(world, 'check-roster', { rosterId, as: checker, on, input });
const approve = (world: World, rosterId: string, as = payer) =>
  act(world, 'approve-roster', { rosterId, as, on: '2026-08-22', input: {} });
const receive = (world: World, rosterId: string, input: unknown) =>
  act(world, 'record-receipts', { rosterId, as: payer, on: '2026-09-08', input });

describe('the roster of a month', () => {
  it('is frozen at the end of the cut-off day, page by page, every line with its decision and nothing entered', () => {
    const { world, caseIds } = county(45);
    expect(build(world, 'TK', '2026-09', '2026-08-15').opened.code).toBe('roster-not-due');
    build(world, 'TK', '2026-09', '2026-08-16');
    const { opened, pages } = build(world, 'DB_URBAN', '2026-09', '2026-08-16');
    expect(opened.reply).toMatchObject({
      state: 'building',
      cutoffOn: '2026-08-15',
      freezeAt: '2026-08-15T15:59:59.999Z',
      payBy: '2026-09-10',
    });
    expect(pages).toBeGreaterThan(2);
    const { head, parts } = rosterIn(world, '649900-DB_URBAN-2026-09');
    expect(head).toMatchObject({ state: 'verifying', sums: { listed: { lines: 45, amountFen: 45 * 66_000 } } });
    expect(Object.keys(parts.lines).sort()).toEqual([...caseIds].sort());
    for (const line of Object.values(parts.lines)) for (const part of line.parts) expect(part.paper).toContain('号');
    const added = world.events.filter(({ type }) => type === 'roster-page-added');
    const writes = added.map(({ data }) => {
      const { lines, exceptions, paid } = data as { lines: []; exceptions: []; paid: [] };
      return lines.length + exceptions.length + paid.length;
    });
    expect(Math.max(...writes)).toBeLessThanOrEqual(90);
    expect(rosterIn(world, head.rosterId)).toEqual(refolded(world, head.rosterId));
  });

  it('opened again answers where it stands, and changes nothing', () => {
    const { world } = county(2);
    const rosterId = buildUrban(world);
    const before = world.states.get(`roster:${rosterId}`);
    const again = build(world, 'DB_URBAN', '2026-09', '2026-08-17');
    expect([again.opened.reply.state, again.pages]).toEqual(['verifying', 0]);
    expect(world.states.get(`roster:${rosterId}`)).toBe(before);
  });

  it('follows the month before, and 特困 comes before 低保; a recognition pays nothing by the month', () => {
    const { world } = county(1);
    expect(build(world, 'DB_URBAN', '2026-09', '2026-08-16').opened).toMatchObject({
      code: 'roster-order',
      detail: { first: '649900-TK-2026-09' },
    });
    buildUrban(world);
    expect(build(world, 'TK', '2026-11', '2026-10-16').opened.detail).toEqual({ first: '649900-TK-2026-10' });
    expect(build(world, 'BY', '2026-09', '2026-08-16').opened.code).toBe('roster-without-payment');
    expect(build(world, 'LS_FAST', '2026-09', '2026-08-16').opened.code).toBe('roster-without-payment');
  });

  it('a line without a decision is impossible, by type and in fact', () => {
    const { world } = county(0);
    const caseId = receiving(world, { n: 1, entitlements: [{ paper: undefined }] });
    const rosterId = buildUrban(world);
    expect(lineIn(world, rosterId, caseId)).toBeUndefined();
    expect(Object.values(rosterIn(world, rosterId).parts.exceptions)).toMatchObject([
      { caseId, reason: 'no-decision' },
    ]);
    const { world: other, caseIds } = county(1);
    const line = lineIn(other, buildUrban(other), caseIds[0] ?? '');
    expect(RosterLine.safeParse(line).success).toBe(true);
    expect(RosterLine.safeParse({ ...line, parts: line?.parts.map((part) => ({ ...part, paper: '' })) }).success).toBe(
      false,
    );
    expect(RosterLine.safeParse({ ...line, parts: [] }).success).toBe(false);
  });

  it('invariant 8: a person is paid in one household a month, and not by 低保 while 特困 pays', () => {
    const { world } = county(0);
    const single = receiving(world, { n: 1, program: 'TK', people: 7 });
    const family = receiving(world, { n: 2, people: 7 });
    const first = receiving(world, { n: 3, people: 8 });
    const second = receiving(world, { n: 4, people: 8 });
    const rosterId = buildUrban(world);
    expect(lineIn(world, '649900-TK-2026-09', single)).toMatchObject({ amountFen: 66_000 });
    expect(lineIn(world, rosterId, family)).toBeUndefined();
    expect(lineIn(world, rosterId, first)).toBeDefined();
    expect(lineIn(world, rosterId, second)).toBeUndefined();
    expect(Object.values(rosterIn(world, rosterId).parts.exceptions)).toMatchObject([
      { caseId: family, reason: 'other-household', otherCaseId: single },
      { caseId: second, reason: 'other-household', otherCaseId: first },
    ]);
  });

  it('高龄津贴 stands beside 低保 for the same person (A7)', () => {
    const { world } = county(0);
    receiving(world, { n: 1, people: 7 });
    const aged = receiving(world, { n: 2, program: 'GL', people: 7 });
    buildUrban(world);
    build(world, 'GL', '2026-09', '2026-08-16');
    expect(lineIn(world, '649900-GL-2026-09', aged)).toBeDefined();
  });

  it('B20: a decision after the freeze comes as back pay of the next roster, a person paid elsewhere does not', () => {
    const { world, caseIds } = county(1);
    buildUrban(world);
    const late = receiving(world, { n: 9, entitlements: [{ decidedAt: '2026-08-15T16:00:00.000Z' }] });
    const moved = receiving(world, { n: 10, people: 1, entitlements: [{ decidedAt: '2026-08-20T02:00:00.000Z' }] });
    const rosterId = buildUrban(world, '2026-10', '2026-09-16');
    expect(lineIn(world, rosterId, late)?.parts.map(({ month, kind }) => [month, kind])).toEqual([
      ['2026-09', 'arrears'],
      ['2026-10', 'current'],
    ]);
    expect(lineIn(world, rosterId, caseIds[0] ?? '')?.amountFen).toBe(66_000);
    expect(lineIn(world, rosterId, moved)).toBeUndefined();
  });

  it('holds a household without an account, and pays it once there is one', () => {
    const { world, caseIds } = county(1);
    const without = receiving(world, { n: 9 });
    const rosterId = buildUrban(world);
    expect(lineIn(world, rosterId, without)).toMatchObject({ state: 'held', held: 'no-account' });
    approved(world, rosterId);
    expect(check(world, rosterId, { release: [without], complete: false }).code).toBe('payee-missing');
    pay(world, without, 9, '2026-08-21');
    expect(check(world, rosterId, { release: [without], complete: false }, '2026-08-22').ok).toBe(true);
    expect(rosterIn(world, rosterId).head.sums.listed.lines).toBe(caseIds.length + 1);
  });
});

describe('verification by the township', () => {
  it('P04: has no field for an amount, and a body that names one is refused with a code of its own', () => {
    const { world, caseIds } = county(1);
    const rosterId = buildUrban(world);
    const [caseId] = caseIds;
    for (const input of [
      { complete: true, amountFen: 1 },
      { complete: true, problems: [{ caseId, problem: 'other', amountFen: 100 }] },
      { complete: true, lines: [{ caseId, 金额: 1 }] },
    ])
      expect(verify(world, rosterId, input).code).toBe('roster-amount-fixed');
    expect(verify(world, rosterId, { complete: true, class: 'A' }).code).toBe('unknown-field');
    for (const name of ['check-roster', 'approve-roster', 'order-payment-file', 'record-receipts'])
      expect(
        act(world, name, {
          rosterId,
          as: name === 'check-roster' ? checker : payer,
          on: '2026-08-22',
          input: { amountFen: 1 },
        }).code,
      ).toBe('roster-amount-fixed');
    const opening = { program: 'TK', month: '2026-10', amountFen: 1 };
    expect(play(world, openRoster, { actor: payer, now: noon('2026-09-16'), input: opening }).code).toBe(
      'roster-amount-fixed',
    );
  });

  it('P04: the rest of the payment is not the township’s, nor the village’s', () => {
    const { world } = county(1);
    const rosterId = buildUrban(world);
    for (const name of [
      'check-roster',
      'approve-roster',
      'order-payment-file',
      'read-payment-file',
      'record-receipts',
    ]) {
      for (const post of ['TC', 'TS', 'TR', 'TD'] as const)
        expect(act(world, name, { rosterId, as: actor(post, 't1-x'), on: '2026-08-22' }).code).toBe(
          'township-may-not-pay',
        );
      expect(act(world, name, { rosterId, as: actor('VC', 't1-vc'), on: '2026-08-22' }).code).toBe(
        'village-may-not-decide',
      );
    }
  });

  it('reports lines of its own, in parts, and closes once; the county must settle each before the check is done', () => {
    const { world, caseIds } = county(3);
    const elsewhere = receiving(world, { n: 8, township: '649900102' });
    pay(world, elsewhere, 8);
    const rosterId = buildUrban(world);
    const [one = '', two = ''] = caseIds;
    const problem = { caseId: one, problem: 'died', note: '演示：村里报告' };
    expect(verify(world, rosterId, { problems: [{ ...problem, caseId: elsewhere }], complete: false }).code).toBe(
      'roster-line-unknown',
    );
    expect(verify(world, rosterId, { problems: [problem], complete: false }).ok).toBe(true);
    expect(verify(world, rosterId, { problems: [problem], complete: true }).code).toBe('already-done');
    expect(verify(world, rosterId, { problems: [{ caseId: two, problem: 'other' }], complete: true }).reply.state).toBe(
      'verifying',
    );
    expect(verify(world, rosterId, { complete: true }).code).toBe('already-done');
    expect(check(world, rosterId, { complete: true }).code).toBe('roster-out-of-order');
    const other = actor('TD', 't2-td');
    expect(verify(world, rosterId, { complete: true }, other).reply).toMatchObject({ state: 'checking' });
    expect(check(world, rosterId, { hold: [one], complete: true })).toMatchObject({
      code: 'roster-problem-open',
      detail: { open: 1 },
    });
    expect(check(world, rosterId, { hold: [one], release: [two], complete: true }).reply.state).toBe('approving');
    expect(lineIn(world, rosterId, one)).toMatchObject({ state: 'held', held: 'county', problem: 'died' });
    expect(lineIn(world, rosterId, two)).toMatchObject({ state: 'listed', problem: 'other' });
    expect(rosterIn(world, rosterId)).toEqual(refolded(world, rosterId));
  });

  it('shows a township its own lines and sums only', () => {
    const { world, caseIds } = county(2);
    const elsewhere = receiving(world, { n: 8, township: '649900102' });
    const rosterId = buildUrban(world);
    const read = (as = verifier, input: unknown = {}) =>
      act(world, 'read-roster', { rosterId, as, on: '2026-08-20', input });
    expect(read().reply.lines.map(({ caseId }: RosterLine) => caseId)).toEqual(caseIds);
    expect(read().reply.roster).toMatchObject({ townships: [{ townshipCode: '649900101', lines: 2 }] });
    expect(read().reply.roster.sums).toBeUndefined();
    expect(read(verifier, { township: '649900102' }).code).toBe('division-not-yours');
    expect(read(payer, { township: '649900102' }).reply.lines).toMatchObject([{ caseId: elsewhere }]);
    expect(read(actor('CP', 'cp-9', '640104')).code).toBe('roster-not-found');
    const list = act(world, 'list-rosters', {
      rosterId,
      as: checker,
      on: '2026-08-20',
      input: { program: 'DB_URBAN' },
    });
    expect(list.reply.rosters).toMatchObject([{ rosterId, sums: { held: { lines: 1 } } }]);
  });
});

describe('approval and payment', () => {
  it('SD3: takes two persons, neither of whom decided, verified or checked a line', () => {
    const { world } = county(2);
    const rosterId = buildUrban(world);
    expect(approve(world, rosterId).code).toBe('roster-out-of-order');
    verify(world, rosterId, { complete: true });
    check(world, rosterId, { complete: true });
    for (const personId of ['t1-td', 't1-tc', 'cc-3'])
      expect(approve(world, rosterId, actor('CP', personId, '649900')).code).toBe('payer-may-not-be-confirmer');
    expect(approve(world, rosterId).reply.state).toBe('approving');
    expect(approve(world, rosterId, actor('CF', 'cp-1', '649900')).code).toBe('second-approval-same-person');
    expect(approve(world, rosterId, secondPayer).reply.state).toBe('approved');
    const made = act(world, 'order-payment-file', { rosterId, as: actor('CP', 't1-td', '649900'), on: '2026-09-01' });
    expect(made.code).toBe('payer-may-not-be-confirmer');
  });

  it('pays in a file, and failed lines in a further one to the account in use by then; the sums always agree', () => {
    const { world, caseIds } = county(3);
    const rosterId = buildUrban(world);
    expect(file(world, rosterId).code).toBe('roster-out-of-order');
    approved(world, rosterId);
    expect(file(world, rosterId).reply.files).toMatchObject([{ no: 1, lines: 3, amountFen: 198_000, outstanding: 3 }]);
    expect(file(world, rosterId).code).toBe('payment-file-open');
    const [one = '', two = '', three = ''] = caseIds;
    const paid = (caseId: string) => ({ caseId, result: 'paid', paidOn: '2026-09-08' });
    const failed = { caseId: two, result: 'failed', failure: 'account-closed' };
    expect(receive(world, rosterId, { fileNo: 2, receipts: [paid(one)] }).code).toBe('payment-file-not-found');
    expect(receive(world, rosterId, { fileNo: 1, receipts: [paid(one), failed] }).ok).toBe(true);
    expect(receive(world, rosterId, { fileNo: 1, receipts: [paid(one)] }).code).toBe('receipt-contradicts');
    expect(check(world, rosterId, { release: [two], complete: false }, '2026-09-08').code).toBe('payment-file-open');
    expect(receive(world, rosterId, { fileNo: 1, receipts: [paid(three)] }).reply.sums).toEqual({
      listed: { lines: 0, amountFen: 0 },
      held: { lines: 0, amountFen: 0 },
      paid: { lines: 2, amountFen: 132_000 },
      failed: { lines: 1, amountFen: 66_000 },
    });
    expect(file(world, rosterId).code).toBe('nothing-to-pay');
    expect(check(world, rosterId, { release: [one], complete: false }, '2026-09-09').code).toBe('already-done');
    const before = lineIn(world, rosterId, two)?.account;
    expect(check(world, rosterId, { release: [two], complete: false }, '2026-09-09').ok).toBe(true);
    expect(lineIn(world, rosterId, two)?.account).toBe(before);
    expect(file(world, rosterId, '2026-09-10').reply.files[1]).toMatchObject({ no: 2, lines: 1, amountFen: 66_000 });
    expect(receive(world, rosterId, { fileNo: 2, receipts: [paid(two)] }).reply.state).toBe('settled');
    expect(rosterIn(world, rosterId)).toEqual(refolded(world, rosterId));
  });
});
