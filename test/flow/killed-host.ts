import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessMark } from '../../infra/local/linux-process.ts';

/** The local host as a process of its own, which can be killed. */
export interface HostProcess {
  readonly url: string;
  readonly pid: number;
  /** `kill -9`, as a power cut would: nothing of the host gets to run any more. */
  kill(): Promise<void>;
  /** Ctrl-C. */
  stop(): Promise<void>;
}

const program = new URL('../../infra/local/main.ts', import.meta.url).pathname;
const PATIENCE = 60_000;

/** How a host is started otherwise than plainly. */
export interface HostStart {
  /** A program and its arguments that run the host: `['nsenter', …]`. */
  readonly through?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Told what the host writes on stderr. */
  readonly hear?: (said: string) => void;
}

/** Starts `npm start` on a folder and a free port and waits until it is ready. */
export async function startHostProcess(dataDir: string, how: HostStart = {}): Promise<HostProcess> {
  const [command = '', ...args] = [...(how.through ?? []), process.execPath, program, '--port', '0', '--data', dataDir];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...how.env } });
  child.stderr?.on('data', (bytes: Buffer) => how.hear?.(bytes.toString('utf8')));
  const url = await readyUrl(child);
  const ended = once(child, 'exit');
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((done, broken) => {
    let said = '';
    const timer = setTimeout(() => broken(new Error(`the host is not ready: ${said}`)), PATIENCE);
    const hear = (bytes: Buffer): void => {
      said += bytes.toString('utf8');
      const url = /ready: (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (!url) return;
      clearTimeout(timer);
      done(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', (code) => broken(new Error(`the host ended with ${code}: ${said}`)));
  });
}

/** The engine that runs on a folder, told apart from any other process that will ever have its number. */
export const engineOf = (dataDir: string): ProcessMark =>
  (JSON.parse(readFileSync(join(dataDir, 'engine.pid.json'), 'utf8')) as { engine: ProcessMark }).engine;

/** Waits until a process is gone; false when it is still there after ten seconds. */
export async function isGone(mark: ProcessMark): Promise<boolean> {
  for (let waited = 0; waited < 10_000 && isAlive(mark); waited += 50)
    await new Promise((next) => setTimeout(next, 50));
  return !isAlive(mark);
}
