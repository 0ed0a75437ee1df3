import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { verifyLog, verifyTree } from '../../verify/log.ts';
import { logFiles } from '../../verify/log-files.ts';
import { trustedKey } from '../../verify/note.ts';
import { exitCodeOf, type Verdict } from '../../verify/verdict.ts';
import type { WrittenLog } from './write-log.ts';

const ROUNDS = 3;

/** The best of some rounds: seconds by the clock and of the processor, all threads together. */
async function best(work: () => Promise<Verdict>) {
  const rounds: { readonly seconds: number; readonly cpuSeconds: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const verdict = await work();
    const { user, system } = process.cpuUsage(cpu);
    if (exitCodeOf(verdict) !== 0)
      throw new Error(`the log is not intact: ${JSON.stringify(verdict.findings.slice(0, 3))}`);
    rounds.push({ seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 });
  }
  return rounds.reduce((a, b) => (b.cpuSeconds < a.cpuSeconds ? b : a));
}

const rate = (count: number, { seconds, cpuSeconds }: Awaited<ReturnType<typeof best>>) => ({
  perSecond: Math.round(count / seconds),
  perCoreSecond: Math.round(count / cpuSeconds),
  seconds: Number(seconds.toFixed(2)),
});

/** Makes a log and measures the verifier on it, on one core: nothing of it runs in parallel. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: { events: { type: 'string', default: '300000' }, keep: { type: 'string' } },
  });
  const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'sunlight-bench-')));
  const writer = fileURLToPath(new URL('write-log.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [writer, folder, values.events]);
  const { verifierKey, events, bytes } = JSON.parse(stdout) as WrittenLog;
  const options = { keys: [trustedKey(verifierKey)], witnesses: [], seen: [], now: new Date().toISOString() };
  const leaves = await best(async () => verifyTree(await logFiles(folder), options));
  const whole = await best(async () => verifyLog(await logFiles(folder), options));
  if (values.keep === undefined) await rm(folder, { recursive: true });
  return {
    bench: 'verify',
    machine: { cpu: cpus()[0]?.model ?? '', cores: availableParallelism(), node: process.version },
    log: { events, averageEntryBytes: Math.round(bytes / events) },
    aims: { leavesPerCoreSecond: 150_000, eventsPerCoreSecond: 25_000 },
    leaves: rate(events, leaves),
    events: rate(events, whole),
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
