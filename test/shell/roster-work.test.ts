import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../functions/core/case-fold.ts';
import type { Event } from '../../functions/core/event.ts';
import { type AnyState, fold } from '../../functions/core/fold.ts';
import type { RosterSubject } from '../../functions/core/roster-fold.ts';
import { eventPartition, headKey, partitionOf } from '../../functions/shell/keys.ts';
import type { Ports, Write } from '../../functions/shell/ports.ts';
import { itemsOf, writesBetween } from '../../functions/shell/projection.ts';
import { continueRoster, unfinishedRostersTask } from '../../functions/shell/roster-work.ts';
import { approvePayee } from '../../functions/supervision/approve-payee.ts';
import { approveRoster } from '../../functions/supervision/approve-roster.ts';
import { checkRoster } from '../../functions/supervision/check-roster.ts';
import { enterPayee } from '../../functions/supervision/enter-payee.ts';
import { openRoster } from '../../functions/supervision/open-roster.ts';
import { orderPaymentFile } from '../../functions/supervision/order-payment-file.ts';
import { paymentFileKey } from '../../functions/supervision/read-payment-file.ts';
import { verifyRoster } from '../../functions/supervision/verify-roster.ts';
import type { RosterHead } from '../../schemas/roster.ts';
import { residentId } from '../applications.ts';
import { accountOf, checker, payer, receiving, secondPayer, verifier } from '../decide/funded-county.ts';
import { demonstrationWorld } from '../world.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

const HOUSEHOLDS = 60;
const rosterId = '649900-DB_URBAN-2026-09';
let shell: TestShell;
let caseIds: readonly string[];

beforeAll(async () => {
  shell = await startTestShell();
  const world = demonstrationWorld();
  caseIds = Array.from({ length: HOUSEHOLDS }, (_, i) => receiving(world, { n: i + 1 }));
  for (const caseId of caseIds) {
    const after = world.states.get(`case:${caseId}`) as CaseState;
    await shell.ports.store.commit(writesBetween('case', caseId, { before: undefined, after }));
  }
});
afterAll(() => shell.engine.stop());

const headOf = async (): Promise<RosterHead> => {
  const [item] = await shell.ports.store.load([headKey('roster', rosterId)]);
  return (item as { record: { head: RosterHead } }).record.head;
};

/** The ports of a worker that dies at its n-th commit: before it is written, or after. */
function dyingAt(n: number, when: 'before' | 'after'): Ports {
  let commits = 0;
  const commit = async (writes: readonly Write[]) => {
    commits += 1;
    if (commits === n && when === 'before') throw new Error('killed');
    const result = await shell.ports.store.commit(writes);
    if (commits === n) throw new Error('killed');
    return result;
  };
  return { ...shell.ports, store: { ...shell.ports.store, commit } };
}

describe('a roster on the embedded engine', () => {
  it('is built whole though workers die between pages, before and after a write, and two work at once', async () => {
    await shell.ports.clock.moveTo('2026-08-16T02:00:00.000Z');
    const support = await shell.run(openRoster, payer, { body: { program: 'TK', month: '2026-09' } });
    expect([support.status, support.body.state]).toEqual([202, 'building']);
    const { store } = shell.ports;
    const opened = { rosterId, lines: 0 };
    // The opening itself: its first worker is killed at the second page.
    const real = store.commit;
    let commits = 0;
    (store as { commit: typeof real }).commit = async (writes) => {
      commits += 1;
      if (commits === 3) throw new Error('killed');
      return real(writes);
    };
    const first = await shell.run(openRoster, payer, { body: { program: 'DB_URBAN', month: '2026-09' } });
    (store as { commit: typeof real }).commit = real;
    expect([first.status, first.body.rosterId]).toEqual([202, opened.rosterId]);
    expect(await headOf()).toMatchObject({ state: 'building', pages: 1 });
    await expect(continueRoster(dyingAt(1, 'after'), rosterId, payer)).rejects.toThrow('killed');
    await expect(continueRoster(dyingAt(1, 'before'), rosterId, payer)).rejects.toThrow('killed');
    expect(await headOf()).toMatchObject({ state: 'building', pages: 2 });
    await Promise.all([continueRoster(shell.ports, rosterId, payer), unfinishedRostersTask(shell.ports, '649900')]);
    expect(await unfinishedRostersTask(shell.ports, '649900')).toBe(0);
    const head = await headOf();
    expect(head).toMatchObject({ state: 'verifying', exceptions: 0, sums: { held: { lines: HOUSEHOLDS } } });
    const again = await shell.run(openRoster, payer, { body: { program: 'DB_URBAN', month: '2026-09' } });
    expect(again.body.state).toBe('verifying');
    expect(await headOf()).toEqual(head);
  });

  it('stands in the store as the fold of its events says, each household once', async () => {
    const { items } = await shell.ports.store.partition(eventPartition('roster', rosterId));
    const state = items
      .map(({ record }) => record as Event)
      .reduce<AnyState | undefined>(fold, undefined) as RosterSubject;
    expect(Object.keys(state.parts.lines).sort()).toEqual([...caseIds].sort());
    const stored = await shell.ports.store.partition(partitionOf('roster', rosterId), { prefix: 'LINE#' });
    const told = itemsOf('roster', rosterId, state).filter(({ item }) => item.sk.startsWith('LINE#'));
    expect(stored.items.map(({ sk, record }) => [sk, record])).toEqual(
      told.map(({ item }) => [item.sk, item.record]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  });

  it('is paid by a file with the accounts, its hash in the event, and the reading in the access log', async () => {
    const [one = '', two = ''] = caseIds;
    for (const [i, caseId] of [one, two].entries()) {
      const evidence = [await shell.attach(`card ${i}`)];
      const idNumber = residentId('19851120', 100 + (i + 1) * 3);
      const body = { caseId, kind: 'member', name: '=测试户主', idNumber, account: accountOf(i + 1), evidence };
      const entered = await shell.run(enterPayee, verifier, { body });
      // The household in the store carries tokens of the test world, the shell's own are keyed: it says who is not a member.
      expect([entered.status, entered.body.code]).toEqual([422, 'payee-not-of-household']);
      const guardian = await shell.run(enterPayee, verifier, { body: { ...body, kind: 'guardian' } });
      expect(guardian.status).toBe(201);
      const approval = { params: { caseId }, body: { result: 'approved' } };
      expect((await shell.run(approvePayee, checker, approval)).status).toBe(200);
    }
    const params = { rosterId };
    await shell.run(verifyRoster, verifier, { params, body: { complete: true } });
    const checked = await shell.run(checkRoster, checker, { params, body: { release: [one, two], complete: true } });
    expect(checked.body).toMatchObject({ state: 'approving', sums: { listed: { lines: 2, amountFen: 132_000 } } });
    await shell.run(approveRoster, payer, { params });
    expect((await shell.run(approveRoster, secondPayer, { params })).body.state).toBe('approved');
    expect((await shell.run(orderPaymentFile, payer, { params })).status).toBe(202);
    const [file] = (await headOf()).files;
    expect(file).toMatchObject({ no: 1, lines: 2, amountFen: 132_000 });
    const bytes = await shell.ports.objects.get(paymentFileKey(rosterId, 1, file?.sha256 ?? ''));
    expect(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    ).toBe(file?.sha256);
    const text = Buffer.from(bytes ?? '').toString('utf8');
    expect(text).toContain(`"${one}","'=测试户主","${accountOf(1)}","660.00","2026-09"`);
    expect(text.trim().split('\r\n')).toHaveLength(3);
    const { items } = await shell.ports.store.partition(eventPartition('access', '649900'));
    expect(items.map(({ record }) => (record as Event).data)).toContainEqual(
      expect.objectContaining({ act: 'order-payment-file', persons: 2 }),
    );
    const events = await shell.ports.store.partition(eventPartition('roster', rosterId), { limit: 500 });
    expect(JSON.stringify(events.items)).not.toContain(accountOf(1));
  });
});
