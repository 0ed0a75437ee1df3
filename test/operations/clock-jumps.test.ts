import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { standingMark } from '../../functions/shell/lake/lake-mark.ts';
import { ledgerHead } from '../../functions/shell/ledger/ledger-head.ts';
import { sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { type ApiClient, expectOk, type Reply } from '../../infra/local/api-client.ts';
import { run } from '../../verify/main.ts';
import { acceptedCase } from '../flow/open-case.ts';
import { storedEvents, storedSubjects } from '../flow/stored-case.ts';
import { startWholeHost, type WholeHost } from '../flow/whole-host.ts';

const COUNTY = '649900';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What the system's clock says, which the test sets as it likes. */
let system = Date.parse('2026-08-03T09:00:00+08:00');
let dir: string;
let host: WholeHost;
let clerk: ApiClient;
let caseId: string;
let calls = 0;

const start = async (empty: boolean): Promise<void> => {
  host = await startWholeHost({ dir, empty, system: () => system });
  clerk = await host.as('TC', 't1-tc');
};
const restart = async (): Promise<void> => {
  await host.stop();
  await start(true);
};
const complain = (): Promise<Reply> => {
  calls += 1;
  return clerk(`POST /v1/cases/${caseId}/complaints`, {
    body: { channel: 'phone', content: `jump ${calls}` },
    key: `jump-${calls}`,
  });
};
const eventsOfCase = (): Promise<Event[]> => storedEvents(host.ports.store, 'case', caseId);
const lastAt = async (): Promise<string> => (await eventsOfCase()).at(-1)?.at ?? '';
const seal = async (): Promise<string> => {
  await host.record();
  await sealCounty(host.ports, COUNTY);
  return (await ledgerHead(host.ports.store, COUNTY)).at;
};

/** Every event of every docket of the county, by docket. */
async function dockets(): Promise<ReadonlyMap<string, readonly Event[]>> {
  const ids = await storedSubjects(host.ports.store, 'docket', COUNTY);
  const all = await Promise.all(
    ids.map(async (id) => [id, await storedEvents(host.ports.store, 'docket', id)] as const),
  );
  return new Map(all);
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-jumps-'));
  await start(false);
  caseId = await acceptedCase({ clerk, series: 0, attachmentId: await host.upload('form') });
  await host.dockets.run();
  await seal();
}, 300_000);
afterAll(async () => {
  await host.stop();
  await rm(dir, { recursive: true, force: true });
});

const refusedForClock = async (): Promise<Reply['body']> => {
  const before = await eventsOfCase();
  const { status, body } = await complain();
  expect([status, body.code]).toEqual([503, 'clock-wrong']);
  expect(await eventsOfCase()).toEqual(before);
  return body;
};

describe('a system clock that is set back', () => {
  it('by a minute is waited for: what happens meanwhile has the latest instant there was', async () => {
    const at = host.ports.clock.now();
    system -= MINUTE;
    expect((await complain()).status).toBe(200);
    expect(await lastAt()).toBe(at);
    system += MINUTE;
  });

  it('by hours, between two sealings, refuses commands and says in both languages what is wrong', async () => {
    const checkpoint = await seal();
    system -= 3 * HOUR;
    const told = await refusedForClock();
    expect(told).toMatchObject({ known: checkpoint, titleZh: expect.stringContaining('时钟不对') });
    expect(told.todo).toMatch(/校准系统时钟.*set the clock right/s);
    system += 3 * HOUR;
    expect((await complain()).status).toBe(200);
    expect((await lastAt()) >= checkpoint).toBe(true);
  });

  it('by days, while the host was down, is noticed when it starts: nothing is dated before the checkpoint', async () => {
    const checkpoint = await seal();
    system -= 3 * DAY;
    await restart();
    expect(host.ports.clock.now() >= checkpoint).toBe(true);
    await refusedForClock();
    expect(await host.dockets.run()).toBe(0);
    // Who knows that the earlier clock was the right one goes on from where it stood.
    await expectOk(clerk('POST /local/clock', { body: { to: host.ports.clock.now() } }), 'go on');
    system += MINUTE;
    expect((await complain()).status).toBe(200);
    expect((await lastAt()) > checkpoint).toBe(true);
  });

  it('behind a sealer leaves what is of its future to a later sealing, and signs nothing that would be of the future', async () => {
    const size = async () => (await ledgerHead(host.ports.store, COUNTY)).size;
    expect((await complain()).status).toBe(200);
    await host.record();
    const before = await size();
    const behind = { now: () => new Date(Date.parse(host.ports.clock.now()) - 2 * DAY).toISOString() };
    await sealCounty({ ...host.ports, clock: behind }, COUNTY);
    expect(await size()).toBe(before);
    await sealCounty(host.ports, COUNTY);
    expect(await size()).toBeGreaterThan(before);
  });
});

describe('a clock that jumps while dockets run', () => {
  it('forward by days catches up each day once, and the watermark only moves on', async () => {
    const { mark } = await standingMark(host.ports.store, COUNTY);
    system += 4 * DAY;
    await Promise.all([host.dockets.run(), host.sealing.run(), complain(), host.dockets.run()]);
    const after = (await standingMark(host.ports.store, COUNTY)).mark;
    expect(after.daysTo > mark.daysTo).toBe(true);
    expect(after.sealedTo).toBeGreaterThan(mark.sealedTo);
  });

  it('back by days in the midst of a docket runs none twice with another outcome, and moves no watermark back', async () => {
    // Between the opening and midnight of a docket.
    system = Date.parse(await host.dockets.nextAt()) - Date.parse(host.ports.clock.now()) + system + MINUTE;
    await host.dockets.run();
    const [before, { mark }] = [await dockets(), await standingMark(host.ports.store, COUNTY)];
    const set = system;
    for (const back of [2 * HOUR, 2 * DAY]) {
      system = set - back;
      await restart();
      await host.dockets.run();
      await host.sealing.run();
      await refusedForClock();
      expect(await dockets()).toEqual(before);
      expect((await standingMark(host.ports.store, COUNTY)).mark).toEqual(mark);
    }
    system = set + 2 * DAY;
    await restart();
    await host.dockets.run();
    const later = await dockets();
    for (const [id, events] of before) expect(later.get(id)?.slice(0, events.length)).toEqual(events);
    expect((await standingMark(host.ports.store, COUNTY)).mark.daysTo > mark.daysTo).toBe(true);
  });

  it('leaves each docket opened once, closed at most once, and closed without a gap', async () => {
    const all = await dockets();
    expect(all.size).toBeGreaterThan(2);
    for (const events of all.values()) {
      const types = events.map(({ type }) => type);
      expect(types).toEqual(['docket-opened', 'docket-closed'].slice(0, types.length));
      for (const { data } of events.slice(1)) expect(data).toMatchObject({ gaps: { ledger: 0, lake: 0 } });
    }
  });

  it('leaves a case whose events never go back, and a log and a lake that verify finds intact', async () => {
    expect((await complain()).status).toBe(200);
    const times = (await eventsOfCase()).map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    await seal();
    const key = await logVerifierKey(host.ports, COUNTY);
    const [ledger, lake] = [join(dir, 'objects', 'ledger', COUNTY), join(dir, 'objects', 'lake')];
    const { text, code } = await run(['lake', ledger, lake, '--key', key]);
    expect(code === 0 ? '' : text).toBe('');
  });
});
