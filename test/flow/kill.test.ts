import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { type ApiClient, apiClient, expectOk } from '../../infra/local/api-client.ts';
import { exampleJpeg } from '../../infra/local/example-file.ts';
import type { Change } from '../../schemas/change.ts';
import { engineOf, type HostProcess, isGone, startHostProcess } from './killed-host.ts';
import { acceptedCase } from './open-case.ts';
import { caseFaults, storedEvents } from './stored-case.ts';
import { timeline } from './timeline.ts';
import { startWholeHost } from './whole-host.ts';

const CLIENTS = 4;
const KILLS = 3;

interface Sent {
  readonly caseId: string;
  readonly key: string;
  /** The version answered; undefined as long as nobody heard an answer. */
  version?: number;
}

let dir: string;
let host: HostProcess;
const cases: string[] = [];
const sent: Sent[] = [];
const engines = new Set<string>();
const marks: ReturnType<typeof engineOf>[] = [];

const clerkOf = (url: string): Promise<ApiClient> =>
  apiClient(url, { personId: 't1-tc', role: 'TC', orgCode: '649900101', clientId: 'test-portal' });
const countyOf = (url: string): Promise<ApiClient> =>
  apiClient(url, { personId: 'cc-1', role: 'CC', orgCode: '649900', clientId: 'test-portal' });

async function started(): Promise<void> {
  host = await startHostProcess(dir);
  const mark = engineOf(dir);
  const name = `${mark.pid} ${mark.startTicks}`;
  if (!engines.has(name)) marks.push(mark);
  engines.add(name);
}

async function uploaded(clerk: ApiClient): Promise<string> {
  const { bytes, sha256 } = exampleJpeg('any material');
  const body = { countyCode: '649900', size: bytes.length, contentType: 'image/jpeg', sha256, purpose: 'material' };
  const { attachmentId, upload } = (await expectOk(clerk('POST /v1/attachments', { body }), 'register')).body;
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(bytes) });
  return attachmentId as string;
}

const complain = (clerk: ApiClient, { caseId, key }: Sent) =>
  clerk(`POST /v1/cases/${caseId}/complaints`, { body: { channel: 'phone', content: key }, key });

/** Writes to one case until the host does not answer any more. */
async function writeUntilKilled(clerk: ApiClient, caseId: string, round: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const command: Sent = { caseId, key: `${caseId}-${round}-${n}` };
    sent.push(command);
    try {
      const { status, body } = await complain(clerk, command);
      if (status === 200) command.version = body.version;
    } catch {
      return;
    }
  }
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-kill-'));
  await started();
  const clerk = await clerkOf(host.url);
  const attachmentId = await uploaded(clerk);
  for (let series = 0; series < CLIENTS; series += 1) cases.push(await acceptedCase({ clerk, series, attachmentId }));
  for (let round = 0; round < KILLS; round += 1) {
    const writer = await clerkOf(host.url);
    const writing = cases.map((caseId) => writeUntilKilled(writer, caseId, round));
    // In the midst of writing, however fast the machine is: after so many answers, not after so long.
    const enough = acknowledged().length + Math.ceil((1.5 + 3 * Math.random()) * CLIENTS);
    while (acknowledged().length < enough) await new Promise((now) => setTimeout(now, 2));
    await host.kill();
    await Promise.all(writing);
    await started();
  }
}, 900_000);
afterAll(async () => {
  await host.stop();
  await rm(dir, { recursive: true, force: true });
});

const acknowledged = (): Sent[] => sent.filter(({ version }) => version !== undefined);

describe(`a host that was killed ${KILLS} times while ${CLIENTS} callers wrote`, () => {
  it('answers every key that was sent: as before where it was acknowledged, and once where nobody knew', async () => {
    expect(acknowledged().length).toBeGreaterThan(KILLS * CLIENTS);
    expect(sent.length).toBeGreaterThan(acknowledged().length);
    const clerk = await clerkOf(host.url);
    for (const command of sent) {
      const { status, body } = await complain(clerk, command);
      expect(status).toBe(200);
      if (command.version === undefined) command.version = body.version;
      else expect(body.version).toBe(command.version);
    }
  });

  it('tells of every acknowledged event in feed and lake within a minute', async () => {
    const county = await countyOf(host.url);
    const wanted = sent.map(({ caseId, version }) => `${caseId} ${version}`).sort();
    const ofSent = new Set(wanted);
    const until = Date.now() + 60_000;
    let fed: string[] = [];
    let inLake: string[] = [];
    while (Date.now() < until && (fed.length < wanted.length || inLake.length < wanted.length)) {
      fed = (await fedTo(county)).filter((one) => ofSent.has(one));
      inLake = await complaintsInLake(county);
    }
    expect(fed.sort()).toEqual(wanted);
    expect(inLake.sort()).toEqual(wanted);
  });

  it('leaves no engine behind when it is stopped in good order', async () => {
    await host.stop();
    for (const mark of marks) expect(await isGone(mark)).toBe(true);
  });

  it('kept each of them as one event of an unbroken chain, and every case as the fold of its events', async () => {
    const after = await startWholeHost({ dir, empty: true, startOn: new Date().toISOString().slice(0, 10) });
    try {
      const events: Event[] = [];
      for (const caseId of cases) {
        expect(await caseFaults(after.ports.store, caseId, '9999')).toEqual([]);
        events.push(...(await storedEvents(after.ports.store, 'case', caseId)));
      }
      const kept = events.filter(({ type }) => type === 'complaint-recorded');
      const complaints = await Promise.all(
        kept.map(({ data }) =>
          storedEvents(after.ports.store, 'complaint', (data as { complaintId: string }).complaintId),
        ),
      );
      const texts = complaints.map(
        ([first]) => (first?.data as { complaint: { content: string } } | undefined)?.complaint.content,
      );
      expect([...texts].sort()).toEqual(sent.map(({ key }) => key).sort());
      const versions = new Map(kept.map(({ seq }, i) => [texts[i], seq]));
      for (const { key, version } of sent) expect(versions.get(key)).toBe(version);
    } finally {
      await after.stop();
    }
  });
});

async function fedTo(county: ApiClient): Promise<string[]> {
  const fed: string[] = [];
  for (let after = ''; ; ) {
    const { changes, next } = (await expectOk(county(`GET /v1/changes?limit=200${after}`), 'changes')).body;
    if (changes.length === 0) return fed;
    fed.push(...(changes as Change[]).map(({ caseId, version }) => `${caseId} ${version}`));
    after = `&after=${next}`;
  }
}

async function complaintsInLake(county: ApiClient): Promise<string[]> {
  const found: string[] = [];
  for (const caseId of cases)
    for (const [seq, type] of await timeline(county, caseId))
      if (type === 'complaint-recorded') found.push(`${caseId} ${seq}`);
  return found;
}
