import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../functions/core/case-fold.ts';
import type { Event } from '../../functions/core/event.ts';
import { type AnyState, fold } from '../../functions/core/fold.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { withdrawApplication } from '../../functions/intake/withdraw-application.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import {
  attachmentKey,
  attachmentObject,
  eventPartition,
  openCaseKey,
  partitionOf,
} from '../../functions/shell/keys.ts';
import { itemsOf } from '../../functions/shell/projection.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, emptyWorld } from '../world.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

let shell: TestShell;
const clerk = actor('TC', 't1-tc');

beforeAll(async () => {
  shell = await startTestShell();
});
afterAll(() => shell.engine.stop());

const body = async (series: number, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
  const form = application(emptyWorld(), familyOfThree(series), more);
  const materials = await Promise.all(
    (form['materials'] as { item: string }[]).map(async ({ item }) => ({
      item,
      attachmentId: await shell.attach(`${item} ${series}`),
    })),
  );
  return { ...form, materials };
};

const eventsOf = async (caseId: string): Promise<readonly Event[]> =>
  (await shell.ports.store.partition(eventPartition('case', caseId))).items.map(({ record }) => record as Event);

describe('a command', () => {
  it('costs one read and one transaction', async () => {
    const form = await body(1);
    const { caseId } = (await shell.run(submitApplication, clerk, { body: form })).body;
    const sent: string[] = [];
    shell.engine.client.middlewareStack.add(
      (next, context) => (args) => {
        sent.push(String((context as { commandName?: string }).commandName));
        return next(args);
      },
      { step: 'initialize', name: 'counting' },
    );
    const accepted = await shell.run(acceptApplication, clerk, { params: { caseId } });
    shell.engine.client.middlewareStack.remove('counting');
    expect(accepted.body).toMatchObject({ status: 'accepted', dueOn: '2026-08-31' });
    expect(sent).toEqual(['BatchGetItemCommand', 'TransactWriteItemsCommand']);
  });

  it('repeated under its key answers the first result and writes nothing', async () => {
    const form = await body(2);
    const first = await shell.run(submitApplication, clerk, { body: form, key: 'once' });
    const second = await shell.run(submitApplication, clerk, { body: form, key: 'once' });
    expect(first.status).toBe(201);
    expect(second).toEqual({ ...first, replayed: true });
    expect(await eventsOf(first.body.caseId)).toHaveLength(1);
    const other = await shell.run(submitApplication, clerk, { body: await body(3), key: 'once' });
    expect(other.body.code).toBe('idempotency-key-reused');
  });

  it('sent fifty times at once under one key is applied once', async () => {
    const form = await body(4);
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => shell.run(submitApplication, clerk, { body: form, key: 'fifty' })),
    );
    expect(new Set(replies.map(({ status, body: { caseId } }) => `${status} ${caseId}`)).size).toBe(1);
    expect(replies.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('locks the members of a household until the case is closed', async () => {
    const { caseId } = (await shell.run(submitApplication, clerk, { body: await body(5) })).body;
    const again = await shell.run(submitApplication, clerk, { body: await body(5) });
    expect(again.body).toMatchObject({ code: 'case-already-open', openCaseId: caseId });
    expect(
      (
        await shell.run(withdrawApplication, clerk, {
          params: { caseId },
          body: { statement: await shell.attach('statement') },
        })
      ).body,
    ).toMatchObject({ status: 'withdrawn' });
    expect((await shell.run(submitApplication, clerk, { body: await body(5) })).status).toBe(201);
  });

  it('with a number in its path that no key could hold meets no route', async () => {
    const caseId = '6'.repeat(3_000);
    expect((await shell.run(acceptApplication, clerk, { params: { caseId } })).body.code).toBe('route-unknown');
  });

  it('that refers to a file of another kind than it was registered as is refused, whatever took its bytes', async () => {
    const bytes = Buffer.from('<html><script>alert(1)</script></html>');
    const attachmentId = 'att-0000000000000001';
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const record = { attachmentId, countyCode: '649900', sha256, size: bytes.length, contentType: 'image/jpeg' };
    await shell.ports.objects.put(attachmentObject(attachmentId), bytes);
    await shell.ports.store.commit([{ kind: 'put', role: 'other', item: { ...attachmentKey(attachmentId), record } }]);
    const materials = [{ item: 'application-form', attachmentId }];
    const refused = await shell.run(submitApplication, clerk, { body: { ...(await body(40)), materials } });
    expect(refused.body.code).toBe('attachment-altered');
  });

  it('keeps an external number unique per client', async () => {
    expect((await shell.run(submitApplication, clerk, { body: await body(6, { externalNo: 'NX-1' }) })).status).toBe(
      201,
    );
    expect((await shell.run(submitApplication, clerk, { body: await body(7, { externalNo: 'NX-1' }) })).body.code).toBe(
      'external-number-used',
    );
  });

  it('leaves the stored state equal to the fold of its events, and the chain unbroken', async () => {
    const { caseId } = (await shell.run(submitApplication, clerk, { body: await body(8) })).body;
    await shell.run(acceptApplication, clerk, { params: { caseId } });
    const events = await eventsOf(caseId);
    let chain = '';
    for (const { hash, ...unhashed } of events) {
      expect(unhashed.prevHash).toBe(chain);
      expect(hashOfEvent(unhashed)).toBe(hash);
      chain = hash;
    }
    const folded = events.reduce<AnyState | undefined>(fold, undefined) as CaseState;
    const stored = (await shell.ports.store.partition(partitionOf('case', caseId))).items;
    const expected = itemsOf('case', caseId, folded)
      .map(({ item }) => item)
      .filter(({ pk }) => pk.startsWith('C#'));
    const bare = ({ sk, record }: { sk: string; record: unknown }) => ({ sk, record });
    expect(stored.map(bare)).toEqual(expected.map(bare).sort((a, b) => (a.sk < b.sk ? -1 : 1)));
    const [lock] = await shell.ports.store.load([openCaseKey(folded.head.applicant, 'DB')]);
    expect(lock?.record).toMatchObject({ caseId });
  });

  it('keeps the case item within two kilobytes', async () => {
    const { caseId } = (await shell.run(submitApplication, clerk, { body: await body(9) })).body;
    await shell.run(acceptApplication, clerk, { params: { caseId } });
    const [head] = await shell.ports.store.load([{ pk: partitionOf('case', caseId), sk: 'HEAD' }]);
    expect(Buffer.byteLength(JSON.stringify(head))).toBeLessThan(2048);
  });
});

describe('a command that meets others', () => {
  /** Fails the next transactions of the client as DynamoDB would; answers how many were sent in all. */
  const failing = (errors: readonly Error[]): { readonly sent: () => number; stop(): void } => {
    let sent = 0;
    const stack = shell.engine.client.middlewareStack;
    stack.add(
      (next, context) => async (args) => {
        if ((context as { commandName?: string }).commandName !== 'TransactWriteItemsCommand') return next(args);
        sent += 1;
        const error = errors[sent - 1];
        if (error) throw error;
        return next(args);
      },
      { step: 'initialize', name: 'failing' },
    );
    return { sent: () => sent, stop: () => stack.remove('failing') };
  };
  const cancelled = (code: string): Error =>
    Object.assign(new Error(code), {
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: code }],
      $metadata: {},
    });

  it('tries again with fresh facts after a conflict, and is applied once', async () => {
    const { caseId } = (await shell.run(submitApplication, clerk, { body: await body(30) })).body;
    const faults = failing([cancelled('TransactionConflict'), cancelled('TransactionConflict')]);
    const accepted = await shell.run(acceptApplication, clerk, { params: { caseId } });
    faults.stop();
    expect(accepted.body).toMatchObject({ status: 'accepted', version: 2 });
    expect(faults.sent()).toBe(3);
    expect(await eventsOf(caseId)).toHaveLength(2);
  });

  it('answers 503 with Retry-After when throttled for good, and has written nothing', async () => {
    const { caseId } = (await shell.run(submitApplication, clerk, { body: await body(31) })).body;
    const faults = failing(Array.from({ length: 400 }, () => cancelled('ThrottlingError')));
    const refused = await shell.run(acceptApplication, clerk, { params: { caseId }, key: 'throttled' });
    faults.stop();
    expect(refused).toMatchObject({ status: 503, body: { code: 'too-busy' } });
    expect(await eventsOf(caseId)).toHaveLength(1);
    const again = await shell.run(acceptApplication, clerk, { params: { caseId }, key: 'throttled' });
    expect(again).toMatchObject({ status: 200, replayed: false });
  });
});
