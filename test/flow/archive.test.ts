import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventPartition } from '../../functions/shell/keys.ts';
import { type ApiClient, expectOk } from '../../infra/local/api-client.ts';
import type { ArchiveManifest, ArchiveView } from '../../schemas/archive.ts';
import { acceptedCase } from './open-case.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;
let clerk: ApiClient;
let caseId: string;
interface Whole extends ArchiveView {
  manifest: ArchiveManifest;
  urls: Record<string, string>;
}
const purpose = '档案移交';
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03' });
  clerk = await host.as('TC', 't1-tc');
  caseId = await acceptedCase({ clerk, series: 0, attachmentId: await host.upload('application form') });
});
afterAll(() => host.stop());

const ask = () => expectOk(clerk('POST /v1/archives', { body: { caseId }, purpose }), 'ask');
async function whole(archiveId: string): Promise<Whole> {
  for (;;) {
    const { body } = await expectOk(clerk(`GET /v1/archives/${archiveId}`, { purpose }), 'poll');
    if ((body as ArchiveView).state === 'succeeded') return body as Whole;
  }
}
const fetched = async (url: string): Promise<Uint8Array> => {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};

describe('the file of one household, exported', () => {
  it('is a folder whose every file has the hash and size the manifest says', async () => {
    const asked = await ask();
    expect(asked.status).toBe(202);
    expect(asked.body.state).toBe('running');
    const { manifest, urls } = await whole(asked.body.archiveId);
    expect(manifest.files.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['events', 'case', 'persons', 'paper-text', 'paper-pdf', 'attachment']),
    );
    for (const { name, sha256, bytes } of manifest.files) {
      const content = await fetched(urls[name] ?? '');
      expect([name, hashOf(content), content.length]).toEqual([name, sha256, bytes]);
    }
    const stored = JSON.parse(
      Buffer.from(await fetched(urls['manifest.json'] ?? '')).toString('utf8'),
    ) as ArchiveManifest;
    expect(stored).toEqual(manifest);
    expect(Object.keys(urls)).toHaveLength(manifest.files.length + 1);
  });

  it('holds the whole chain of events, each paper as text and as PDF, the names, and how long it is kept', async () => {
    const { manifest, urls } = await whole((await ask()).body.archiveId);
    const text = async (name: string) => Buffer.from(await fetched(urls[name] ?? '')).toString('utf8');
    const events = (await text('events.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(events.at(-1).hash).toBe(manifest.chain);
    expect(events[1].prevHash).toBe(events[0].hash);
    expect(manifest.files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['papers/W07-1.txt', 'papers/W07-1.pdf']),
    );
    const names = Object.values(JSON.parse(await text('persons.json'))) as { name: string }[];
    expect(await text('papers/W07-1.txt')).toContain(names[0]?.name);
    expect(manifest.retention).toEqual([
      expect.objectContaining({ class: 'approval', years: 10 }),
      expect.objectContaining({ class: 'daily', years: 10 }),
    ]);
    expect(manifest.retention[0]).not.toHaveProperty('untilOn');
  });

  it('stays the file of its version whatever happens to the case later', async () => {
    const { archiveId } = (await ask()).body;
    const body = { reason: '家庭收入增加', statement: await host.upload('withdrawal') };
    await expectOk(clerk(`POST /v1/cases/${caseId}/withdrawal`, { body }), 'withdraw');
    const { manifest } = await whole(archiveId);
    expect([manifest.version, manifest.events]).toEqual([2, 2]);
    const { manifest: later } = await whole((await ask()).body.archiveId);
    expect([later.version, later.events]).toEqual([3, 3]);
    expect(later.retention.map(({ untilOn }) => untilOn)).toEqual(['2036-08-03', '2036-08-03']);
  });

  it('needs a purpose each time, and the access log says whose file was handed out', async () => {
    expect(codeOf(await clerk('POST /v1/archives', { body: { caseId } }))).toBe('purpose-missing');
    const { archiveId } = (await ask()).body;
    expect(codeOf(await clerk(`GET /v1/archives/${archiveId}`))).toBe('purpose-missing');
    const log = await host.ports.store.partition(eventPartition('access', '649900101'));
    const last = log.items.at(-1)?.record as { data: { caseId: string; purpose: string } };
    expect(last.data).toMatchObject({ caseId, purpose });
  });

  it('is for the township’s clerk and the county, and does not exist for anybody else', async () => {
    const other = await host.as('TC', 't2-tc');
    expect(codeOf(await other('POST /v1/archives', { body: { caseId }, purpose }))).toBe('case-not-found');
    const { archiveId } = (await ask()).body;
    expect(codeOf(await other(`GET /v1/archives/${archiveId}`, { purpose }))).toBe('case-not-found');
    const confirmer = await host.as('TD', 't1-td');
    expect(codeOf(await confirmer('POST /v1/archives', { body: { caseId }, purpose }))).toBe('post-not-permitted');
    const wrong = archiveId.replace(/-v\d+-/, '-v99-');
    expect(codeOf(await clerk(`GET /v1/archives/${wrong}`, { purpose }))).toBe('archive-not-found');
  });

  it('is listed for review only once its term is over: ten years and a day after the case was closed', async () => {
    const county = await host.as('CC', 'c1');
    const due = async () => (await expectOk(county('GET /v1/archives'), 'list')).body.due as { caseId: string }[];
    expect(await due()).toEqual([]);
  });
});
