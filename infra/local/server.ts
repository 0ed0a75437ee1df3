import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Problem } from '../../functions/core/problem.ts';
import { bearerOf, type Claims } from '../../functions/shell/authenticate.ts';
import { answer, problemResponse, type Request, type Response, refusalOf } from '../../functions/shell/http.ts';

/** A request's route on the local host beside the steps: upload addresses, token, clock, contract. */
export type LocalRoute = (request: Request, bytes: Buffer) => Promise<Response>;

export interface ServerOptions {
  readonly port: number;
  readonly verify: (token: string) => Promise<Claims>;
  /** Whether the route behind a request asks for no token. */
  readonly isOpen: (request: Request) => boolean;
  /** Runs a step for a request, or answers undefined when no step has that route. */
  readonly runStep: (request: Request) => Promise<Response> | undefined;
  readonly local: ReadonlyMap<string, LocalRoute>;
  readonly prefixes: readonly (readonly [prefix: string, route: LocalRoute])[];
}

/** How long a request under way may still take when the host stops. */
const PATIENCE_MS = 2_000;

const LARGEST = 21 * 1024 * 1024;

/**
 * HTTP in front of the shell. Binds 127.0.0.1 only and answers no foreign Host (DNS rebinding) or page (Origin). `close` takes no further
 * request and ends when those under way have been answered.
 */
export async function startServer(options: ServerOptions): Promise<{ readonly port: number; close(): Promise<void> }> {
  const underWay = new Set<Promise<void>>();
  const server = createServer((incoming, outgoing) => {
    const answered = handle(options, incoming)
      .then((response) => send(outgoing, response))
      .finally(() => underWay.delete(answered));
    underWay.add(answered);
  });
  server.keepAliveTimeout = 5_000;
  server.on('clientError', refuseMalformed);
  await listen(server, options.port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      // A body that is still being sent after that is broken off, and its request with it.
      const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
      while (underWay.size > 0) await Promise.all(underWay);
      clearTimeout(patience);
      server.closeAllConnections();
      await closed;
    },
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, broken) => {
    server.once('error', broken);
    server.listen(port, '127.0.0.1', () => done());
  });

/** What is no HTTP at all never reaches a route; it gets its problem all the same. */
function refuseMalformed(_error: Error, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  const { status, headers, body } = problemResponse(new Problem('request-malformed'), randomUUID());
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}

function send(outgoing: ServerResponse, response: Response): void {
  // What is still being sent was not read to its end: the next request could not be told from it.
  const close = response.status === 413 ? { connection: 'close' } : {};
  outgoing.writeHead(response.status, { ...response.headers, 'x-content-type-options': 'nosniff', ...close });
  outgoing.end(response.body, response.encoding ?? 'utf8');
}

async function handle(options: ServerOptions, incoming: IncomingMessage): Promise<Response> {
  const requestId = randomUUID();
  try {
    const bytes = await bodyOf(incoming);
    return await route(options, requestOf(incoming, bytes, requestId), bytes);
  } catch (error) {
    const problem = refusalOf(error);
    if (problem.code === 'internal' || problem.code === 'storage-full')
      process.stderr.write(
        `${requestId} ${problem.cause instanceof Error ? problem.cause.stack : String(problem.cause)}\n`,
      );
    return problemResponse(problem, requestId);
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection outlives the refusal, which could not be told otherwise.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > LARGEST) throw new Problem('body-too-large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function requestOf(incoming: IncomingMessage, bytes: Buffer, requestId: string): Request {
  const target = incoming.url ?? '';
  const { host = '', origin } = incoming.headers;
  if (!target.startsWith('/') || !isLoopback(`http://${host}`) || (origin !== undefined && !isLoopback(origin)))
    throw new Problem('route-unknown');
  const url = new URL(`http://127.0.0.1${target}`);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    params: {},
    query: queryOf(url.searchParams),
    headers,
    body: bytes.length > 0 ? bytes.toString('utf8') : undefined,
    requestId,
    claims: undefined,
  };
}

const isLoopback = (address: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(address)?.hostname ?? '');

/** A name that stands twice has both values, with a comma between them: as API Gateway hands it on. */
const queryOf = (query: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name).join(',')]));

async function route(options: ServerOptions, request: Request, bytes: Buffer): Promise<Response> {
  const local =
    options.local.get(`${request.method} ${request.path}`) ??
    options.prefixes.find(([prefix]) => `${request.method} ${request.path}`.startsWith(prefix))?.[1];
  if (local) return local(request, bytes);
  const claims = options.isOpen(request) ? undefined : await options.verify(bearerOf(request.headers['authorization']));
  const response = options.runStep({ ...request, claims });
  if (!response) throw new Problem('route-unknown');
  return response;
}

/** A plain JSON answer of a local route. */
export const local = (body: unknown, status = 200): Response => answer(status, body);
