/** A caller of the local host as the portal is one: a token, a post, JSON in and out. */
export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies are read by field by scripts that know the step they called
  readonly body: any;
  readonly etag: string | undefined;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly key?: string;
  readonly ifMatch?: string;
  readonly purpose?: string;
}

export type ApiClient = (route: string, options?: CallOptions) => Promise<Reply>;

/** Who calls: a natural person, the post used, the calling system. */
export interface Caller {
  readonly personId: string;
  readonly role: string;
  readonly orgCode: string;
  readonly clientId?: string;
  readonly act?: string;
}

let calls = 0;

/** A client of a host for one person and post; routes are `METHOD /path`. */
export async function apiClient(url: string, caller: Caller): Promise<ApiClient> {
  const { personId, role, orgCode, clientId, act } = caller;
  const issued = await fetch(`${url}/local/token`, {
    method: 'POST',
    body: JSON.stringify({
      personId,
      posts: [{ role, orgCode }],
      minutes: 525_600,
      ...(clientId ? { clientId } : {}),
      ...(act ? { act } : {}),
    }),
  });
  const { token } = (await issued.json()) as { token: string };
  return tokenClient(url, token, caller);
}

/** A client of any host, for whom a token was issued. */
export function tokenClient(
  url: string,
  token: string,
  caller: Pick<Caller, 'personId' | 'role' | 'orgCode'>,
): ApiClient {
  const { personId, role, orgCode } = caller;
  return async (route, options = {}) => {
    const [method = 'GET', path = '/'] = route.split(' ');
    calls += 1;
    const headers = {
      authorization: `Bearer ${token}`,
      'sunlight-post': `${role}@${orgCode}`,
      ...(method === 'POST'
        ? {
            'content-type': 'application/json',
            'idempotency-key': options.key ?? `${personId}-${process.pid}-${Date.now()}-${calls}`,
          }
        : {}),
      ...(options.ifMatch ? { 'if-match': options.ifMatch } : {}),
      ...(options.purpose ? { 'sunlight-purpose': encodeURIComponent(options.purpose) } : {}),
    };
    const response = await fetch(url + path, {
      method,
      headers,
      ...(method === 'POST' ? { body: JSON.stringify(options.body ?? {}) } : {}),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? (JSON.parse(text) as unknown) : undefined,
      etag: response.headers.get('etag') ?? undefined,
    };
  };
}

/** Calls that must succeed: throws with the whole refusal otherwise. */
export async function expectOk(reply: Promise<Reply>, what: string): Promise<Reply> {
  const answered = await reply;
  if (answered.status >= 300) throw new Error(`${what}: ${answered.status} ${JSON.stringify(answered.body)}`);
  return answered;
}
