import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { withdrawApplication } from '../../functions/intake/withdraw-application.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { eventPartition, personKey } from '../../functions/shell/keys.ts';
import { openNames } from '../../functions/shell/reveal.ts';
import { approveErasure } from '../../functions/supervision/approve-erasure.ts';
import { requestErasure } from '../../functions/supervision/request-erasure.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, emptyWorld } from '../world.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

let shell: TestShell;
const clerk = actor('TC', 't1-tc');
const first = actor('CC', 'cc-1');
const second = actor('CC', 'cc-2');

beforeAll(async () => {
  shell = await startTestShell();
});
afterAll(() => shell.engine.stop());

async function submitted(series: number): Promise<string> {
  const form = application(emptyWorld(), familyOfThree(series));
  const materials = await Promise.all(
    (form['materials'] as { item: string }[]).map(async ({ item }, i) => ({
      item,
      attachmentId: await shell.attach(`${item} erasure ${series} ${i}`),
    })),
  );
  return (await shell.run(submitApplication, clerk, { body: { ...form, materials } })).body.caseId;
}

const eventsOf = async (caseId: string): Promise<Event[]> =>
  (await shell.ports.store.partition(eventPartition('case', caseId))).items.map(({ record }) => record as Event);
const personsOf = async (caseId: string): Promise<string[]> => [
  ...new Set(JSON.stringify(await eventsOf(caseId)).match(/t_[0-9a-f]{32}/g) ?? []),
];

describe('an erasure on the real store', () => {
  it('removes the wrapped keys with the event, once, and leaves events and chain as they are', async () => {
    const caseId = await submitted(41);
    const body = { statement: await shell.attach('withdrawal') };
    expect((await shell.run(withdrawApplication, clerk, { params: { caseId }, body })).status).toBe(200);
    const persons = await personsOf(caseId);
    expect(Object.keys(await openNames(shell.ports, persons))).toHaveLength(3);
    const before = await eventsOf(caseId);
    await shell.ports.clock.moveTo('2060-01-01T02:00:00.000Z');
    const asked = { caseId, reason: '期满，经鉴定无继续保存价值' };
    const { erasureId } = (await shell.run(requestErasure, first, { body: asked })).body;
    const approve = (key: string) => shell.run(approveErasure, second, { params: { erasureId }, key });
    const done = await approve('erase-1');
    expect(done).toMatchObject({ status: 200, body: { state: 'erased', erased: 3, kept: 0 } });
    expect(await openNames(shell.ports, persons)).toEqual({});
    const items = await shell.ports.store.load(persons.map(personKey));
    expect(items.map(({ record }) => (record as { sealed: { wrappedKey: unknown } }).sealed.wrappedKey)).toEqual([
      null,
      null,
      null,
    ]);
    expect(await approve('erase-1')).toMatchObject({ status: 200, replayed: true });
    expect((await approve('erase-2')).body).toMatchObject({ code: 'already-done' });
    const after = await eventsOf(caseId);
    expect(after).toEqual(before);
    for (const { hash, ...rest } of after) expect(hashOfEvent(rest)).toBe(hash);
  });

  it('is decided again where the person applies between reading and writing: the new data stay', async () => {
    const caseId = await submitted(42);
    const body = { statement: await shell.attach('withdrawal 42') };
    await shell.run(withdrawApplication, clerk, { params: { caseId }, body });
    const persons = await personsOf(caseId);
    await shell.ports.clock.moveTo('2090-01-01T02:00:00.000Z');
    const asked = { caseId, reason: '期满' };
    const { erasureId } = (await shell.run(requestErasure, first, { body: asked })).body;
    const { store } = shell.ports;
    let meanwhile: Promise<string> | undefined;
    const racing: typeof store = {
      ...store,
      commit: async (writes) => {
        if (!meanwhile) {
          meanwhile = submitted(42);
          await meanwhile;
        }
        return store.commit(writes);
      },
    };
    const answer = await shell.run(approveErasure, second, { params: { erasureId }, over: { store: racing } });
    expect(answer.body).toMatchObject({ code: 'persons-still-held' });
    expect(Object.keys(await openNames(shell.ports, persons))).toHaveLength(3);
  });
});
