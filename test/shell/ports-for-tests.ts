import { join } from 'node:path';
import type { CountyState } from '../../functions/core/county-fold.ts';
import type { Step } from '../../functions/core/step.ts';
import { callbackSender } from '../../functions/shell/callback-sender.ts';
import { everyEffect } from '../../functions/shell/effects/every-effect.ts';
import { attachmentKey, attachmentObject } from '../../functions/shell/keys.ts';
import { duckdbAuditSql } from '../../functions/shell/local/duckdb-audit-sql.ts';
import { fileKeyring } from '../../functions/shell/local/file-keyring.ts';
import { fileNotifier } from '../../functions/shell/local/file-notifier.ts';
import { fileObjectStore } from '../../functions/shell/local/file-object-store.ts';
import { type MovableClock, movableClock } from '../../functions/shell/local/movable-clock.ts';
import type { Ports } from '../../functions/shell/ports.ts';
import { writesBetween } from '../../functions/shell/projection.ts';
import { runStep } from '../../functions/shell/run-step.ts';
import { exampleJpeg } from '../../infra/local/example-file.ts';
import type { Actor } from '../../schemas/actor.ts';
import { demonstrationWorld } from '../world.ts';
import { startTestEngine, type TestEngine } from './engine-for-tests.ts';

export interface TestShell {
  readonly engine: TestEngine;
  readonly ports: Ports & { readonly clock: MovableClock };
  /** Runs a step as an actor; answers status, parsed body and headers. */
  run(
    step: Step<never, unknown> | Step,
    as: Actor,
    options?: {
      params?: Record<string, string>;
      body?: unknown;
      key?: string;
      ifMatch?: string;
      over?: Partial<Ports>;
    },
  ): Promise<Ran>;
  /** Stores a file and its registration. */
  attach(name: string): Promise<string>;
}

export interface Ran {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies are read by field in tests of many steps
  readonly body: any;
  readonly etag: string | undefined;
  readonly replayed: boolean;
}

let keys = 0;

/** The shell on a real engine with the demonstration county in it, without HTTP; the clock stands at 2026-08-03 10:00 in Asia/Shanghai. */
export async function startTestShell(): Promise<TestShell> {
  const engine = await startTestEngine();
  const clock = await movableClock({
    path: join(engine.dir, 'clock.json'),
    system: () => Date.parse('2026-08-03T02:00:00.000Z'),
  });
  const objects = await fileObjectStore({ root: engine.dir, clock, baseUrl: () => 'http://127.0.0.1:0' });
  const ports = {
    store: engine.store,
    objects,
    sql: duckdbAuditSql({ store: engine.store, lakeDir: join(engine.dir, 'objects', 'lake'), objects }),
    keyring: await fileKeyring(join(engine.dir, 'keys.json')),
    effects: everyEffect,
    notifier: fileNotifier(join(engine.dir, 'notifications.ndjson')),
    callbacks: callbackSender({ loopback: true }),
    clock,
  };
  const county = demonstrationWorld().states.get('county:649900') as CountyState;
  await engine.store.commit(writesBetween('county', '649900', { before: undefined, after: county }));
  return {
    engine,
    ports,
    run: (step, as, { over, ...options } = {}) => run({ ...ports, ...over }, step as Step, { as, ...options }),
    attach: (name) => attach(ports, name),
  };
}

async function run(
  ports: Ports,
  step: Step,
  call: { as: Actor; params?: Record<string, string>; body?: unknown; key?: string; ifMatch?: string },
): Promise<Ran> {
  const { as, params = {}, body = {}, key, ifMatch } = call;
  const [method = 'POST', path = ''] = step.route.split(' ');
  keys += 1;
  const response = await runStep(
    step,
    {
      method: method === 'GET' ? 'GET' : 'POST',
      path: path.replace('{caseId}', params['caseId'] ?? ''),
      params,
      query: {},
      headers: {
        'idempotency-key': key ?? `key-${keys}`,
        'sunlight-post': `${as.post}@${as.orgCode}`,
        ...(ifMatch ? { 'if-match': ifMatch } : {}),
      },
      body: JSON.stringify(body),
      requestId: `request-${keys}`,
      claims: {
        client_id: as.clientId,
        sub: as.personId,
        personId: as.personId,
        posts: [{ role: as.post, orgCode: as.orgCode }],
        ...(as.act ? { act: as.act } : {}),
      },
    },
    ports,
  );
  return {
    status: response.status,
    body: JSON.parse(response.body) as unknown,
    etag: response.headers['etag'],
    replayed: response.headers['idempotent-replay'] === 'true',
  };
}

async function attach(ports: Ports, name: string): Promise<string> {
  const file = exampleJpeg(name);
  const attachmentId = `att-${file.sha256.slice(0, 16)}`;
  const record = {
    attachmentId,
    countyCode: '649900',
    sha256: file.sha256,
    size: file.bytes.length,
    contentType: 'image/jpeg',
    purpose: 'evidence',
  };
  await ports.objects.put(attachmentObject(attachmentId), file.bytes);
  await ports.store.commit([
    { kind: 'put', role: 'other', item: { ...attachmentKey(attachmentId), version: 1, record } },
  ]);
  return attachmentId;
}
