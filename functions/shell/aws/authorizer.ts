import { decodeJwt, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { Problem } from '../../core/problem.ts';
import { bearerOf, type TokenRules, tokenVerifier } from '../authenticate.ts';
import { logDefect } from '../defect.ts';
import type { Verdict } from '../middleware/read-request.ts';
import type { Clock } from '../ports.ts';
import { once, settingOf } from './production-ports.ts';
import { systemClock } from './system-clock.ts';

/** Who may issue tokens, as the deployment names it: `SUNLIGHT_TOKEN_RULES`, JSON. */
const Rules = z.strictObject({
  keys: z.custom<JSONWebKeySet>(
    (value) => z.object({ keys: z.array(z.looseObject({})).min(1) }).safeParse(value).success,
  ),
  issuer: z.string().min(1),
  audience: z.string().min(1),
  actingClients: z.array(z.string()),
}) satisfies z.ZodType<TokenRules>;

const Event = z.object({
  headers: z.record(z.string(), z.string().optional()).default({}),
  requestContext: z.object({ requestId: z.string() }).optional(),
});

/** The simple response of a Lambda authorizer (HTTP API, payload 2.0). */
export interface Authorization {
  readonly isAuthorized: boolean;
  readonly context: Readonly<Record<string, string | number>>;
}

const authorized = (verdict: Verdict): Authorization => ({
  isAuthorized: true,
  context: Object.fromEntries(
    Object.entries(verdict).flatMap(([name, value]): [string, string | number][] =>
      value === undefined ? [] : [[name, value]],
    ),
  ),
});

/**
 * Verifies the bearer token of a request. The gateway cannot word a refusal as a problem, so the verdict travels on and the shell
 * answers it before anything else: without claims no step runs. Claims go as text, since the gateway changes nested values.
 * A fault of the configuration denies everybody.
 */
export async function authorize(
  event: unknown,
  of: { readonly rules: () => TokenRules; readonly clock: Clock },
): Promise<Authorization> {
  const { headers, requestContext } = Event.parse(event);
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  try {
    const token = bearerOf(header);
    const claims = await tokenVerifier(of.rules())(token, of.clock.now());
    return authorized({ claims: JSON.stringify(claims), expiresAt: decodeJwt(token).exp });
  } catch (error) {
    if (error instanceof Problem) return authorized({ refusal: error.code });
    logDefect('authorizer', requestContext?.requestId ?? '', error);
    return { isAuthorized: false, context: {} };
  }
}

const configured = once(() => Rules.parse(JSON.parse(settingOf(process.env, 'SUNLIGHT_TOKEN_RULES'))));

/** The Lambda authorizer. */
export const handler = (event: unknown): Promise<Authorization> =>
  authorize(event, { rules: configured, clock: systemClock });
