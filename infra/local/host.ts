import { join } from 'node:path';
import { Problem } from '../../functions/core/problem.ts';
import { isOpen } from '../../functions/core/step.ts';
import { demonstrationTenant, tenants } from '../../functions/law/tenants.ts';
import { tokenVerifier } from '../../functions/shell/authenticate.ts';
import { dynamoCaseStore } from '../../functions/shell/aws/dynamo-case-store.ts';
import { dynamoClient } from '../../functions/shell/aws/dynamo-client.ts';
import { callbackSender } from '../../functions/shell/callback-sender.ts';
import { isBeyondSkew, mustTellTime } from '../../functions/shell/clock-skew.ts';
import { everyEffect } from '../../functions/shell/effects/every-effect.ts';
import { httpWitnesses } from '../../functions/shell/http-witness.ts';
import { headKey } from '../../functions/shell/keys.ts';
import { duckdbAuditSql } from '../../functions/shell/local/duckdb-audit-sql.ts';
import { fileKeyring } from '../../functions/shell/local/file-keyring.ts';
import { fileNotifier } from '../../functions/shell/local/file-notifier.ts';
import { fileObjectStore } from '../../functions/shell/local/file-object-store.ts';
import { type MovableClock, movableClock } from '../../functions/shell/local/movable-clock.ts';
import type { Ports } from '../../functions/shell/ports.ts';
import { type RecorderAlarm, recordChanges } from '../../functions/shell/recorder.ts';
import { type BrokenSubject, redrive } from '../../functions/shell/redrive/redrive.ts';
import { runStep } from '../../functions/shell/run-step.ts';
import { steps } from '../../functions/steps.ts';
import { callbackDriver } from './callback-driver.ts';
import { type DocketDriver, docketDriver } from './docket-driver.ts';
import { startEngine } from './dynoxide.ts';
import { ensureTable } from './ensure-table.ts';
import { lakeCounter } from './lake-count.ts';
import { localRoutes } from './local-routes.ts';
import { routerOf } from './router.ts';
import { type SealingDriver, sealingDriver } from './sealing-driver.ts';
import { startServer } from './server.ts';
import { followStream } from './stream.ts';
import { type TokenIssuer, tokenIssuer } from './token-issuer.ts';

export interface HostOptions {
  readonly dataDir: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Milliseconds since the epoch; a fixed function freezes the clock but for `POST /local/clock`. */
  readonly system?: () => number;
  /** Whether lake, feed and callbacks follow the table by themselves; otherwise only when `record` and `deliver` are called. By default they do. */
  readonly follows?: boolean;
  /** How long a receiver of callbacks may take to answer, in milliseconds; by default as long as on AWS. */
  readonly callbackTimeoutMs?: number;
}

export interface Host {
  readonly url: string;
  readonly ports: Ports & { readonly clock: MovableClock };
  readonly tokens: TokenIssuer;
  readonly dockets: DocketDriver;
  readonly sealing: SealingDriver;
  /** Brings the lake and the feed up to date with the table. */
  record(): Promise<number>;
  /** Delivers to every receiver that has something due; answers how many messages were sent. */
  deliver(): Promise<number>;
  stop(): Promise<void>;
}

const DOCKET_POLL = 5_000;
/** Whether another hour has begun is looked at once a minute: a clock that is moved day by day would seal without end. */
const SEALING_POLL = 60_000;

/** The whole system on one machine (design decision 17): the same steps and shell on real engines, loopback only. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { dataDir, follows = true } = options;
  const engine = await startEngine(dataDir);
  await ensureTable(engine.endpoint);
  let url = '';
  const clock = await movableClock({
    path: join(dataDir, 'clock.json'),
    ...(options.system ? { system: options.system } : {}),
  });
  const client = dynamoClient({ LOCAL_DYNAMODB_ENDPOINT: engine.endpoint });
  const objects = await fileObjectStore({ root: dataDir, clock, baseUrl: () => url });
  const store = dynamoCaseStore({ client, tableName: 'sunlight' });
  const sql = duckdbAuditSql({ store, lakeDir: join(dataDir, 'objects', 'lake'), objects });
  const notificationsFile = join(dataDir, 'notifications.ndjson');
  const ports = {
    store,
    objects,
    sql,
    keyring: await fileKeyring(join(dataDir, 'keys.json')),
    notifier: fileNotifier(notificationsFile),
    effects: everyEffect,
    callbacks: callbackSender({ loopback: true, timeoutMs: options.callbackTimeoutMs }),
    clock,
    witnesses: httpWitnesses(process.env['SUNLIGHT_WITNESSES'], process.env['SUNLIGHT_WITNESS_KEYS']),
    ledgerName: () => process.env['SUNLIGHT_LEDGER_NAME'] ?? 'sunlight/ledger',
    publicAddress: () => `${process.env['SUNLIGHT_PUBLIC_ADDRESS'] ?? `${url}/v1/verifications`}/`,
  };
  const callbacks = callbackDriver({ ports, counties: () => countiesOf(ports) });
  const stream = followStream({
    endpoint: engine.endpoint,
    checkpointFile: join(dataDir, 'stream.json'),
    handle: async (changes) => {
      await recordChanges(changes, { ...ports, alarm, wake: async () => void (follows && callbacks.run()) });
    },
  });
  const driven = {
    ports,
    dataDir,
    counties: () => countiesOf(ports),
    record: () => stream.pump(),
    eventsInLake: lakeCounter(objects, store),
  };
  const dockets = docketDriver(driven);
  const sealing = sealingDriver(driven);
  const tokens = await tokenIssuer(dataDir);
  const verify = tokenVerifier({ ...tokens, actingClients: ['local-portal', 'demo-portal', 'test-portal'] });
  const router = routerOf(steps);
  const server = await startServer({
    port: options.port,
    verify: (token) => verify(token, clock.now()),
    isOpen: ({ method, path }) => {
      const match = router.find(method, path);
      return typeof match === 'object' && isOpen(match.step);
    },
    ...localRoutes({
      tokens,
      clock,
      dockets,
      sealing,
      objects,
      notificationsFile,
      record: () => stream.pump(),
      redrive: (request) => redrive(ports, request, { alarm }),
    }),
    runStep: (request) => {
      const match = router.find(request.method, request.path);
      if (match === 'method') throw new Problem('method-not-allowed');
      if (!match) return undefined;
      mustTellTime(clock.systemNow(), clock.now());
      return runStep(match.step, { ...request, params: match.params }, ports);
    },
  });
  url = `http://127.0.0.1:${server.port}`;
  if (follows) stream.start();
  const timer = setInterval(() => {
    if (!isBeyondSkew(clock.behindBy()))
      void dockets.run().catch((error: unknown) => process.stderr.write(`docket: ${String(error)}\n`));
    if (follows) void callbacks.run();
  }, DOCKET_POLL);
  const sealer = setInterval(() => {
    void clock.keep().catch((error: unknown) => process.stderr.write(`clock: ${String(error)}\n`));
    if (!isBeyondSkew(clock.behindBy()))
      void sealing.run().catch((error: unknown) => process.stderr.write(`sealing: ${String(error)}\n`));
  }, SEALING_POLL);
  return {
    url,
    ports,
    tokens,
    dockets,
    sealing,
    record: () => stream.pump(),
    deliver: () => callbacks.run(),
    async stop() {
      clearInterval(timer);
      clearInterval(sealer);
      // Together: a request that moves the clock over months ends with the docket under way.
      await Promise.all([server.close(), dockets.stop()]);
      await sealing.stop();
      await clock.keep().catch(() => undefined);
      await stream.stop();
      await callbacks.stop();
      await sql.close();
      client.destroy();
      await engine.stop();
    },
  };
}

/** An altered event is never silent: one line of JSON on stderr, as CloudWatch would alarm on. */
const alarm = (raised: RecorderAlarm | BrokenSubject): void => {
  process.stderr.write(`${JSON.stringify({ level: 'alarm', ...raised })}\n`);
};

/** Tenants that have a set-up: one read of their head items. */
async function countiesOf(ports: Ports): Promise<readonly string[]> {
  const heads = await ports.store.load([...tenants, demonstrationTenant].map(({ code }) => headKey('county', code)));
  return heads.map(({ pk }) => pk.slice(2)).sort();
}
