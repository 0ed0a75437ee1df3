import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import type { ApiClient, Reply } from '../../infra/local/api-client.ts';
import { acceptedCase } from './open-case.ts';
import { caseFaults, storedEvents } from './stored-case.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;
let clerk: ApiClient;
let surveyor: ApiClient;
let attachmentId: string;

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03', follows: false });
  host.dockets.pause(true);
  clerk = await host.as('TC', 't1-tc');
  surveyor = await host.as('TS', 't1-ts1');
  attachmentId = await host.upload('any material');
});
afterAll(() => host.stop());

const eventsOf = (caseId: string): Promise<Event[]> => storedEvents(host.ports.store, 'case', caseId);
/** What an event says of the command it came from. */
const textOf = ({ data }: Event): string => {
  const { what } = data as { readonly what?: string };
  return what ?? '';
};

interface Writer {
  readonly key: string;
  readonly text: string;
  send(): Promise<Reply>;
}

/** Attempts recorded by a clerk and a surveyor, each with a key and a text of its own. */
function writers(caseId: string, count: number): Writer[] {
  return Array.from({ length: count }, (_, i) => {
    const key = `race-${caseId}-${i}`;
    const text = `第${i}件`;
    const by = i % 2 === 0 ? clerk : surveyor;
    const send = (): Promise<Reply> => by(`POST /v1/cases/${caseId}/non-cooperation`, { body: { what: text }, key });
    return { key, text, send };
  });
}

describe('fifty concurrent writers on one case', () => {
  it('leave no gap in the versions, and one event for each acknowledged command and none for the others', async () => {
    const caseId = await acceptedCase({ clerk, series: 1, attachmentId });
    const before = (await eventsOf(caseId)).length;
    const some = writers(caseId, 25);
    const sent = [...some, ...some];
    const replies = await Promise.all(sent.map((writer) => writer.send()));
    for (const reply of replies) expect([200, 503]).toContain(reply.status);
    const acknowledged = new Set(sent.filter((_, i) => replies[i]?.status === 200).map(({ text }) => text));
    const events = (await eventsOf(caseId)).slice(before);
    expect(events.map(textOf).sort()).toEqual([...acknowledged].sort());
    expect(await caseFaults(host.ports.store, caseId)).toEqual([]);
    for (const [i, writer] of sent.entries()) {
      const twin = replies[i < 25 ? i + 25 : i - 25];
      if (replies[i]?.status === 200 && twin?.status === 200) expect(replies[i]?.body).toEqual(twin.body);
      expect(writer.key).toBe(sent[(i + 25) % 50]?.key);
    }
  });

  it('may all try again with the same keys until each is done exactly once', async () => {
    const caseId = await acceptedCase({ clerk, series: 2, attachmentId });
    const before = (await eventsOf(caseId)).length;
    const all = writers(caseId, 50);
    let waiting = all;
    for (let round = 0; waiting.length > 0 && round < 20; round += 1) {
      const replies = await Promise.all(waiting.map((writer) => writer.send()));
      for (const reply of replies) expect([200, 503]).toContain(reply.status);
      waiting = waiting.filter((_, i) => replies[i]?.status !== 200);
    }
    expect(waiting).toEqual([]);
    const events = (await eventsOf(caseId)).slice(before);
    expect(events.map(textOf).sort()).toEqual(all.map(({ text }) => text).sort());
    const versions = await Promise.all(all.map(async (writer) => (await writer.send()).body.version as number));
    expect(versions.sort((a, b) => a - b)).toEqual(events.map(({ seq }) => seq));
    expect((await eventsOf(caseId)).length).toBe(before + 50);
    expect(await caseFaults(host.ports.store, caseId)).toEqual([]);
  });

  it('cannot act twice on one version: of ten that saw the same, one is answered and nine are told so', async () => {
    const caseId = await acceptedCase({ clerk, series: 3, attachmentId });
    const version = (await eventsOf(caseId)).length;
    const attempts = Array.from({ length: 10 }, (_, i) =>
      surveyor(`POST /v1/cases/${caseId}/non-cooperation`, {
        body: { what: `第${i}次` },
        ifMatch: `"${version}"`,
        key: `same-version-${i}`,
      }),
    );
    const codes = (await Promise.all(attempts)).map((reply) => codeOf(reply) ?? 'done');
    expect(codes.sort()).toEqual(['done', ...Array.from({ length: 9 }, () => 'version-stale')]);
    expect((await eventsOf(caseId)).length).toBe(version + 1);
  });

  it('cannot open two cases for one family', async () => {
    const replies = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => acceptedCase({ clerk, series: 4, attachmentId, key: `twice-${i}` })),
    );
    expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const reply of replies)
      if (reply.status === 'rejected') expect(String(reply.reason)).toMatch(/case-already-open|too-busy/);
  });
});
