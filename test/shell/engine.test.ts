import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dynamoCaseStore } from '../../functions/shell/aws/dynamo-case-store.ts';
import { dynamoClient } from '../../functions/shell/aws/dynamo-client.ts';
import { type Engine, startEngine } from '../../infra/local/dynoxide.ts';
import { isAlive, type ProcessMark, processMark } from '../../infra/local/linux-process.ts';

interface PidFile {
  readonly engine: ProcessMark;
  readonly owner: ProcessMark;
  readonly port: number;
}

const given = process.env['LOCAL_DYNAMODB_ENDPOINT'];
const script = join(import.meta.dirname, 'host-for-tests.ts');
let dir = '';
let running: Engine | undefined;

beforeAll(() => {
  delete process.env['LOCAL_DYNAMODB_ENDPOINT'];
});
afterAll(() => {
  if (given !== undefined) process.env['LOCAL_DYNAMODB_ENDPOINT'] = given;
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-engine-'));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(dir, { recursive: true, force: true });
});

const pidFilePath = () => join(dir, 'engine.pid.json');
const pidFile = async (): Promise<PidFile> => JSON.parse(await readFile(pidFilePath(), 'utf8'));
const start = async (): Promise<Engine> => {
  running = await startEngine(dir);
  return running;
};

function host(mode = 'run'): ChildProcess {
  return spawn(process.execPath, [script, dir, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Lets a host write until it has acknowledged 20 transactions, kills it, and tells the last acknowledged one. */
async function killWhileWriting(): Promise<number> {
  const child = host();
  let acknowledged = 0;
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on('line', (line) => {
    acknowledged = Number(line);
    if (acknowledged === 20) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  return acknowledged;
}

async function storedEvents(endpoint: string): Promise<readonly number[]> {
  const client = dynamoClient({ LOCAL_DYNAMODB_ENDPOINT: endpoint });
  const store = dynamoCaseStore({ client, tableName: 'sunlight' });
  const events = (await store.partition('E#kill')).items.map(({ sk }) => Number(sk));
  const [current] = await store.load([{ pk: 'C#kill', sk: 'A' }]);
  expect(current?.version).toBe(events.at(-1));
  client.destroy();
  return events;
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('the embedded engine', () => {
  it('is adopted by the next host when its own was killed, with every acknowledged write', async () => {
    const acknowledged = await killWhileWriting();
    const orphan = await pidFile();
    expect(isAlive(orphan.owner)).toBe(false);
    expect(isAlive(orphan.engine)).toBe(true);
    const { endpoint } = await start();
    expect(endpoint).toBe(`http://127.0.0.1:${orphan.port}`);
    expect(await pidFile()).toEqual({ ...orphan, owner: processMark(process.pid) });
    expect((await storedEvents(endpoint)).slice(0, acknowledged)).toEqual(upTo(acknowledged));
    await running?.stop();
    expect(isAlive(orphan.engine)).toBe(false);
  });

  it('is ended and started anew when it does not answer, with every acknowledged write', async () => {
    const acknowledged = await killWhileWriting();
    const orphan = await pidFile();
    process.kill(orphan.engine.pid, 'SIGSTOP');
    const { endpoint } = await start();
    expect(isAlive(orphan.engine)).toBe(false);
    expect((await pidFile()).engine).not.toEqual(orphan.engine);
    expect((await storedEvents(endpoint)).slice(0, acknowledged)).toEqual(upTo(acknowledged));
  });

  it('comes back with its data after it was killed itself', async () => {
    const acknowledged = await killWhileWriting();
    const orphan = await pidFile();
    process.kill(orphan.engine.pid, 'SIGKILL');
    const { endpoint } = await start();
    expect((await storedEvents(endpoint)).slice(0, acknowledged)).toEqual(upTo(acknowledged));
  });

  it('ends with a host that ends normally', async () => {
    const child = host('exit');
    child.stdout?.resume();
    await once(child, 'exit');
    const { engine } = await pidFile();
    for (let waited = 0; isAlive(engine) && waited < 100; waited += 1)
      await new Promise((done) => setTimeout(done, 20));
    expect(isAlive(engine)).toBe(false);
    expect(await storedEvents((await start()).endpoint)).toEqual(upTo(10));
  });

  it('leaves a process alone that merely has the number in the pid file', async () => {
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const mark = processMark(bystander.pid ?? 0);
    await writeFile(pidFilePath(), JSON.stringify({ engine: mark, owner: { pid: 1, startTicks: 'x' }, port: 9 }));
    await start();
    expect(mark && isAlive(mark)).toBe(true);
    expect((await pidFile()).engine.pid).not.toBe(bystander.pid);
    bystander.kill('SIGKILL');
    await once(bystander, 'exit');
  });

  it('refuses a folder that another host is using, and leaves that host its engine', async () => {
    const child = host();
    await once(createInterface({ input: child.stdout ?? process.stdin }), 'line');
    await expect(start()).rejects.toThrow(/正被进程 \d+ 使用[\s\S]*in use by process/);
    expect(isAlive((await pidFile()).engine)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await start();
  });

  it('gives way to a server named in the environment', async () => {
    process.env['LOCAL_DYNAMODB_ENDPOINT'] = 'http://127.0.0.1:1';
    expect((await start()).endpoint).toBe('http://127.0.0.1:1');
    delete process.env['LOCAL_DYNAMODB_ENDPOINT'];
    await expect(pidFile()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says in Chinese and English what to do on a platform without an engine', async () => {
    const platform = Object.getOwnPropertyDescriptor(process, 'platform');
    Object.defineProperty(process, 'platform', { value: 'plan9', configurable: true });
    try {
      await expect(start()).rejects.toThrow(/没有内嵌数据库引擎[\s\S]*set LOCAL_DYNAMODB_ENDPOINT/);
    } finally {
      Object.defineProperty(process, 'platform', platform ?? {});
    }
  });
});
