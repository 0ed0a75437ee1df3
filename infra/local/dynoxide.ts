import { spawn } from 'node:child_process';
import { closeSync, openSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { makeDirectory, readIfPresent, writeDurably } from '../../functions/shell/local/durable-file.ts';
import { endProcess, isAlive, type ProcessMark, processMark, programOf } from './linux-process.ts';
import { indexStream } from './stream-index.ts';

export interface Engine {
  readonly endpoint: string;
  /** Ends the engine and waits until it is gone; does nothing to an engine of somebody else. */
  stop(): Promise<void>;
}

const Mark = z.strictObject({ pid: z.int().positive(), startTicks: z.string() });
const PidFile = z.strictObject({ engine: Mark, owner: Mark, port: z.int().positive() });
type PidFile = z.infer<typeof PidFile>;

interface Place {
  readonly binary: string;
  readonly database: string;
  readonly pidFile: string;
  readonly log: string;
}

const fail = (zh: string, en: string): Error => new Error(`${zh}\n${en}`);
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function binaryOrExplain(): string {
  try {
    return realpathSync(
      createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`),
    );
  } catch {
    throw fail(
      `本机（${process.platform}-${process.arch}）没有内嵌数据库引擎；请启动任一 DynamoDB 兼容服务，并把环境变量 LOCAL_DYNAMODB_ENDPOINT 设为其地址。`,
      `No embedded engine for ${process.platform}-${process.arch}: start any DynamoDB-compatible server and set LOCAL_DYNAMODB_ENDPOINT to its address.`,
    );
  }
}

const freePort = (): Promise<number> =>
  new Promise((done, broken) => {
    const server = createServer();
    server.once('error', broken);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1_000) });
    return answer.ok && answer.headers.has('x-dynoxide-version');
  } catch {
    return false;
  }
}

async function readPidFile(path: string): Promise<PidFile | null> {
  const text = await readIfPresent(path);
  if (text === null) return null;
  try {
    return PidFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The engine named in the pid file still runs our program on our file: pid, program and command line all agree. */
function isOurs(found: PidFile, place: Place): boolean {
  const running = isAlive(found.engine) ? programOf(found.engine.pid) : null;
  if (!running) return false;
  const at = running.args.indexOf('--db-path');
  return /dynoxide$/.test(running.program) && at >= 0 && running.args[at + 1] === place.database;
}

const self = (): ProcessMark => {
  const mark = processMark(process.pid);
  if (!mark) throw fail('无法读取 /proc。', 'Cannot read /proc.');
  return mark;
};

function launch(place: Place, port: number): ProcessMark | null {
  const log = openSync(place.log, 'a');
  // A process group of its own: Ctrl-C reaches the host alone, which finishes its requests before it ends the engine.
  const child = spawn(
    place.binary,
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', place.database],
    {
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child.pid === undefined ? null : processMark(child.pid);
}

const record = (place: Place, content: PidFile): Promise<unknown> =>
  writeDurably({ path: place.pidFile, bytes: JSON.stringify(content) });

async function startFresh(place: Place): Promise<PidFile> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const engine = launch(place, port);
    if (!engine) continue;
    const content = { engine, owner: self(), port };
    // An engine that no file names would be found by nobody.
    await record(place, content).catch(async (error: unknown) => {
      await endProcess(engine);
      throw error;
    });
    for (let waited = 0; waited < 10_000 && isAlive(engine); waited += 10) {
      if ((await isHealthy(port)) && isAlive(engine)) return content;
      await sleep(10);
    }
    await endProcess(engine);
  }
  throw fail(`数据库引擎未能启动，见 ${place.log}。`, `The database engine did not start, see ${place.log}.`);
}

async function adoptOrEnd(place: Place): Promise<PidFile | null> {
  const found = await readPidFile(place.pidFile);
  if (!found || !isOurs(found, place)) return null;
  if (found.owner.pid !== process.pid && isAlive(found.owner)) {
    throw fail(
      `此数据目录正被进程 ${found.owner.pid} 使用。`,
      `This data folder is in use by process ${found.owner.pid}.`,
    );
  }
  if (await isHealthy(found.port)) {
    const adopted = { ...found, owner: self() };
    await record(place, adopted);
    return adopted;
  }
  await endProcess(found.engine);
  return null;
}

function handleOf(place: Place, { engine, port }: PidFile): Engine {
  const endNow = () => {
    if (isAlive(engine)) process.kill(engine.pid, 'SIGTERM');
  };
  process.on('exit', endNow);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', endNow);
      await endProcess(engine);
      await rm(place.pidFile, { force: true });
    },
  };
}

/**
 * Starts the embedded DynamoDB engine on a file in the folder, or takes over the one that a killed host left behind there.
 * `LOCAL_DYNAMODB_ENDPOINT` names a server of one's own instead. The engine ends with `stop()` and when this process exits;
 * after a `kill -9` it stays and the next start adopts it, or ends it when it does not answer. Errors are one sentence in
 * Chinese and English: unsupported platform, folder in use, engine does not start.
 */
export async function startEngine(dataDir: string): Promise<Engine> {
  const given = process.env['LOCAL_DYNAMODB_ENDPOINT'];
  if (given) return { endpoint: given, stop: async () => undefined };
  const directory = resolve(dataDir);
  await makeDirectory(directory);
  const place = {
    binary: binaryOrExplain(),
    database: join(directory, 'engine.sqlite'),
    pidFile: join(directory, 'engine.pid.json'),
    log: join(directory, 'engine.log'),
  };
  const running = (await adoptOrEnd(place)) ?? (await startFresh(place));
  indexStream(place.database);
  return handleOf(place, running);
}
