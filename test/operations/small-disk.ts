import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, realpathSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HostProcess, type HostStart, startHostProcess } from '../flow/killed-host.ts';

/** A data folder on a disk that can be filled, with hosts started on it. */
export interface SmallDisk {
  /**
   * `tmpfs`: a file system of 48 MB of its own, in a user and mount namespace that needs no root; full is ENOSPC. `limit`: where a container
   * forbids namespaces, the limit on the size of files of host and engine (RLIMIT_FSIZE); full is EFBIG.
   */
  readonly kind: 'tmpfs' | 'limit';
  /** The folder as this process sees it. */
  readonly dir: string;
  start(how?: Pick<HostStart, 'hear'>): Promise<HostProcess>;
  fill(): void;
  /** Makes room again. */
  free(): void;
  /** Where the engine listens that is running now. */
  endpoint(): string;
  remove(): Promise<void>;
}

/** The mount lasts as long as the shell: until its input is closed. */
const HOLD = 'mount -t tmpfs -o size=48m,mode=700 none "$1" && echo mounted && exec cat';

async function mounted(dir: string): Promise<ChildProcess | undefined> {
  const holder = spawn('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', HOLD, 'sh', dir], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const said = await Promise.race([
    once(holder.stdout as NodeJS.ReadableStream, 'data').then(String),
    once(holder, 'error').then(() => ''),
    once(holder, 'exit').then(() => ''),
  ]);
  return said.startsWith('mounted') ? holder : undefined;
}

const enginePort = (dir: string): number =>
  (JSON.parse(readFileSync(join(dir, 'engine.pid.json'), 'utf8')) as { port: number }).port;

function onTmpfs(dir: string, holder: ChildProcess): SmallDisk {
  const inside = join(`/proc/${holder.pid}/root`, dir);
  const through = ['nsenter', '-t', String(holder.pid), '-U', '-m', '--preserve-credentials'];
  const ballast = join(inside, 'ballast');
  return {
    kind: 'tmpfs',
    dir: inside,
    start: (how = {}) => startHostProcess(dir, { through, ...how }),
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (const page = Buffer.alloc(4096); ; ) writeSync(file, page);
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => closeSync(openSync(ballast, 'w')),
    endpoint: () => `http://127.0.0.1:${enginePort(inside)}`,
    async remove() {
      holder.stdin?.end();
      await once(holder, 'exit');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
};

/** The engine with SIGXFSZ ignored, which would end it: a write beyond the limit then fails, as on a full disk. */
async function engineUnderLimit(dir: string): Promise<{ readonly process: ChildProcess; readonly endpoint: string }> {
  const require = createRequire(import.meta.url);
  const binary = realpathSync(require.resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`));
  const port = await freePort();
  const run = 'trap "" XFSZ; exec "$@"';
  const options = ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(dir, 'engine.sqlite')];
  const engine = spawn('sh', ['-c', run, 'sh', binary, ...options], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(endpoint).then(
      () => true,
      () => false,
    ))
  )
    await new Promise((done) => setTimeout(done, 20));
  return { process: engine, endpoint };
}

async function underLimit(dir: string): Promise<SmallDisk> {
  const engine = await engineUnderLimit(dir);
  const pids = [engine.process.pid];
  const limit = (bytes: string): void => {
    for (const pid of pids) execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  };
  return {
    kind: 'limit',
    dir,
    async start(how = {}) {
      const host = await startHostProcess(dir, { env: { LOCAL_DYNAMODB_ENDPOINT: engine.endpoint }, ...how });
      pids.push(host.pid);
      return host;
    },
    fill: () => limit('0'),
    free: () => limit('unlimited'),
    endpoint: () => engine.endpoint,
    async remove() {
      const ended = once(engine.process, 'exit');
      engine.process.kill('SIGTERM');
      await ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A small disk by the most real way this machine offers; `SMALL_DISK=limit` takes the other one. */
export async function smallDisk(): Promise<SmallDisk> {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-disk-'));
  const holder = process.env['SMALL_DISK'] === 'limit' ? undefined : await mounted(dir);
  return holder ? onTmpfs(dir, holder) : underLimit(dir);
}
