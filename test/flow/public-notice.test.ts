import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personKey } from '../../functions/shell/keys.ts';
import { sealPerson } from '../../functions/shell/personal-data.ts';
import { itemsOf } from '../../functions/shell/projection.ts';
import { type ApiClient, expectOk } from '../../infra/local/api-client.ts';
import { walkTo } from '../decide/walk-through.ts';
import { caseIn } from '../world.ts';
import { startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;
let clerk: ApiClient;
let caseId: string;
let address: string;

/** A case whose notice hangs on the board since 2026-08-17, laid into the store as its acts leave it. */
async function postedCase(): Promise<string> {
  const walk = walkTo('post-publicity');
  const state = caseIn(walk.world, walk.caseId);
  const token = state.head.applicant;
  const countyKey = await host.ports.keyring.countyKey('649900');
  const sealed = sealPerson({ countyKey, token, data: { name: '李小明', idNumber: '649900198511200032' } });
  const items = itemsOf('case', walk.caseId, state).map(({ item }) => item);
  const person = { ...personKey(token), record: { countyCode: '649900', sealed } };
  await host.ports.store.commit([...items, person].map((item) => ({ kind: 'put', role: 'other', item })));
  return walk.caseId;
}

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-17' });
  clerk = await host.as('TC', 't1-tc');
  caseId = await postedCase();
  const put = clerk(`POST /v1/cases/${caseId}/notices`, { body: { paperId: 'W17-1' }, key: 'online-1' });
  ({ address } = (await expectOk(put, 'put online')).body as { address: string });
});
afterAll(() => host.stop());

const open = (path: string, accept?: string): Promise<Response> =>
  fetch(host.url + path, accept ? { headers: { accept } } : {});

describe('a public notice over HTTP', () => {
  it('needs no token: data for machines, a page for browsers, both unknown to search engines and without script', async () => {
    const data = await open(address);
    expect(data.status).toBe(200);
    expect(data.headers.get('x-robots-tag')).toBe('noindex, nofollow, noarchive');
    expect((await data.json()) as object).toMatchObject({ notice: { applicant: '李某某', members: 3 } });
    const page = await open(address, 'text/html,application/xhtml+xml');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='/,
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(html).toContain('李某某');
    expect(html).not.toMatch(/小明|<script|64990019|t_[0-9a-f]{8}/);
    expect(html).not.toContain(caseId);
  });

  it('is found at its address only: counting, guessing and other routes lead nowhere', async () => {
    const [, township = '', rest = ''] = /^\/v1\/notices\/(\d{9})-(.+)$/.exec(address) ?? [];
    expect(rest).toHaveLength(40);
    for (const wrong of [
      '1',
      `${township}-1`,
      caseId,
      `${township}-${'0'.repeat(40)}`,
      `${rest}`,
      `${township}-${rest}0`,
    ]) {
      const answer = await open(`/v1/notices/${wrong}`);
      expect([wrong, answer.status]).toEqual([wrong, 404]);
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    }
    expect((await open('/v1/notices')).status).toBe(401);
    expect((await open(`/v1/cases/${caseId}`)).status).toBe(401);
    expect((await fetch(host.url + address, { method: 'POST' })).status).toBeGreaterThanOrEqual(400);
  });

  it('leaves nothing behind: a thousand readers are no event', async () => {
    const before = await host.ports.store.partition('E#access:649900101');
    for (let n = 0; n < 5; n += 1) await open(address);
    expect((await host.ports.store.partition('E#access:649900101')).items.length).toBe(before.items.length);
    expect((await host.ports.store.partition('E#access:640000-public')).items).toEqual([]);
  });

  it('stands in the township’s list, and is gone the day after the last, with a page that says so', async () => {
    const list = async () =>
      ((await expectOk(clerk('GET /v1/notices'), 'list')).body as { notices: { address: string }[] }).notices;
    expect((await list()).map((one) => one.address)).toEqual([address]);
    await host.at('2026-08-24', '23:30');
    expect((await open(address)).status).toBe(200);
    await host.at('2026-08-25', '00:30');
    const gone = await open(address, 'text/html');
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('公示已结束');
    expect(((await (await open(address)).json()) as { code: string }).code).toBe('notice-gone');
    expect(await list()).toEqual([]);
  });
});
