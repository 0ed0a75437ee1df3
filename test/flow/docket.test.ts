import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliverAlertsTask, raiseAlertsTask } from '../../functions/shell/docket.ts';
import { dueIn, subjectsOf } from '../../functions/shell/keys.ts';
import { notificationsIn } from '../../functions/shell/local/file-notifier.ts';
import { expectOk } from '../../infra/local/api-client.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import { application, familyOfThree } from '../applications.ts';
import { emptyWorld } from '../world.ts';
import { startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03' });
});
afterAll(() => host.stop());

const alerts = async (): Promise<readonly AlertRecord[]> => {
  const found: AlertRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await host.ports.store.index('k', subjectsOf('649900', 'alert'), cursor ? { cursor } : {});
    found.push(...page.items.map(({ record }) => (record as { head: AlertRecord }).head));
    cursor = page.cursor;
  } while (cursor);
  return found;
};
const ofCase = async (caseId: string): Promise<readonly AlertRecord[]> =>
  (await alerts()).filter((one) => one.caseId === caseId);
const brief = ({ term, level, on }: AlertRecord): string => `${term} ${level} ${on}`;

async function acceptedCase(series: number): Promise<string> {
  const clerk = await host.as('TC', 't1-tc');
  const form = application(emptyWorld(), familyOfThree(series));
  const materials = [];
  for (const { item } of form['materials'] as { item: string }[])
    materials.push({ item, attachmentId: await host.upload(`${item} ${series}`) });
  const { body } = await expectOk(clerk('POST /v1/cases', { body: { ...form, materials } }), 'submit');
  const { caseId } = body as { caseId: string };
  await expectOk(clerk(`POST /v1/cases/${caseId}/acceptance`), 'accept');
  return caseId;
}

describe('dockets on the movable clock', () => {
  let caseId = '';

  it('raises nothing early', async () => {
    caseId = await acceptedCase(1);
    await host.at('2026-08-04', '18:00');
    expect((await ofCase(caseId)).map(brief)).toEqual([]);
  });

  it('alerts for each of the terms that run at once, naming its holder', async () => {
    await host.at('2026-08-06', '12:00');
    const raised = await ofCase(caseId);
    expect(raised.map(brief).sort()).toEqual([
      'investigation-start due 2026-08-06',
      'investigation-start warning 2026-08-05',
    ]);
    expect(raised[0]).toMatchObject({ holderOrg: '649900101', holderPost: 'TC', countyHeld: false });
    await host.at('2026-08-19', '12:00');
    const terms = new Set((await ofCase(caseId)).map(({ term }) => term));
    expect([...terms].sort()).toEqual(['investigation-start', 'opinion', 'posting', 'survey']);
  });

  it('climbs overdue, supervised and escalated with true dates', async () => {
    const start = (await ofCase(caseId))
      .filter(({ term }) => term === 'investigation-start')
      .map(({ level, on, at }) => `${level} ${on} ${at}`);
    expect(start.sort()).toEqual([
      'due 2026-08-06 2026-08-06T00:30:00.000Z',
      'escalated 2026-08-14 2026-08-13T16:00:00.000Z',
      'overdue 2026-08-07 2026-08-06T16:00:00.000Z',
      'supervised 2026-08-08 2026-08-07T16:00:00.000Z',
      'warning 2026-08-05 2026-08-05T00:30:00.000Z',
    ]);
  });

  it('delivers inside the window, or 督办 at once to the duty list', async () => {
    const sent = (await notificationsIn(`${host.dir}/notifications.ndjson`)).filter(({ id }) =>
      id.includes(`${caseId}:investigation-start`),
    );
    const byLevel = Object.fromEntries(
      sent.map(({ id, recipients, at }) => [id.split(':').at(-1), { recipients, at }]),
    );
    expect(byLevel['warning']).toEqual({ recipients: ['t1-tc', 't1-td'], at: '2026-08-05T00:30:00.000Z' });
    expect(byLevel['overdue']).toEqual({ recipients: ['t1-tc', 't1-td', 'cc-1'], at: '2026-08-07T00:30:00.000Z' });
    expect(byLevel['supervised']).toEqual({ recipients: ['t1-td', 'cc-head', 'cc-1'], at: '2026-08-07T16:00:00.000Z' });
    expect(byLevel['escalated']).toEqual({ recipients: ['city-1'], at: '2026-08-14T00:30:00.000Z' });
  });

  it('run three times changes nothing', async () => {
    const before = await alerts();
    for (let n = 0; n < 3; n += 1) {
      await raiseAlertsTask(host.ports, { countyCode: '649900', on: '2026-08-19' });
      await deliverAlertsTask(host.ports, { countyCode: '649900', on: '2026-08-19' });
    }
    expect(await alerts()).toEqual(before);
  });

  it('stopped for five days, catches up each alert once with its true date', async () => {
    host.dockets.pause(true);
    const late = await acceptedCase(2);
    await host.at('2026-08-27', '12:00');
    expect(await ofCase(late)).toEqual([]);
    host.dockets.pause(false);
    await host.dockets.run();
    const raised = await ofCase(late);
    expect(new Set(raised.map(brief)).size).toBe(raised.length);
    expect(
      raised
        .filter(({ term }) => term === 'investigation-start')
        .map(brief)
        .sort(),
    ).toEqual([
      'investigation-start due 2026-08-24',
      'investigation-start overdue 2026-08-25',
      'investigation-start supervised 2026-08-26',
      'investigation-start warning 2026-08-21',
    ]);
    for (const one of raised) expect(one.raisedAt >= '2026-08-27').toBe(true);
  });

  it('leaves its last alert in the lake, also when the term ends later', async () => {
    await host.record();
    const runId = await host.ports.sql.start({
      sql: "SELECT last_alert_level, last_alert_at FROM terms WHERE case_id = ? AND term = 'investigation-start'",
      values: [caseId],
      counties: ['649900'],
    });
    let run = await host.ports.sql.result(runId);
    while (run.state === 'running') {
      await new Promise((done) => setTimeout(done, 20));
      run = await host.ports.sql.result(runId);
    }
    expect(run.rows).toEqual([['escalated', '2026-08-13T16:00:00.000Z']]);
  });

  it('is not held up by one term that cannot be read', async () => {
    const other = await acceptedCase(3);
    await host.dockets.run();
    const term = {
      term: 'survey',
      fromOn: '2026-08-03',
      dueOn: '2026-08-04',
      provisional: false,
      holderOrg: '649900101',
      holderPost: 'TS',
      countyHeld: false,
      citation: '—',
    };
    const broken = { pk: 'C#649900101-DB-2026-999999', sk: 'TERM#survey', version: 1 };
    const record = {
      subjectKind: 'case',
      subjectId: '649900101-DB-2026-999999',
      program: 'DB_URBAN',
      countyCode: '649900',
      townshipCode: '649900101',
      term,
    };
    const d = { pk: dueIn('649900'), sk: '2026-08-01T00:00:00.000Z#broken' };
    await host.ports.store.commit([{ kind: 'put', role: 'other', item: { ...broken, record, d } }]);
    host.dockets.pause(true);
    await host.at('2026-09-02', '12:00');
    await expect(raiseAlertsTask(host.ports, { countyCode: '649900', on: '2026-09-02' })).rejects.toThrow(
      'alert-not-found',
    );
    expect((await ofCase(other)).map(brief)).toContain('investigation-start due 2026-09-01');
    await host.ports.store.commit([{ kind: 'delete', role: 'other', key: { pk: broken.pk, sk: broken.sk } }]);
    host.dockets.pause(false);
  });
});
