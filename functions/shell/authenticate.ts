import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import { type Actor, Post } from '../../schemas/actor.ts';
import { PersonId } from '../../schemas/ids.ts';
import { Problem } from '../core/problem.ts';

/** What a token must say (design decision 14): the calling system, the natural person, the posts held. */
export const Claims = z.object({
  client_id: z.string().min(1).max(64),
  sub: z.string().min(1),
  personId: PersonId,
  posts: z.array(z.object({ role: Post, orgCode: z.string().max(12) })).max(50),
  act: PersonId.optional(),
});
export type Claims = z.infer<typeof Claims>;

export interface TokenRules {
  readonly keys: JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
  /** Systems that may act for a person who has no account. */
  readonly actingClients: readonly string[];
}

/** The calling system of the clock's own commands. */
export const CLOCK_CLIENT = 'docket';

const algorithms = ['RS256', 'ES256', 'EdDSA'];

/** Makes a verifier of bearer tokens against configured keys; needs no network. `now` is a UTC instant: the host's clock decides. */
export function tokenVerifier(rules: TokenRules): (token: string, now: string) => Promise<Claims> {
  const keys = createLocalJWKSet(rules.keys);
  return async (token, now) => {
    const payload = await verified(() =>
      jwtVerify(token, keys, {
        issuer: rules.issuer,
        audience: rules.audience,
        algorithms,
        currentDate: new Date(now),
        requiredClaims: ['exp'],
      }),
    );
    const claims = Claims.safeParse(payload);
    if (!claims.success)
      throw new Problem('token-invalid', { errors: placesIn(claims.error) }, { cause: claims.error });
    // The clock runs within the host and the public holds no post: nobody comes with either, nor under the name by which its commands are told apart.
    if (
      claims.data.posts.some(({ role }) => role === 'CLOCK' || role === 'PB') ||
      claims.data.client_id === CLOCK_CLIENT
    )
      throw new Problem('token-invalid');
    if (claims.data.act && !rules.actingClients.includes(claims.data.client_id))
      throw new Problem('client-not-registered', { client: claims.data.client_id });
    return claims.data;
  };
}

const placesIn = ({ issues }: z.ZodError): readonly { path: string; message: string }[] =>
  issues.map(({ path, message }) => ({ path: path.join('.'), message }));

async function verified(check: () => Promise<{ readonly payload: JWTPayload }>): Promise<JWTPayload> {
  try {
    return (await check()).payload;
  } catch (error) {
    throw new Problem(error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid', {}, { cause: error });
  }
}

/** Whoever calls an open step: nobody is asked who they are, and a token is not looked at. */
export const thePublic: Actor = { personId: 'public', post: 'PB', orgCode: '', clientId: 'public' };

/** The bearer token of a header, or 401. */
export function bearerOf(header: string | undefined): string {
  const match = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/.exec(header ?? '');
  if (!match?.[1]) throw new Problem('token-missing');
  return match[1];
}

/**
 * The actor of a request: the post named in `Sunlight-Post` (`TC@649900101`), which the token must hold.
 * A token with a single post need not name it.
 */
export function actorOf(raw: unknown, header: string | undefined): Actor {
  const parsed = Claims.safeParse(raw);
  if (!parsed.success) throw new Problem('token-missing');
  const { client_id, personId, posts, act } = parsed.data;
  const only = posts.length === 1 ? posts[0] : undefined;
  const named = header === undefined && only ? `${only.role}@${only.orgCode}` : header;
  if (named === undefined)
    throw new Problem('post-missing', { held: posts.map((one) => `${one.role}@${one.orgCode}`) });
  const post = posts.find(
    (one) => `${one.role}@${one.orgCode}` === named || (one.orgCode === '' && one.role === named),
  );
  if (!post) throw new Problem('post-not-held', { post: named });
  return { personId, post: post.role, orgCode: post.orgCode, clientId: client_id, ...(act ? { act } : {}) };
}
