import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dynamoCaseStore } from '../../functions/shell/aws/dynamo-case-store.ts';
import { dynamoClient } from '../../functions/shell/aws/dynamo-client.ts';
import { ledgerHead } from '../../functions/shell/ledger/ledger-head.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { fileKeyring } from '../../functions/shell/local/file-keyring.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';
import { type ApiClient, apiClient, expectOk, type Reply } from '../../infra/local/api-client.ts';
import { exampleJpeg } from '../../infra/local/example-file.ts';
import { run } from '../../verify/main.ts';
import type { HostProcess } from '../flow/killed-host.ts';
import { acceptedCase } from '../flow/open-case.ts';
import { caseFaults, storedEvents } from '../flow/stored-case.ts';
import { timeline } from '../flow/timeline.ts';
import { type SmallDisk, smallDisk } from './small-disk.ts';

const COUNTY = '649900';

interface Sent {
  readonly caseId: string;
  readonly key: string;
  readonly reply: Reply;
}

let disk: SmallDisk;
let host: HostProcess;
let said = '';
const hear = (text: string): void => {
  said += text;
};
let clerk: ApiClient;
let attachmentId: string;
const cases: string[] = [];
const sent: Sent[] = [];
const refused = (): Sent[] => sent.filter(({ reply }) => reply.status !== 200);

const clerkOf = (): Promise<ApiClient> =>
  apiClient(host.url, { personId: 't1-tc', role: 'TC', orgCode: '649900101', clientId: 'test-portal' });
const officer = (): Promise<ApiClient> =>
  apiClient(host.url, { personId: 'cc-1', role: 'CC', orgCode: COUNTY, clientId: 'test-portal' });

const uploaded = async (name: string): Promise<{ readonly status: number; readonly id: string }> => {
  const { bytes, sha256 } = exampleJpeg(name);
  const body = { countyCode: COUNTY, size: bytes.length, contentType: 'image/jpeg', sha256, purpose: 'material' };
  const registered = await clerk('POST /v1/attachments', { body, key: name.replaceAll(' ', '-') });
  if (registered.status >= 300) return { status: registered.status, id: '' };
  const { attachmentId: id, upload } = registered.body;
  const { status } = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(bytes) });
  return { status, id };
};

/** The engine's store, looked into from outside. */
let store: CaseStore;
const clients: { destroy(): void }[] = [];
const storeOf = (): CaseStore => {
  const client = dynamoClient({ LOCAL_DYNAMODB_ENDPOINT: disk.endpoint() });
  clients.push(client);
  return dynamoCaseStore({ client, tableName: 'sunlight' });
};

const complain = (caseId: string, key: string): Promise<Reply> =>
  clerk(`POST /v1/cases/${caseId}/complaints`, { body: { channel: 'phone', content: key }, key });

/** Writes to a case until so many commands in a row were refused. */
async function writeUntilRefused(caseId: string): Promise<void> {
  for (let n = 0, inRow = 0; inRow < 3; n += 1) {
    const key = `${caseId}-${n}`;
    const reply = await complain(caseId, key);
    sent.push({ caseId, key, reply });
    inRow = reply.status === 200 ? 0 : inRow + 1;
  }
}

beforeAll(async () => {
  disk = await smallDisk();
  host = await disk.start({ hear });
  clerk = await clerkOf();
  ({ id: attachmentId } = await uploaded('any material'));
  for (let series = 0; series < 2; series += 1) cases.push(await acceptedCase({ clerk, series, attachmentId }));
  store = storeOf();
  const writing = cases.map(writeUntilRefused);
  while (sent.length < 6) await new Promise((done) => setTimeout(done, 5));
  disk.fill();
  await Promise.all(writing);
}, 300_000);
afterAll(async () => {
  for (const client of clients) client.destroy();
  await host.stop();
  await disk.remove();
});

describe('a host whose disk is full while it takes commands', () => {
  it('refuses with what to do, in Chinese and English, and asks to come back', async () => {
    expect(refused().length).toBeGreaterThanOrEqual(6);
    for (const { reply } of refused()) expect([reply.status, reply.body.code]).toEqual([503, 'storage-full']);
    const [{ reply } = { reply: undefined }] = refused();
    expect(reply?.body).toMatchObject({
      titleZh: expect.stringContaining('空间已满'),
      titleEn: expect.stringContaining('full'),
      todo: expect.stringMatching(/腾出空间.*make room/s),
    });
  });

  it('changes no case by what it refused, keeps all it acknowledged, and goes on reading', async () => {
    for (const caseId of cases) {
      const acknowledged = sent.filter(({ caseId: of, reply }) => of === caseId && reply.status === 200);
      const events = await storedEvents(store, 'case', caseId);
      expect(events.filter(({ type }) => type === 'complaint-recorded')).toHaveLength(acknowledged.length);
    }
    expect((await clerk('GET /v1/cases')).body.cases).toHaveLength(cases.length);
  });

  it('takes no file by halves: an upload is refused whole', async () => {
    const { status } = await uploaded('a file too many');
    expect(status).toBe(503);
  });

  it('says on stderr that recording is waiting', async () => {
    while (!said.includes('change stream broke off')) await new Promise((done) => setTimeout(done, 50));
    expect(said).toMatch(/no space left on device|file too large/i);
  });

  it('does not start again on a full disk after a power cut, says why, and leaves no engine behind', async () => {
    if (disk.kind === 'limit') return;
    await host.kill();
    await expect(disk.start()).rejects.toThrow(/磁盘空间或限额已满[\s\S]*make room/);
  });
});

describe('once there is room again', () => {
  beforeAll(async () => {
    disk.free();
    if (disk.kind === 'tmpfs') host = await disk.start({ hear });
    clerk = await clerkOf();
    store = storeOf();
  });

  it('every command is done once under the key it was sent with', async () => {
    for (const { caseId, key, reply } of sent) {
      const again = await complain(caseId, key);
      expect(again.status).toBe(200);
      if (reply.status === 200) expect(again.body).toEqual(reply.body);
    }
    for (const caseId of cases) expect(await caseFaults(store, caseId, '9999')).toEqual([]);
    expect((await uploaded('a file too many')).status).toBe(201);
  });

  it('lake and ledger are complete with no work by hand: the docket closes without a gap, and verify finds the log whole', async () => {
    const county = await officer();
    const { nextDocketAt } = (await county('GET /local/clock')).body;
    const next = new Date(Date.parse(nextDocketAt) + 26 * 3_600_000).toISOString();
    await expectOk(county('POST /local/clock', { body: { to: next } }), 'clock');
    const closings = [];
    for (let day = -2; day < 3; day += 1) {
      const on = new Date(Date.parse(next) + day * 86_400_000).toISOString().slice(0, 10);
      closings.push(...(await storedEvents(store, 'docket', `${COUNTY}-${on}`)));
    }
    const gaps = closings
      .filter(({ type }) => type === 'docket-closed')
      .map(({ data }) => (data as { gaps: unknown }).gaps);
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps).toEqual(gaps.map(() => ({ ledger: 0, lake: 0 })));
    for (const caseId of cases) {
      const told = (await timeline(county, caseId)).filter(([, type]) => type === 'complaint-recorded');
      expect(told).toHaveLength(sent.filter((one) => one.caseId === caseId).length);
    }
    expect((await ledgerHead(store, COUNTY)).size).toBeGreaterThan(sent.length);
    // What the clock and the questions above left unsealed goes in with the next hour.
    await expectOk(county('POST /local/record'), 'record');
    const hour = new Date(Date.parse(next) + 3_600_000).toISOString();
    await expectOk(county('POST /local/clock', { body: { to: hour } }), 'clock');
    const keyring = await fileKeyring(join(disk.dir, 'keys.json'));
    const key = await logVerifierKey({ keyring }, COUNTY);
    const [ledger, lake] = [join(disk.dir, 'objects', 'ledger', COUNTY), join(disk.dir, 'objects', 'lake')];
    const verified = await run(['lake', ledger, lake, '--key', key]);
    expect(verified.code === 0 ? '' : verified.text).toBe('');
    expect(said).not.toContain('event-altered');
  });
});
