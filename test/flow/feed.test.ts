import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, expectOk } from '../../infra/local/api-client.ts';
import type { CaseView } from '../../schemas/case.ts';
import type { Change } from '../../schemas/change.ts';
import { acceptedCase } from './open-case.ts';
import { timeline } from './timeline.ts';
import { startWholeHost, type WholeHost } from './whole-host.ts';

let dir: string;
let host: WholeHost;
let attachmentId: string;
const cases: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-feed-'));
  host = await startWholeHost({ startOn: '2026-08-03', dir });
  attachmentId = await host.upload('any material');
});
afterAll(async () => {
  await host.stop();
  await rm(dir, { recursive: true, force: true });
});

/** Everything that a caller of the feed keeps: where it stands, and each case as it last heard of it. */
interface Follower {
  cursor: string | undefined;
  readonly views: Map<string, CaseView>;
}

interface Page {
  readonly changes: readonly Change[];
  readonly next: string;
}

const page = async (county: ApiClient, { cursor }: Follower, limit: number): Promise<Page> => {
  const after = cursor === undefined ? '' : `&after=${cursor}`;
  return (await expectOk(county(`GET /v1/changes?limit=${limit}${after}`), 'changes')).body as Page;
};

/** Takes up to `pages` pages; every second one is delivered twice. */
async function follow(follower: Follower, limit: number, pages = 1_000): Promise<void> {
  const county = await host.as('CC', 'cc-1');
  for (let n = 0; n < pages; n += 1) {
    const { changes, next } = await page(county, follower, limit);
    if (changes.length === 0) return;
    for (const { caseId, view } of changes) follower.views.set(caseId, view);
    const again = n % 2 === 1 ? (await page(county, follower, limit)).changes : [];
    for (const { caseId, view } of again) follower.views.set(caseId, view);
    follower.cursor = next;
  }
}

async function listed(): Promise<ReadonlyMap<string, CaseView>> {
  const county = await host.as('CC', 'cc-1');
  const views = new Map<string, CaseView>();
  let cursor = '';
  do {
    const { body } = await expectOk(county(`GET /v1/cases?limit=2${cursor}`), 'cases');
    for (const view of body.cases as CaseView[]) views.set(view.caseId, view);
    cursor = body.next ? `&cursor=${encodeURIComponent(body.next)}` : '';
  } while (cursor !== '');
  return views;
}

async function work(round: number): Promise<void> {
  const clerk = await host.as('TC', 't1-tc');
  cases.push(await acceptedCase({ clerk, series: round + 1, attachmentId }));
  for (const [i, caseId] of cases.entries()) {
    const body = { channel: 'phone', content: `第${round}轮` };
    if (i % 2 === round % 2) await expectOk(clerk(`POST /v1/cases/${caseId}/complaints`, { body }), 'complaint');
  }
  await host.record();
}

describe('a caller that follows the changes', () => {
  const follower: Follower = { cursor: undefined, views: new Map() };

  it('has the view of the list of cases after small pages and pages that came twice', async () => {
    for (let round = 0; round < 3; round += 1) await work(round);
    await follow(follower, 2);
    expect(follower.views).toEqual(await listed());
    expect(follower.views.size).toBe(3);
  });

  it('has it again after a break in the midst of the pages', async () => {
    for (let round = 3; round < 5; round += 1) await work(round);
    await follow(follower, 1, 2);
    await work(5);
    await follow(follower, 3);
    expect(follower.views).toEqual(await listed());
  });

  it('has it again after a restart of the host, from the cursor it kept', async () => {
    await work(6);
    await host.stop();
    host = await startWholeHost({ startOn: '2026-08-03', dir, empty: true });
    await work(7);
    await follow(follower, 2);
    expect(follower.views).toEqual(await listed());
    expect(follower.views.size).toBe(8);
  });

  it('hears of nothing twice once it is up to date', async () => {
    const county = await host.as('CC', 'cc-1');
    const { changes, next } = await page(county, follower, 10);
    expect([changes, next]).toEqual([[], follower.cursor]);
  });
});

describe('an acknowledged event', () => {
  it('is found by the query of the case’s timeline within a minute, without anybody’s help', async () => {
    const clerk = await host.as('TC', 't1-tc');
    const county = await host.as('CC', 'cc-1');
    const caseId = cases[0] ?? '';
    const body = { channel: 'letter', content: '最后一件' };
    const { version } = (await expectOk(clerk(`POST /v1/cases/${caseId}/complaints`, { body }), 'complaint'))
      .body as CaseView;
    const until = Date.now() + 60_000;
    let rows: readonly (readonly unknown[])[] = [];
    while (rows.length < version && Date.now() < until) rows = await timeline(county, caseId);
    expect(rows.map(([seq]) => seq)).toEqual(Array.from({ length: version }, (_, i) => i + 1));
    expect(rows.at(-1)?.[1]).toBe('complaint-recorded');
  });
});
