import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;
beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03', empty: true });
});
afterAll(() => host.stop());

/** Says something to the host on a bare socket and answers what came back before it was closed. */
const spoken = (text: string): Promise<string> =>
  new Promise((done, broken) => {
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.setTimeout(7_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (heard.includes('\r\n\r\n')) socket.end();
    });
    socket.on('close', () => done(heard));
    socket.on('error', (error) => (heard ? done(heard) : broken(error)));
  });

const codeOfAnswer = (answer: string): string | undefined => /"code":"([a-z-]+)"/.exec(answer)?.[1];

describe('the local host', () => {
  it('answers what is no proper HTTP with a problem, and lives on', async () => {
    const lines = [
      'GET // HTTP/1.1\r\nHost: 127.0.0.1',
      'GET http://[/v1/health HTTP/1.1\r\nHost: 127.0.0.1',
      'GET http://evil.example/v1/cases HTTP/1.1\r\nHost: 127.0.0.1',
      'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1',
      'POST /local/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\n1e9',
      'GET /v1/cases HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example',
      'GET /v1/\u0000 HTTP/1.1\r\nHost: 127.0.0.1',
      `GET /v1/cases HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(40_000)}`,
      'NONSENSE',
      'POST /v1/cases HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0',
    ];
    for (const line of lines) {
      const answer = await spoken(`${line}\r\n\r\n`);
      expect([line.slice(0, 60), answer.split('\r\n')[0]]).toEqual([
        line.slice(0, 60),
        expect.stringMatching(/^HTTP\/1\.1 4\d\d /),
      ]);
      expect([line.slice(0, 60), answer]).toEqual([
        line.slice(0, 60),
        expect.stringContaining('application/problem+json'),
      ]);
    }
    expect((await fetch(`${host.url}/v1/health`)).status).toBe(200);
  });

  it('refuses the page of another origin, which could else move the clock', async () => {
    const moved = await fetch(`${host.url}/local/clock`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: JSON.stringify({ to: '2026-09-01T00:00:00.000Z' }),
    });
    expect(moved.status).toBe(404);
    const own = await fetch(`${host.url}/local/clock`, { headers: { origin: host.url } });
    expect(await own.json()).toMatchObject({ now: expect.stringContaining('2026-08-03') as unknown });
  });

  it('takes a query name that stands twice as API Gateway does, so that none of its values slips through', async () => {
    const clerk = await host.as('TC', 't1-tc');
    const { body } = await clerk('GET /v1/cases?limit=1&limit=2');
    expect(body).toMatchObject({ code: 'input-invalid', errors: [{ path: 'limit' }] });
  });

  it('tells the sender of too long a body why, and reads no further', async () => {
    const status = await new Promise((done, broken) => {
      const outgoing = request(`${host.url}/v1/cases`, { method: 'POST' }, (answer) => {
        done([answer.statusCode, answer.headers.connection]);
        outgoing.destroy();
      });
      outgoing.on('error', broken);
      outgoing.write(Buffer.alloc(22 * 1024 * 1024));
    });
    expect(status).toEqual([413, 'close']);
  });

  it('answers a route outside with a code and says nothing of files', async () => {
    const answer = await spoken('GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    expect(codeOfAnswer(answer)).toBe('token-missing');
  });
});
