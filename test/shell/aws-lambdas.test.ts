import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { TokenRules } from '../../functions/shell/authenticate.ts';
import { authorize } from '../../functions/shell/aws/authorizer.ts';
import { eventsInLake } from '../../functions/shell/aws/events-in-lake.ts';
import { openDay } from '../../functions/shell/aws/open-day.ts';
import type { QueryRun } from '../../functions/shell/ports.ts';

const now = '2026-10-09T01:00:00.000Z';
const clock = { now: () => now };
const seconds = Date.parse(now) / 1_000;
const claims = { client_id: 'portal', personId: 'p-clerk', posts: [{ role: 'TC', orgCode: '649900101' }] };

async function issuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const rules: TokenRules = {
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] },
    issuer: 'https://issuer.example',
    audience: 'sunlight',
    actingClients: [],
  };
  const token = (expiresAt: number, more: object = {}): Promise<string> =>
    new SignJWT({ ...claims, ...more })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(rules.issuer)
      .setAudience(rules.audience)
      .setSubject('tc-1')
      .setExpirationTime(expiresAt)
      .sign(privateKey);
  const ask = (header: string | undefined) =>
    authorize({ headers: { Authorization: header } }, { rules: () => rules, clock });
  return { rules, token, ask };
}

describe('the authorizer', () => {
  it('hands on the claims of a good token as text, with its end', async () => {
    const { token, ask } = await issuer();
    const { isAuthorized, context } = await ask(`Bearer ${await token(seconds + 60)}`);
    expect(isAuthorized).toBe(true);
    expect(context['expiresAt']).toBe(seconds + 60);
    expect(JSON.parse(String(context['claims']))).toEqual({ ...claims, sub: 'tc-1' });
  });

  it('gives a refusal and no claims for an expired, a forged, a foreign and a missing token', async () => {
    const { token, ask } = await issuer();
    const other = await issuer();
    const verdict = async (header: string | undefined) => (await ask(header)).context;
    expect(await verdict(`Bearer ${await token(seconds - 1)}`)).toEqual({ refusal: 'token-expired' });
    expect(await verdict(`Bearer ${await other.token(seconds + 60)}`)).toEqual({ refusal: 'token-invalid' });
    expect(await verdict(`Bearer ${(await token(seconds + 60)).slice(0, -4)}AAAA`)).toEqual({
      refusal: 'token-invalid',
    });
    expect(await verdict(undefined)).toEqual({ refusal: 'token-missing' });
    expect(await verdict(`Bearer ${await token(seconds + 60, { act: 'p-other' })}`)).toEqual({
      refusal: 'client-not-registered',
    });
  });

  it('denies everybody when it is not configured', async () => {
    const rules = (): TokenRules => {
      throw new Error('no rules');
    };
    const { token } = await issuer();
    const event = { headers: { authorization: `Bearer ${await token(seconds + 60)}` } };
    expect(await authorize(event, { rules, clock })).toEqual({ isAuthorized: false, context: {} });
  });
});

describe('the opening of a day', () => {
  const started: { name: string; input: string }[] = [];
  const start = async (execution: { name: string; input: string }): Promise<void> => {
    started.push(execution);
  };

  it('starts one docket per county for the civil day on which the schedule fell', async () => {
    // 06:00 on 9 October in Asia/Shanghai is still the 8th in UTC.
    expect(await openDay({ scheduledAt: '2026-10-08T22:00:00Z' }, { counties: ['649900', '640121'], start })).toBe(2);
    expect(started.map(({ name }) => name)).toEqual(['docket-649900-2026-10-09', 'docket-640121-2026-10-09']);
    expect(JSON.parse(started[0]?.input ?? '')).toEqual({
      countyCode: '649900',
      on: '2026-10-09',
      openingAt: '2026-10-09T00:30:00.000Z',
      midnightAt: '2026-10-09T16:00:00.000Z',
      done: {},
    });
  });

  it('finds a docket that is there already harmless, and starts the others when one fails', async () => {
    const names: string[] = [];
    const failing = async ({ name }: { name: string }): Promise<void> => {
      names.push(name);
      if (name.includes('649900')) throw Object.assign(new Error('there'), { name: 'ExecutionAlreadyExists' });
      if (name.includes('640121')) throw new Error('down');
    };
    const event = { scheduledAt: '2026-10-08T22:00:00Z' };
    expect(await openDay(event, { counties: ['649900'], start: failing })).toBe(1);
    const three = ['640121', '649900', '640122'];
    await expect(openDay(event, { counties: three, start: failing })).rejects.toThrow('1 dockets of 2026-10-09');
    expect(names).toHaveLength(4);
  });
});

describe('the count of events in the lake', () => {
  const answering = (...runs: readonly Partial<QueryRun>[]) => {
    const left = [...runs];
    const result = async (runId: string): Promise<QueryRun> => ({ runId, state: 'running', ...left.shift() });
    return { start: async () => 'q-1', result };
  };
  const pause = async (): Promise<void> => undefined;

  it('waits for the query and reads its one number', async () => {
    const sql = answering({}, {}, { state: 'succeeded', rows: [[42]] });
    expect(await eventsInLake(sql, '649900', pause)).toBe(42);
  });

  it('fails when the query fails or never ends, so that the task comes again', async () => {
    await expect(eventsInLake(answering({ state: 'failed', reason: 'x' }), '649900', pause)).rejects.toThrow('x');
    await expect(eventsInLake(answering(), '649900', pause)).rejects.toThrow('no answer');
  });
});
