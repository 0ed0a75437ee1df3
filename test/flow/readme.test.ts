import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

let host: ChildProcess;
let url = '';
let dir = '';

/** `npm start` as a newcomer has it, on a free port and a folder of its own. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-readme-'));
  host = spawn(process.execPath, ['infra/local/main.ts', '--port', '0', '--data', dir], { cwd: root });
  url = await new Promise((found, broken) => {
    let said = '';
    host.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const ready = /ready: (http:\S+)/.exec(said)?.[1];
      if (ready) found(ready);
    });
    host.once('exit', (code) => broken(new Error(`the host ended with ${code}: ${said}`)));
  });
});
afterAll(async () => {
  const ended = new Promise((done) => host.once('exit', done));
  host.kill('SIGTERM');
  await ended;
  await rm(dir, { recursive: true, force: true });
});

/** The blocks of a README that a reader pastes into a shell once the host runs. */
const pasted = async (readme: string, from: string): Promise<string> => {
  const text = await readFile(join(root, readme), 'utf8');
  const walk = text.slice(text.indexOf(from));
  return [...walk.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
};

describe('the lines of the README', () => {
  it('work verbatim after npm start, from the token to the query', async () => {
    const script = await pasted('README.md', '## A case by hand');
    const onHost = script.replace('API=http://127.0.0.1:8787', `API=${url}`);
    expect(onHost).not.toBe(script);
    const { stdout } = await run('bash', ['-e', '-o', 'pipefail', '-c', onHost], { cwd: root, maxBuffer: 4_000_000 });
    expect(stdout).toContain('649900101-DB-2026-000001');
    expect(stdout).toContain("status: 'accepted'");
    expect(stdout).toContain("levelText: '超时限'");
    expect(stdout).toContain("state: 'succeeded'");
    expect(stdout).toContain("hotline: '12345'");
    expect(stdout).not.toContain('/problems/');
  });
});
