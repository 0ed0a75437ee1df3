import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { recordComplaint } from '../../functions/review/record-complaint.ts';
import { hashOfJson } from '../../functions/shell/hash.ts';
import { dueIn, eventPartition, headKey, partitionOf, personKey } from '../../functions/shell/keys.ts';
import type { CaseStore, Key } from '../../functions/shell/ports.ts';
import { runStep } from '../../functions/shell/run-step.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, emptyWorld } from '../world.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

let shell: TestShell;
const clerk = actor('TC', 't1-tc');
const officer = actor('CC', 'cc-1');

beforeAll(async () => {
  shell = await startTestShell();
});
afterAll(() => shell.engine.stop());

const acceptedCase = async (series: number): Promise<string> => {
  const form = application(emptyWorld(), familyOfThree(series));
  const materials = await Promise.all(
    (form['materials'] as { item: string }[]).map(async ({ item }) => ({
      item,
      attachmentId: await shell.attach(`${item} two ${series}`),
    })),
  );
  const { caseId } = (await shell.run(submitApplication, clerk, { body: { ...form, materials } })).body;
  await shell.run(acceptApplication, clerk, { params: { caseId } });
  return caseId as string;
};

const typesOf = async (kind: 'case' | 'complaint', id: string): Promise<string[]> =>
  (await shell.ports.store.partition(eventPartition(kind, id))).items.map(({ record }) => (record as Event).type);

const complaintIdOf = (key: string): string => `649900-XF-2026-${hashOfJson([officer, key]).slice(0, 12)}`;
const said = { channel: 'phone', content: '举报该户隐瞒收入', complainant: { name: '测试甲', phone: '13900001111' } };

/** Runs the complaint over a store of the test's, with or without `If-Match`. */
const complain = (caseId: string, key: string, over: { store?: CaseStore; ifMatch?: string } = {}) =>
  runStep(
    recordComplaint as never,
    {
      method: 'POST',
      path: `/v1/cases/${caseId}/complaints`,
      params: { caseId },
      query: {},
      headers: { 'idempotency-key': key, ...(over.ifMatch ? { 'if-match': over.ifMatch } : {}) },
      body: JSON.stringify(said),
      requestId: key,
      claims: {
        client_id: officer.clientId,
        sub: officer.personId,
        personId: officer.personId,
        posts: [{ role: 'CC', orgCode: '649900' }],
      },
    },
    { ...shell.ports, store: over.store ?? shell.ports.store },
  );

const blocker = (id: string) => ({ ...headKey('complaint', id), version: 7, record: {} });
const put = (id: string) => shell.ports.store.commit([{ kind: 'put', role: 'other', item: blocker(id) }]);
const remove = (key: Key) => shell.ports.store.commit([{ kind: 'delete', role: 'other', key }]);

describe('one act on two subjects', () => {
  it('writes both with all that follows: events, terms, the sealed record', async () => {
    const caseId = await acceptedCase(60);
    const id = complaintIdOf('both');
    expect((await complain(caseId, 'both')).status).toBe(200);
    expect((await typesOf('case', caseId)).at(-1)).toBe('complaint-recorded');
    expect(await typesOf('complaint', id)).toEqual(['complaint-registered']);
    const items = (await shell.ports.store.partition(partitionOf('complaint', id))).items;
    expect(items.map(({ sk }) => sk)).toEqual(['HEAD', 'TERM#complaint-receipt']);
    const due = (await shell.ports.store.index('d', dueIn('649900'))).items.map(({ d }) => d?.sk ?? '');
    expect(due.some((sk) => sk.endsWith(`#${id}#complaint-receipt`))).toBe(true);
    const { head } = (items[0]?.record ?? {}) as { head?: { complainant?: string } };
    const [sealed] = await shell.ports.store.load([personKey(head?.complainant ?? '')]);
    expect(sealed).toBeDefined();
    expect(JSON.stringify([items, sealed])).not.toContain('13900001111');
  });

  it('writes neither while the second cannot be written, and both once it can', async () => {
    const caseId = await acceptedCase(61);
    const id = complaintIdOf('neither');
    const before = await typesOf('case', caseId);
    await put(id);
    expect((await complain(caseId, 'neither')).status).toBe(503);
    expect(await typesOf('case', caseId)).toEqual(before);
    expect(await typesOf('complaint', id)).toEqual([]);
    await remove(headKey('complaint', id));
    expect((await complain(caseId, 'neither')).status).toBe(200);
    expect(await typesOf('case', caseId)).toEqual([...before, 'complaint-recorded']);
    expect(await typesOf('complaint', id)).toEqual(['complaint-registered']);
  });

  it.each([undefined, '"2"'])('tries again when only the second subject had moved, If-Match %s', async (ifMatch) => {
    const caseId = await acceptedCase(ifMatch ? 63 : 62);
    const key = `retried ${ifMatch ?? ''}`.replace(/\W/g, '-');
    const id = complaintIdOf(key);
    let attempts = 0;
    const commit: CaseStore['commit'] = async (writes) => {
      attempts += 1;
      if (attempts > 1) return shell.ports.store.commit(writes);
      await put(id);
      const result = await shell.ports.store.commit(writes);
      expect(result).toMatchObject({ ok: false, role: 'version' });
      await remove(headKey('complaint', id));
      return result;
    };
    const store = new Proxy(shell.ports.store, {
      get: (real, name) => (name === 'commit' ? commit : Reflect.get(real, name)),
    });
    expect((await complain(caseId, key, { store, ...(ifMatch ? { ifMatch } : {}) })).status).toBe(200);
    expect(attempts).toBe(2);
    expect((await typesOf('case', caseId)).filter((type) => type === 'complaint-recorded')).toHaveLength(1);
  });
});
