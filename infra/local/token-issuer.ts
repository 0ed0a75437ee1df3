import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import * as z from 'zod';
import { readIfPresent, writeDurably } from '../../functions/shell/local/durable-file.ts';
import { Post } from '../../schemas/actor.ts';
import { PersonId } from '../../schemas/ids.ts';

/** What a development token shall say; the local host trusts whoever asks, so it listens on loopback only. */
export const TokenRequest = z.strictObject({
  personId: PersonId,
  posts: z
    .array(z.strictObject({ role: Post, orgCode: z.string().max(12) }))
    .min(1)
    .max(50),
  clientId: z.string().min(1).max(64).default('local-portal'),
  act: PersonId.optional(),
  minutes: z
    .int()
    .min(1)
    .max(60 * 24 * 365)
    .default(60 * 24),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: { readonly keys: JWK[] };
  /** A signed token, valid from `now` (UTC instant) for the asked minutes. */
  issue(request: TokenRequest, now: string): Promise<string>;
}

const issuer = 'sunlight-local';
const audience = 'sunlight';

/** The development issuer: an Ed25519 key kept beside the data, so that tokens outlive a restart. */
export async function tokenIssuer(dataDir: string): Promise<TokenIssuer> {
  const path = join(dataDir, 'token-key.json');
  const saved = await readIfPresent(path);
  const jwk = saved === null ? await fresh(path) : (JSON.parse(saved) as JWK);
  const key = await importJWK(jwk, 'EdDSA');
  const { d: _private, ...open } = jwk;
  return {
    issuer,
    audience,
    keys: { keys: [open] },
    issue: ({ personId, posts, clientId, act, minutes }, now) => {
      const seconds = Math.floor(Date.parse(now) / 1000);
      return new SignJWT({ client_id: clientId, personId, posts, ...(act ? { act } : {}) })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'local' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(personId)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + minutes * 60)
        .sign(key);
    },
  };
}

async function fresh(path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'local', alg: 'EdDSA' };
  await writeDurably({ path, bytes: JSON.stringify(jwk), mode: 0o600 });
  return jwk;
}
