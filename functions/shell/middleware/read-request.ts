import type { MiddlewareObj } from '@middy/core';
import * as z from 'zod';
import type { Request } from '../http.ts';

/**
 * What the shell reads of an API Gateway event (HTTP API, payload 2.0). The local host builds the same form.
 * The authorizer's verdict comes as text: the claims as JSON, or the code of the refusal (see `aws/authorizer`).
 */
export const ApiEvent = z.object({
  rawPath: z.string(),
  headers: z.record(z.string(), z.string().optional()).default({}),
  pathParameters: z.record(z.string(), z.string().optional()).optional(),
  queryStringParameters: z.record(z.string(), z.string().optional()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    /** When the gateway took the request, milliseconds since the epoch: a clock that is not that of the function. */
    timeEpoch: z.number().optional(),
    http: z.object({ method: z.string() }),
    authorizer: z.object({ lambda: z.record(z.string(), z.unknown()).nullish() }).optional(),
  }),
});
export type ApiEvent = z.input<typeof ApiEvent>;

/** What the authorizer found out about the caller. */
export const Verdict = z.object({
  claims: z.string().optional(),
  /** End of the token, seconds since the epoch: a cached verdict may outlive it. */
  expiresAt: z.coerce.number().optional(),
  refusal: z.string().optional(),
});
export type Verdict = z.infer<typeof Verdict>;

const present = (values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const lowerCase = (headers: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));

/** The shell's request of an event; throws a ZodError for an event of another form, which is a fault of the deployment. */
export function requestOf(event: unknown): {
  readonly request: Request;
  readonly verdict: Verdict;
  /** When the gateway took the request. */
  readonly takenAt?: string;
} {
  const { rawPath, headers, body, isBase64Encoded, requestContext, ...rest } = ApiEvent.parse(event);
  const verdict = Verdict.parse(requestContext.authorizer?.lambda ?? {});
  const request: Request = {
    method: requestContext.http.method,
    path: rawPath,
    params: present(rest.pathParameters),
    query: present(rest.queryStringParameters),
    headers: lowerCase(headers),
    body: body !== undefined && isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
    requestId: requestContext.requestId,
    claims: verdict.claims === undefined ? undefined : (JSON.parse(verdict.claims) as unknown),
  };
  const { timeEpoch } = requestContext;
  return { request, verdict, ...(timeEpoch === undefined ? {} : { takenAt: new Date(timeEpoch).toISOString() }) };
}

/** Puts the shell's request in the place of the event. */
export const readRequest = (): MiddlewareObj<unknown, unknown> => ({
  before: (work) => {
    work.event = requestOf(work.event);
  },
});
