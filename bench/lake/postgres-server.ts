import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const BIN = '/usr/lib/postgresql/15/bin';

/** Half of what a database server of this size would be given; the lake's engine gets less. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  shared_buffers: '4GB',
  effective_cache_size: '12GB',
  work_mem: '256MB',
  maintenance_work_mem: '1GB',
  max_parallel_workers_per_gather: '2',
  max_parallel_maintenance_workers: '2',
  random_page_cost: '1.1',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_wal_size: '16GB',
  autovacuum: 'off',
  TimeZone: 'UTC',
};

export interface Postgres {
  /** Runs SQL in one session and answers what it prints, unaligned, without headers. Rejects with what the server says. */
  run(sql: string): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: there it runs as the user its package made. */
async function owner(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith('postgres:'));
  if (!line) throw new Error('no user postgres: apt-get install postgresql-15');
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

async function finished(child: ChildProcess, input?: string): Promise<string> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin?.end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(Buffer.concat(err).toString('utf8') || `ended with ${code}`);
  return Buffer.concat(out).toString('utf8');
}

/** A PostgreSQL 15 of its own in a folder, new or of an earlier run, reached by a socket there and by nothing else. */
export async function startPostgres(dir: string): Promise<Postgres> {
  await mkdir(dir, { recursive: true });
  const as = await owner();
  if (as) await chown(dir, as.uid, as.gid);
  const data = join(dir, 'data');
  const options = { ...as, cwd: dir };
  const made = ['-D', data, '-E', 'UTF8', '--locale=C', '-A', 'trust', '-U', 'bench', '--no-sync'];
  if (!existsSync(data)) await finished(spawn(`${BIN}/initdb`, made, options));
  const set = Object.entries({ ...settings, unix_socket_directories: dir }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // One that was left running would answer in the place of the new one, which cannot start.
  const run = (sql: string): Promise<string> =>
    finished(
      spawn('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-h', dir, '-U', 'bench', '-d', 'postgres'], { cwd: dir }),
      sql,
    );
  const answers = (): Promise<unknown> => run('SELECT 1').catch((error: unknown) => error);
  if ((await answers()) === '1\n') throw new Error(`A PostgreSQL of an earlier run still serves ${dir}: stop it first`);
  const server = spawn(`${BIN}/postgres`, ['-D', data, ...set], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  for (let tries = 0; ; tries += 1) {
    if ((await answers()) === '1\n') break;
    if (tries === 100 || server.exitCode !== null) throw new Error(`PostgreSQL does not start: ${said.join('')}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  return {
    run,
    async stop() {
      const ended = once(server, 'close');
      server.kill('SIGINT');
      await ended;
    },
  };
}
