import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import { encodedPath, type Outgoing, queryText, type Signing, signedHeaders } from './sign.ts';

/** Where and as whom a client calls. Within Lambda everything comes from its environment. */
export interface ClientConfig {
  readonly region?: string;
  /** Another address than the service's own: an embedded engine. */
  readonly endpoint?: string;
  readonly credentials?: Signing['credentials'];
  readonly maxAttempts?: number;
  readonly requestHandler?: { readonly connectionTimeout?: number; readonly requestTimeout?: number };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

// One connection is kept for the next request of the same process; a Lambda serves one at a time.
const agents = { 'https:': new Agent({ keepAlive: true }), 'http:': new PlainAgent({ keepAlive: true }) };

export const regionOf = (config: ClientConfig): string => config.region ?? process.env['AWS_REGION'] ?? '';

/** Host of a service: the China partition has a suffix of its own. */
export const hostOf = (service: string, region: string): string =>
  `${service}.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`;

/** Credentials of the function's role. Read on every request: Lambda keeps them for the life of the process. */
export const credentialsOf = (config: ClientConfig): Signing['credentials'] =>
  config.credentials ?? {
    accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: process.env['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: process.env['AWS_SESSION_TOKEN'],
  };

const timedOut = (): Error => Object.assign(new Error('the request took too long'), { name: 'TimeoutError' });

function exchange(url: URL, outgoing: Outgoing, of: { headers: Record<string, string>; timeout: number }) {
  const secure = url.protocol === 'https:';
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = (secure ? secureRequest : plainRequest)(
    url,
    {
      method: outgoing.method,
      headers: { ...of.headers, 'content-length': Buffer.byteLength(outgoing.body) },
      agent: secure ? agents['https:'] : agents['http:'],
    },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value ?? '')]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(headers) as Record<string, string>,
          body: Buffer.concat(chunks),
        });
      });
    },
  );
  const timer = setTimeout(() => request.destroy(timedOut()), of.timeout);
  request.on('error', reject);
  request.end(outgoing.body);
  return promise.finally(() => clearTimeout(timer));
}

const isTransient = ({ status, body }: Answer): boolean =>
  status >= 500 || status === 429 || (status === 400 && body.includes('Throttl'));
const pause = (attempt: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(1_000, 50 * 2 ** attempt)));

/**
 * Signs a request and sends it. Faults of the connection, throttling and 5xx are tried again; every request this program
 * makes may arrive twice. Throws the fault of the connection when it stays.
 */
export async function send(outgoing: Outgoing, config: ClientConfig, service: string): Promise<Answer> {
  const query = queryText(outgoing.query);
  const base = config.endpoint ?? `https://${outgoing.host}`;
  const url = new URL(`${base.replace(/\/$/, '')}${encodedPath(outgoing.path)}${query && `?${query}`}`);
  const request = { ...outgoing, host: url.host };
  const timeout = config.requestHandler?.requestTimeout ?? 5_000;
  const last = config.maxAttempts ?? 3;
  for (let attempt = 1; ; attempt += 1) {
    const signing = { credentials: credentialsOf(config), service, region: regionOf(config), at: Date.now() };
    try {
      const answer = await exchange(url, request, { headers: signedHeaders(request, signing), timeout });
      if (attempt === last || !isTransient(answer)) return answer;
    } catch (fault) {
      if (attempt === last) throw fault;
    }
    await pause(attempt);
  }
}
