import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { eventPartition, subjectsOf } from '../../functions/shell/keys.ts';
import type { ApiClient } from '../../infra/local/api-client.ts';
import { application, familyOfThree, residentId } from '../applications.ts';
import { emptyWorld } from '../world.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;
let clerk: ApiClient;

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03' });
  clerk = await host.as('TC', 't1-tc');
});
afterAll(() => host.stop());

const form = async (series: number, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
  const body = application(emptyWorld(), familyOfThree(series));
  const materials = [];
  for (const { item } of body['materials'] as { item: string }[])
    materials.push({ item, attachmentId: await host.upload(`${item} bad ${series}`) });
  return { ...body, materials, ...more };
};

/** Cases and their events in the whole county: what a refused call must not change. */
async function written(): Promise<string> {
  const { items } = await host.ports.store.index('k', subjectsOf('649900', 'case'), { limit: 1000 });
  return JSON.stringify(items.map(({ k, version }) => [k?.sk, version]));
}

const raw = (path: string, init: RequestInit): Promise<Response> => fetch(host.url + path, init);
const postRaw = async (
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: { code: string; title: string; todo: string } }> => {
  const response = await raw('/v1/cases', { method: 'POST', body, headers });
  return { status: response.status, body: (await response.json()) as { code: string; title: string; todo: string } };
};
const bearer = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'idempotency-key': `k-${Math.random()}`,
});
const tokenFor = (minutes = 60): Promise<string> =>
  host.tokens.issue(
    { personId: 't1-tc', posts: [{ role: 'TC', orgCode: '649900101' }], clientId: 'test-portal', minutes },
    host.ports.clock.now(),
  );

describe('a bad request is refused with its own code and writes nothing', () => {
  let before = '';
  beforeAll(async () => {
    before = await written();
  });
  const refusedWith = async (code: string, call: Promise<{ status: number; body: unknown }>): Promise<void> => {
    const { status, body } = await call;
    expect((body as { code: string }).code).toBe(code);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await written()).toBe(before);
  };

  it('wrong JSON', async () => refusedWith('json-invalid', postRaw('{"program":', bearer(await tokenFor()))));
  it('an unknown field', async () =>
    refusedWith('unknown-field', clerk('POST /v1/cases', { body: await form(1, { colour: 'red' }) })));
  it('a wrong check digit', async () => {
    const body = await form(2);
    const members = structuredClone(body['members']) as { idNumber: string }[];
    const [first] = members;
    if (first) first.idNumber = `${first.idNumber.slice(0, 17)}${first.idNumber.endsWith('1') ? '2' : '1'}`;
    await refusedWith('resident-id-invalid', clerk('POST /v1/cases', { body: { ...body, members } }));
  });
  it('a date that does not exist', async () =>
    refusedWith('date-invalid', clerk('POST /v1/cases', { body: await form(3, { signedOn: '2026-02-30' }) })));
  it('a village that is not registered', async () =>
    refusedWith('division-unknown', clerk('POST /v1/cases', { body: await form(4, { villageCode: '649900101299' }) })));
  it('a township that is not the caller’s', async () =>
    refusedWith(
      'division-not-yours',
      clerk('POST /v1/cases', { body: await form(5, { townshipCode: '649900102', villageCode: '649900102201' }) }),
    ));
  it('a village stamp', async () =>
    refusedWith(
      'village-stamp-forbidden',
      clerk('POST /v1/cases', { body: await form(6, { villageStamp: 'att-0123456789abcdef' }) }),
    ));
  it('a person twice in a household', async () => {
    const body = await form(7);
    const members = body['members'] as unknown[];
    await refusedWith(
      'input-invalid',
      clerk('POST /v1/cases', { body: { ...body, members: [...members, members[0]] } }),
    );
  });
  it('an attachment that was never registered', async () =>
    refusedWith(
      'attachment-not-found',
      clerk('POST /v1/cases', {
        body: await form(8, { materials: [{ item: 'application-form', attachmentId: 'att-ffffffffffffffff' }] }),
      }),
    ));
  it('an attachment that was never uploaded', async () => {
    const { body } = await clerk('POST /v1/attachments', {
      body: { countyCode: '649900', size: 10, contentType: 'image/png', sha256: 'a'.repeat(64), purpose: 'material' },
    });
    const { attachmentId } = body as { attachmentId: string };
    await refusedWith(
      'attachment-missing',
      clerk('POST /v1/cases', { body: await form(9, { materials: [{ item: 'application-form', attachmentId }] }) }),
    );
  });
  it('an attachment whose bytes were altered', async () => {
    const attachmentId = await host.upload('to be altered');
    await host.ports.objects.put(`attachments/${attachmentId}`, Buffer.from('other bytes'));
    await refusedWith(
      'attachment-altered',
      clerk('POST /v1/cases', { body: await form(10, { materials: [{ item: 'application-form', attachmentId }] }) }),
    );
  });
  it('an upload of other bytes than registered', async () => {
    const { body } = await clerk('POST /v1/attachments', {
      body: { countyCode: '649900', size: 4, contentType: 'image/png', sha256: 'b'.repeat(64), purpose: 'material' },
    });
    const { upload } = body as { upload: { url: string } };
    const put = await fetch(upload.url, { method: 'PUT', body: 'abcd' });
    expect(put.status).toBe(422);
  });
  it('no token', async () => refusedWith('token-missing', postRaw('{}', {})));
  it('an expired token', async () => {
    const token = await host.tokens.issue(
      { personId: 't1-tc', posts: [{ role: 'TC', orgCode: '649900101' }], clientId: 'test-portal', minutes: 1 },
      '2026-08-01T00:00:00.000Z',
    );
    await refusedWith('token-expired', postRaw('{}', bearer(token)));
  });
  it('a forged token', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await new SignJWT({
      client_id: 'test-portal',
      personId: 'x1',
      posts: [{ role: 'TD', orgCode: '649900101' }],
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'local' })
      .setIssuer(host.tokens.issuer)
      .setAudience(host.tokens.audience)
      .setSubject('x1')
      .setExpirationTime('1h')
      .sign(privateKey);
    await refusedWith('token-invalid', postRaw('{}', bearer(forged)));
    await refusedWith(
      'token-invalid',
      postRaw('{}', bearer(`${(await tokenFor()).split('.').slice(0, 2).join('.')}.AAAA`)),
    );
  });
  it('a post that the token does not hold', async () =>
    refusedWith('post-not-held', postRaw('{}', { ...bearer(await tokenFor()), 'sunlight-post': 'TD@649900101' })));
  it('no idempotency key', async () =>
    refusedWith('idempotency-key-missing', postRaw('{}', { authorization: `Bearer ${await tokenFor()}` })));
  it('an unknown route, and a known one by another method', async () => {
    await refusedWith('route-unknown', clerk('GET /v1/nothing'));
    await refusedWith('method-not-allowed', clerk('GET /v1/attachments'));
  });
  it('a case of another division, which does not exist for the caller', async () => {
    const other = await host.as('TC', 't2-tc');
    const { body } = await clerk('POST /v1/cases', { body: await form(11) });
    before = await written();
    const { caseId } = body as { caseId: string };
    await refusedWith('case-not-found', other(`GET /v1/cases/${caseId}`));
    await refusedWith('case-not-found', other(`POST /v1/cases/${caseId}/acceptance`));
    await refusedWith('version-stale', clerk(`POST /v1/cases/${caseId}/acceptance`, { ifMatch: '"7"' }));
    await refusedWith('case-not-found', clerk('GET /v1/cases/%E0%A4%A'));
  });
  it('a foreign Host header', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((done) => {
      const { port } = new URL(host.url);
      request({ host: '127.0.0.1', port, path: '/v1/health', headers: { host: 'evil.example' } }, (answer) =>
        done(answer.statusCode),
      ).end();
    });
    expect(status).toBe(404);
  });
});

describe('an attempt against a prohibition', () => {
  it('is kept in the organisation’s own subject and leaves the case untouched', async () => {
    const village = await host.as('VC', 't1-vc');
    const { body } = await clerk('POST /v1/cases', { body: await form(20) });
    const { caseId } = body as { caseId: string };
    const before = await written();
    expect(codeOf(await village(`POST /v1/cases/${caseId}/refusal`, { body: { anything: 1 } }))).toBe(
      'village-may-not-decide',
    );
    expect(await written()).toBe(before);
    const kept = await host.ports.store.partition(eventPartition('refusals', '649900101201'));
    expect(kept.items.at(-1)?.record).toMatchObject({
      type: 'attempt-refused',
      data: { code: 'village-may-not-decide', rule: 'P01', person: 't1-vc', caseId },
    });
  });
});

describe('a county without set-up', () => {
  it('answers program-closed, naming what is missing', async () => {
    const empty = await startWholeHost({ empty: true, startOn: '2026-08-03' });
    try {
      const someone = await empty.as('TC', 't1-tc');
      const persons = familyOfThree(0);
      const body = application(emptyWorld(), persons);
      const reply = await someone('POST /v1/cases', { body: { ...body, materials: [] } });
      expect(reply.body).toMatchObject({
        code: 'program-closed',
        missing: expect.arrayContaining(['calendar', 'divisions', 'parameter:standard.DB_URBAN']) as unknown,
      });
      expect(residentId('19851120', 100)).toMatch(/^649900/);
    } finally {
      await empty.stop();
    }
  });
});
