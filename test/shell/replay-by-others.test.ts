import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { registerAttachment } from '../../functions/intake/register-attachment.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { readRun } from '../../functions/shell/query-runs.ts';
import { runQuery } from '../../functions/supervision/run-query.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, emptyWorld } from '../world.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

let shell: TestShell;
const clerk = actor('TC', 't1-tc');

beforeAll(async () => {
  shell = await startTestShell();
});
afterAll(() => shell.engine.stop());

const body = async (series: number): Promise<Record<string, unknown>> => {
  const form = application(emptyWorld(), familyOfThree(series));
  const items = (form['materials'] as { item: string }[]).map(({ item }) => item);
  const materials = await Promise.all(
    items.map(async (item) => ({ item, attachmentId: await shell.attach(`${item} replay ${series}`) })),
  );
  return { ...form, materials };
};

/** Waits until a run is over: the engine must not outlive the test. */
async function settled(runId: string): Promise<void> {
  while ((await readRun(shell.ports, { runId }))?.view.state === 'running')
    await new Promise((done) => setTimeout(done, 5));
}

describe('a key of one caller in the hands of another', () => {
  it('does not reveal the first answer, whoever of the same client sends it', async () => {
    const form = await body(50);
    const first = await shell.run(submitApplication, clerk, { body: form, key: 'shared' });
    expect(first.status).toBe(201);
    const others = [
      { ...clerk, personId: 't1-tc-other' },
      { ...clerk, orgCode: '649900102' },
      { ...clerk, post: 'AP' as const, orgCode: '' },
      { ...clerk, act: 'p-somebody' },
    ];
    for (const other of others) {
      const reply = await shell.run(submitApplication, other, { body: form, key: 'shared' });
      expect(reply.body.code).toBe('idempotency-key-reused');
      expect(JSON.stringify(reply.body)).not.toContain(first.body.caseId);
    }
    expect(await shell.run(submitApplication, clerk, { body: form, key: 'shared' })).toEqual({
      ...first,
      replayed: true,
    });
  });

  it('does not reveal a case of another township by the key of its clerk', async () => {
    const { caseId } = (await shell.run(submitApplication, clerk, { body: await body(51) })).body;
    await shell.run(acceptApplication, clerk, { params: { caseId }, key: 'accepted' });
    const stranger = actor('TC', 't2-tc', '649900102');
    const reply = await shell.run(acceptApplication, stranger, { params: { caseId }, key: 'accepted' });
    expect(reply.body.code).toBe('idempotency-key-reused');
  });

  it('neither joins two callers in one attachment nor in one run of a query', async () => {
    const file = {
      countyCode: '649900',
      size: 10,
      contentType: 'image/png',
      sha256: 'c'.repeat(64),
      purpose: 'material',
    };
    const ask = {
      query: 'overdue-by-township',
      params: { county: '649900', from_on: '2026-07-01', to_on: '2026-07-31' },
      purpose: '七月检查',
    };
    const county = actor('CC', 'cc-1', '649900');
    const pairs = [
      [registerAttachment, clerk, file, 'attachmentId'],
      [runQuery, county, ask, 'runId'],
    ] as const;
    for (const [step, who, input, id] of pairs) {
      const mine = await shell.run(step, who, { body: input, key: 'effect' });
      const again = await shell.run(step, who, { body: input, key: 'effect' });
      const theirs = await shell.run(step, { ...who, personId: 'somebody-else' }, { body: input, key: 'effect' });
      expect(again.body[id]).toBe(mine.body[id]);
      expect(theirs.body[id]).not.toBe(mine.body[id]);
      if (step === runQuery) for (const { body: run } of [mine, theirs]) await settled(run.runId);
    }
  });
});
