import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '../../functions/core/problem.ts';
import { bearerOf, type Claims } from '../../functions/shell/authenticate.ts';
import { answer, problemResponse, type Request, type Response, refusalOf } from '../../functions/shell/http.ts';

/** A request's route on the local host beside the steps: upload addresses, token, clock, contract. */
export type LocalRoute = (request: Request, bytes: Buffer) => Promise<Response>;

export interface ServerOptions {
  readonly port: number;
  readonly verify: (token: string) => Promise<Claims>;
  /** Runs a step for a request, or answers undefined when no step has that route. */
  readonly runStep: (request: Request) => Promise<Response> | undefined;
  readonly local: ReadonlyMap<string, LocalRoute>;
  readonly prefixes: readonly (readonly [prefix: string, route: LocalRoute])[];
}

const LARGEST = 21 * 1024 * 1024;

/** HTTP in front of the shell. Binds 127.0.0.1 only and answers no foreign Host (DNS rebinding). */
export async function startServer(options: ServerOptions): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    void handle(options, incoming).then((response) => send(outgoing, response));
  });
  server.keepAliveTimeout = 5_000;
  await listen(server, options.port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, broken) => {
    server.once('error', broken);
    server.listen(port, '127.0.0.1', () => done());
  });

function send(outgoing: ServerResponse, response: Response): void {
  outgoing.writeHead(response.status, { ...response.headers, 'x-content-type-options': 'nosniff' });
  outgoing.end(response.body);
}

async function handle(options: ServerOptions, incoming: IncomingMessage): Promise<Response> {
  const requestId = randomUUID();
  try {
    const bytes = await bodyOf(incoming);
    return await route(options, requestOf(incoming, bytes, requestId), bytes);
  } catch (error) {
    const problem = refusalOf(error);
    if (problem.code === 'internal')
      process.stderr.write(
        `${requestId} ${problem.cause instanceof Error ? problem.cause.stack : String(problem.cause)}\n`,
      );
    return problemResponse(problem, requestId);
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size > LARGEST) throw new Problem('body-too-large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function requestOf(incoming: IncomingMessage, bytes: Buffer, requestId: string): Request {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(host)) throw new Problem('route-unknown');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    params: {},
    query: Object.fromEntries(url.searchParams),
    headers,
    body: bytes.length > 0 ? bytes.toString('utf8') : undefined,
    requestId,
    claims: undefined,
  };
}

async function route(options: ServerOptions, request: Request, bytes: Buffer): Promise<Response> {
  const local =
    options.local.get(`${request.method} ${request.path}`) ??
    options.prefixes.find(([prefix]) => `${request.method} ${request.path}`.startsWith(prefix))?.[1];
  if (local) return local(request, bytes);
  const claims = await options.verify(bearerOf(request.headers['authorization']));
  const response = options.runStep({ ...request, claims });
  if (!response) throw new Problem('route-unknown');
  return response;
}

/** A plain JSON answer of a local route. */
export const local = (body: unknown, status = 200): Response => answer(status, body);
