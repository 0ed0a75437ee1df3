import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { recordAppeal } from '../../functions/review/record-appeal.ts';
import { settleAppeal } from '../../functions/review/settle-appeal.ts';
import { eventPartition } from '../../functions/shell/keys.ts';
import { listAppeals } from '../../functions/supervision/list-appeals.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, emptyWorld } from '../world.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

let shell: TestShell;
beforeAll(async () => {
  shell = await startTestShell();
});
afterAll(() => shell.engine.stop());

const clerk = actor('TC', 't1-tc');
const officer = actor('CC', 'cc-1');
const typesOf = async (kind: 'case' | 'appeal', id: string): Promise<string[]> =>
  (await shell.ports.store.partition(eventPartition(kind, id))).items.map(({ record }) => (record as Event).type);

it('an appeal and its case are written together, and what was ordered is read back with the case and carried out', async () => {
  const form = application(emptyWorld(), familyOfThree(71), { submittedAt: '2026-06-01T01:00:00.000Z' });
  const materials = await Promise.all(
    (form['materials'] as { item: string }[]).map(async ({ item }) => ({
      item,
      attachmentId: await shell.attach(`${item} appeal`),
    })),
  );
  const { caseId } = (await shell.run(submitApplication, clerk, { body: { ...form, materials } })).body;
  const evidence = await shell.attach('copy of the application for review');
  const input = { kind: 'review', duty: 'acceptance', filedOn: '2026-06-15', claims: ['请求责令受理'] };
  const appeal = await shell.run(recordAppeal, clerk, {
    params: { caseId },
    body: { ...input, evidence: [evidence], appellant: { name: '测试亲属' } },
  });
  expect(appeal.status).toBe(201);
  const appealId = `${caseId}-A1`;
  expect(appeal.body).toMatchObject({ appealId, act: 'inaction', lastOn: '2026-08-07', inTime: true });
  expect(await typesOf('appeal', appealId)).toEqual(['appeal-opened']);
  expect(JSON.stringify(await shell.ports.store.partition(eventPartition('appeal', appealId)))).not.toContain(
    '测试亲属',
  );
  const listed = await shell.run(listAppeals, officer, {});
  expect(listed.body.appeals).toMatchObject([{ appealId, status: 'open' }]);

  const outcome = {
    outcome: 'ordered-to-act',
    decidedOn: '2026-06-20',
    orderNo: '演示复决〔2026〕9号',
    dueOn: '2026-12-30',
  };
  const settled = await shell.run(settleAppeal, officer, {
    params: { caseId, appealId },
    body: { ...outcome, evidence: await shell.attach('the review decision') },
  });
  expect(settled.body).toMatchObject({ status: 'settled', outcome: 'ordered-to-act' });
  await shell.run(acceptApplication, clerk, { params: { caseId } });
  expect(await typesOf('case', caseId)).toEqual([
    'application-submitted',
    'appeal-recorded',
    'appeal-settled',
    'application-accepted',
  ]);
  const { items } = await shell.ports.store.partition(eventPartition('case', caseId));
  const ended = items.map(({ record }) => (record as Event).terms?.end ?? []);
  expect(ended.at(-1)).toContain('appeal-order');
});
