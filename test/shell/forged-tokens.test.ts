import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT, UnsecuredJWT } from 'jose';
import { actorOf, type TokenRules, tokenVerifier } from '../../functions/shell/authenticate.ts';

const now = '2026-08-03T02:00:00.000Z';
const seconds = Date.parse(now) / 1_000;
const held = [{ role: 'TC', orgCode: '649900101' }];
const claims = { client_id: 'portal', personId: 't1-tc', posts: held };

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let rsa: { publicKey: Key; privateKey: Key };
let stranger: Key;
let rules: TokenRules;

beforeAll(async () => {
  rsa = await generateKeyPair('RS256', { extractable: true });
  stranger = (await generateKeyPair('RS256')).privateKey;
  const [open, second] = await Promise.all([rsa.publicKey, (await generateKeyPair('ES256')).publicKey].map(exportJWK));
  rules = {
    keys: {
      keys: [
        { ...open, kid: 'k1' },
        { ...second, kid: 'k2' },
      ],
    },
    issuer: 'idp',
    audience: 'sunlight',
    actingClients: ['portal'],
  };
});

interface Made {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly body?: Record<string, unknown>;
  readonly key?: Key | Uint8Array;
}
const signed = ({ header = {}, body = {}, key = rsa.privateKey }: Made = {}): Promise<string> =>
  new SignJWT({ ...claims, sub: 't1-tc', iss: 'idp', aud: 'sunlight', exp: seconds + 600, ...body })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
    .sign(key);
const outcomeOf = async (token: string | Promise<string>): Promise<string> =>
  tokenVerifier(rules)(await token, now).then(
    ({ personId }) => personId,
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

describe('a token', () => {
  it('of the configured issuer is taken, also without naming its key', async () => {
    expect(await outcomeOf(signed())).toBe('t1-tc');
    expect(await outcomeOf(signed({ header: { kid: undefined as never } }))).toBe('t1-tc');
  });

  it('is refused when it is signed by nobody, by another, or by the public key as if it were a secret', async () => {
    const publicText = new TextEncoder().encode(await exportSPKI(rsa.publicKey));
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const ownKey = { alg: 'RS256', jwk: await exportJWK(privateKey) };
    const forged = [
      new UnsecuredJWT({ ...claims, sub: 'x', iss: 'idp', aud: 'sunlight', exp: seconds + 600 }).encode(),
      await signed({ key: stranger }),
      await signed({ header: { alg: 'HS256' }, key: publicText }),
      await signed({ header: { alg: 'PS256' }, key: (await generateKeyPair('PS256')).privateKey }),
      await signed({ header: { ...ownKey, kid: undefined as never }, key: privateKey }),
      await signed({ header: { kid: 'k2' } }),
      await signed({ header: { kid: '../../k1' } }),
      'a.b.c',
    ];
    for (const token of forged) expect(await outcomeOf(token)).toBe('token-invalid');
  });

  it('is refused from another issuer, for another audience, too early, without an end, and after it', async () => {
    expect(await outcomeOf(signed({ body: { iss: 'other' } }))).toBe('token-invalid');
    expect(await outcomeOf(signed({ body: { aud: 'other' } }))).toBe('token-invalid');
    expect(await outcomeOf(signed({ body: { nbf: seconds + 60 } }))).toBe('token-invalid');
    expect(await outcomeOf(signed({ body: { exp: undefined } }))).toBe('token-invalid');
    expect(await outcomeOf(signed({ body: { exp: 'never' } }))).toBe('token-invalid');
    expect(await outcomeOf(signed({ body: { exp: seconds } }))).toBe('token-expired');
  });

  it('never makes a caller the clock, nor an identity number a person', async () => {
    expect(await outcomeOf(signed({ body: { posts: [...held, { role: 'CLOCK', orgCode: '649900' }] } }))).toBe(
      'token-invalid',
    );
    expect(await outcomeOf(signed({ body: { client_id: 'docket' } }))).toBe('token-invalid');
    expect(await outcomeOf(signed({ body: { personId: '649900198511200032' } }))).toBe('token-invalid');
    expect(await outcomeOf(signed({ body: { act: '13800138000' } }))).toBe('token-invalid');
  });

  it('of a client that is not registered acts for nobody', async () => {
    const acting = { act: 'p-applicant', client_id: 'other' };
    expect(await outcomeOf(signed({ body: acting }))).toBe('client-not-registered');
    expect(await outcomeOf(signed({ body: { ...acting, client_id: 'portal' } }))).toBe('t1-tc');
  });

  it('gives the post that is named and held, and no other', () => {
    const two = { ...claims, sub: 'x', posts: [...held, { role: 'CC', orgCode: '649900' }] };
    const codeOf = (header: string | undefined): unknown => {
      try {
        return actorOf(two, header).post;
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(codeOf('CC@649900')).toBe('CC');
    expect(codeOf(undefined)).toBe('post-missing');
    for (const wrong of ['CC', 'CC@', 'CC@640100', 'TD@649900101', 'tc@649900101', '', '__proto__@', 'TC@649900101 '])
      expect([wrong, codeOf(wrong)]).toEqual([wrong, 'post-not-held']);
  });
});
