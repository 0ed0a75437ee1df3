import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectOk } from '../../infra/local/api-client.ts';
import type { CaseView } from '../../schemas/case.ts';
import { acceptedCase } from './open-case.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;
let attachmentId: string;
let series = 0;
const cases: string[] = [];
const receivers: Receiver[] = [];

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03', follows: false, callbackTimeoutMs: 1_500 });
  attachmentId = await host.upload('any material');
});
afterAll(async () => {
  await Promise.all(receivers.map((one) => one.stop()));
  await host.stop();
});

const county = () => host.as('CC', 'cc-1');

interface Registered {
  readonly receiver: Receiver;
  readonly id: string;
}

async function register(more: object = {}, url?: string): Promise<Registered> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  const body = { url: url ?? receiver.url, ...more };
  const reply = await expectOk((await county())('POST /v1/subscriptions', { body }), 'subscription');
  const view = reply.body as { subscriptionId: string; secret: string };
  receiver.secret = view.secret;
  return { receiver, id: view.subscriptionId };
}

/** One more case, and a complaint in every other one: new versions of several cases, recorded and fed. */
async function work(round: number): Promise<void> {
  const clerk = await host.as('TC', 't1-tc');
  series += 1;
  cases.push(await acceptedCase({ clerk, series, attachmentId }));
  for (const [i, caseId] of cases.entries()) {
    const body = { channel: 'phone', content: `第${round}轮` };
    if (i % 2 === round % 2) await expectOk(clerk(`POST /v1/cases/${caseId}/complaints`, { body }), 'complaint');
  }
  await host.record();
  await host.deliver();
}

async function listed(): Promise<ReadonlyMap<string, CaseView>> {
  const views = new Map<string, CaseView>();
  const { body } = await expectOk((await county())('GET /v1/cases?limit=100'), 'cases');
  for (const view of body.cases as CaseView[]) views.set(view.caseId, view);
  return views;
}

const later = (minutes: number): Promise<void> =>
  host.ports.clock
    .moveTo(new Date(Date.parse(host.ports.clock.now()) + minutes * 60_000).toISOString())
    .then(() => undefined);

const deliveries = async (id: string) =>
  (await expectOk((await county())(`GET /v1/subscriptions/${id}/deliveries`), 'deliveries')).body as {
    state: string;
    reached: string;
    failingSince?: string;
    nextAttemptAt?: string;
    deliveries: { position: string; result: string }[];
  };

const rising = (receiver: Receiver): boolean => {
  const last = new Map<string, number>();
  return receiver.calls.every(({ body }) => {
    const { caseId, version } = JSON.parse(body) as { caseId: string; version: number };
    const fine = version >= (last.get(caseId) ?? 0);
    last.set(caseId, version);
    return fine;
  });
};

describe('a receiver of callbacks', () => {
  it('has the view of the list of cases, signed, in order within each case, and nothing personal', async () => {
    const { receiver } = await register();
    await work(0);
    await work(1);
    expect(receiver.views).toEqual(await listed());
    expect(receiver.calls.every(({ genuine }) => genuine)).toBe(true);
    expect(rising(receiver)).toBe(true);
    const text = receiver.calls.map(({ body }) => body).join();
    expect(text).not.toMatch(/t_[0-9a-f]{32}|\d{17}[\dX]|测试/);
    expect(Object.keys(JSON.parse(receiver.calls[0]?.body ?? '{}')).sort()).toEqual([
      'at',
      'caseId',
      'event',
      'position',
      'subscriptionId',
      'version',
      'view',
    ]);
  });

  it('that was down for an hour, is told twice and in another order comes to the same view; nobody else waits', async () => {
    const down = await register();
    const other = await register();
    await work(2);
    down.receiver.status = 503;
    const reached = (await deliveries(down.id)).reached;
    for (let minute = 0; minute < 60; minute += 20) {
      await work(3 + minute / 20);
      await later(20);
      await host.deliver();
      expect(other.receiver.views).toEqual(await listed());
    }
    const failing = await deliveries(down.id);
    expect(failing.reached).toBe(reached);
    expect(failing.failingSince).toBeDefined();
    expect(failing.deliveries.at(-1)?.result).toBe('http-503');
    expect(down.receiver.views).not.toEqual(await listed());
    down.receiver.status = 204;
    await later(60);
    await host.deliver();
    expect(down.receiver.views).toEqual(await listed());
    expect(rising(down.receiver)).toBe(true);
    const order = down.receiver.calls.map((_, i) => i);
    const twiceAndSwapped = [...order.toReversed(), ...order.filter((i) => i % 3 === 0)];
    expect(down.receiver.applied(twiceAndSwapped)).toEqual(await listed());
    expect((await deliveries(down.id)).failingSince).toBeUndefined();
  });

  it('that never answers holds up neither cases nor other receivers', async () => {
    const slow = await register();
    slow.receiver.status = undefined;
    const other = await register();
    const clerk = await host.as('TC', 't1-tc');
    series += 1;
    cases.push(await acceptedCase({ clerk, series, attachmentId }));
    await host.record();
    const started = performance.now();
    const under = host.deliver();
    while (other.receiver.views.size < cases.length && performance.now() - started < 9_000)
      await new Promise((done) => setTimeout(done, 20));
    expect(other.receiver.views.size).toBe(cases.length);
    expect((await deliveries(slow.id)).deliveries).toEqual([]);
    await under;
    let last: string | undefined;
    while (last === undefined && performance.now() - started < 25_000) {
      await new Promise((done) => setTimeout(done, 100));
      last = (await deliveries(slow.id)).deliveries.at(-1)?.result;
    }
    expect(last).toBe('timeout');
    await expectOk((await county())(`POST /v1/subscriptions/${slow.id}/ending`, { body: {} }), 'ending');
  }, 60_000);

  it('is disabled after a day with an alert, and gets everything once it asks again', async () => {
    const { receiver, id } = await register();
    receiver.status = 500;
    await work(6);
    for (let hour = 0; hour < 24; hour += 6) {
      expect((await deliveries(id)).state).toBe('active');
      await later(360);
      await host.deliver();
    }
    expect((await deliveries(id)).state).toBe('disabled');
    const attempts = receiver.calls.length;
    await later(120);
    await work(7);
    expect(receiver.calls).toHaveLength(attempts);
    const { notifications } = (await (await fetch(`${host.url}/local/notifications`)).json()) as {
      notifications: { id: string; recipients: string[] }[];
    };
    const told = notifications.filter((one) => one.id.startsWith(`disable-${id}`));
    expect(told).toHaveLength(1);
    expect(told[0]?.recipients.length).toBeGreaterThan(0);
    receiver.status = 200;
    await expectOk((await county())(`POST /v1/subscriptions/${id}/redelivery`, { body: {} }), 'redelivery');
    await host.deliver();
    expect(receiver.views).toEqual(await listed());
    expect((await deliveries(id)).state).toBe('active');
  }, 120_000);

  it('is told again from a position, and of wanted events alone', async () => {
    const { receiver, id } = await register({ events: ['application-accepted'] });
    await host.deliver();
    expect(new Set(receiver.calls.map(({ body }) => JSON.parse(body).event))).toEqual(
      new Set(['application-accepted']),
    );
    expect(receiver.calls).toHaveLength(cases.length);
    const positions = receiver.calls.map(({ body }) => JSON.parse(body).position as string);
    const body = { after: positions[1] };
    await expectOk((await county())(`POST /v1/subscriptions/${id}/redelivery`, { body }), 'redelivery');
    await host.deliver();
    expect(receiver.calls.slice(cases.length).map((call) => JSON.parse(call.body).position)).toEqual(
      positions.slice(2),
    );
    expect(new Set(receiver.calls.map(({ delivery }) => delivery)).size).toBe(cases.length);
  });

  it('sees its own organisation’s cases: a township no other’s, and on request only what its system submitted', async () => {
    const receiver = await startReceiver();
    receivers.push(receiver);
    const register2 = async (role: string, personId: string, more: object) => {
      const client = await host.as(role, personId);
      const reply = await client('POST /v1/subscriptions', { body: { url: receiver.url, ...more } });
      receiver.secret = reply.body.secret as string;
      await host.deliver();
    };
    await register2('TC', 't2-tc', {});
    expect(receiver.calls).toEqual([]);
    await register2('TC', 't1-tc', { cases: 'own' });
    expect(receiver.views.size).toBe(cases.length);
  });

  it('has its secret shown once, and a new one on request', async () => {
    const client = await county();
    const receiver = await startReceiver();
    receivers.push(receiver);
    const body = { url: receiver.url };
    const first = await client('POST /v1/subscriptions', { body, key: 'one-and-the-same' });
    const again = await client('POST /v1/subscriptions', { body, key: 'one-and-the-same' });
    expect(first.body.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(again.body).toEqual({ ...first.body, secret: undefined });
    const id = first.body.subscriptionId as string;
    const { body: all } = await client('GET /v1/subscriptions');
    expect(JSON.stringify(all)).not.toContain(first.body.secret);
    expect(JSON.stringify(all)).toContain(id);
    const renewed = await client(`POST /v1/subscriptions/${id}/secret`, { body: {} });
    expect(renewed.body.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(renewed.body.secret).not.toBe(first.body.secret);
    receiver.secret = renewed.body.secret as string;
    await host.deliver();
    expect(receiver.views).toEqual(await listed());
    await client(`POST /v1/subscriptions/${id}/ending`, { body: {} });
  });

  it('follows no redirect', async () => {
    const { receiver, id } = await register();
    receiver.status = 302;
    await host.deliver();
    expect(receiver.calls).toHaveLength(1);
    expect((await deliveries(id)).deliveries.at(-1)?.result).toBe('http-302');
  });

  it('is never called at an address within', async () => {
    const client = await county();
    const code = async (url: string) => codeOf(await client('POST /v1/subscriptions', { body: { url } }));
    for (const url of [
      'https://10.0.0.8/x',
      'https://169.254.169.254/latest/meta-data',
      'https://[::ffff:192.168.0.1]/x',
      'https://[fd00::1]/x',
      'http://example.com/x',
      'http://192.168.1.1/x',
      'https://user:pass@127.0.0.1/x',
      'ftp://127.0.0.1/x',
      'file:///etc/passwd',
      'nothing',
    ])
      expect([url, await code(url)]).toEqual([url, 'callback-address-refused']);
  });
});
