import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CaseView } from '../../schemas/case.ts';

export interface Call {
  readonly timestamp: string;
  readonly delivery: string;
  readonly body: string;
  readonly genuine: boolean;
}

export interface Receiver {
  readonly url: string;
  readonly calls: Call[];
  /** Each case with the highest version that was heard of: what a receiver keeps. */
  readonly views: Map<string, CaseView>;
  /** The status it answers with; `undefined` leaves the caller without an answer. */
  status: number | undefined;
  /** The secret by which it checks what it is sent. */
  secret: string;
  /** Takes the calls of a while in another order, some of them twice, and leads to the same views. */
  applied(order: readonly number[]): Map<string, CaseView>;
  stop(): Promise<void>;
}

/** As docs/callbacks.md describes it, and without a line of ours: the few lines a receiver has to write. */
function isGenuine(secret: string, headers: IncomingMessage['headers'], body: string): boolean {
  const expected = createHmac('sha256', secret).update(`${headers['sunlight-timestamp']}.${body}`).digest('hex');
  const given = String(headers['sunlight-signature']).replace(/^v1=/, '');
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

function apply(views: Map<string, CaseView>, body: string): void {
  const { caseId, version, view } = JSON.parse(body) as { caseId: string; version: number; view: CaseView };
  if (version > (views.get(caseId)?.version ?? 0)) views.set(caseId, view);
}

/** A receiver on a port of its own, real HTTP. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const calls: Call[] = [];
  const views = new Map<string, CaseView>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const genuine = isGenuine(receiver.secret, incoming.headers, body);
      calls.push({
        timestamp: String(incoming.headers['sunlight-timestamp']),
        delivery: String(incoming.headers['sunlight-delivery']),
        body,
        genuine,
      });
      if (receiver.status === undefined) return;
      if (receiver.status < 300 && genuine) apply(views, body);
      outgoing.writeHead(genuine ? receiver.status : 401, receiver.status === 302 ? { location: '/elsewhere' } : {});
      outgoing.end('x'.repeat(1_000_000));
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sunlight`,
    calls,
    views,
    status: 204,
    secret: '',
    applied(order) {
      const other = new Map<string, CaseView>();
      for (const i of order) apply(other, calls[i]?.body ?? '{}');
      return other;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
