import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { procedure } from '../../functions/law/procedure.ts';
import { type Report, together, walkAll } from './walk-report.ts';

const WALKS = 10_000;
const THREADS = 2;

/** Walks a range of seeds in a thread of its own, which plain Node runs twice as fast as a test's own context. */
const threads: Worker[] = [];
const inThread = (from: number, to: number): Promise<Report> =>
  new Promise((done, broken) => {
    const worker = new Worker(new URL('./walk-worker.ts', import.meta.url), { workerData: { from, to } });
    threads.push(worker);
    worker.once('message', done);
    worker.once('error', broken);
  });

describe('10,000 walks of the procedure by honest and dishonest actors', () => {
  let report: Report;
  beforeAll(async () => {
    const share = WALKS / THREADS;
    const ranges = Array.from({ length: THREADS }, (_, i) => inThread(i * share + 1, (i + 1) * share));
    report = together(await Promise.all(ranges));
    if (process.env['WALKS_REPORT']) process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  }, 900_000);

  afterAll(() => Promise.all(threads.map((thread) => thread.terminate())));

  it('keep every invariant of rulebook 3.10 at every command', () => {
    expect(report.accepted).toBeGreaterThan(WALKS * 10);
    expect(report.commands - report.accepted).toBeGreaterThan(WALKS * 5);
  });

  it('go through every transition of the procedure, from every state it starts in', () => {
    const pairs = procedure.flatMap(({ act, from }) => from.map((status) => `${act} when ${status}`));
    expect(pairs.filter((pair) => !report.places[pair])).toEqual([]);
    expect(report.acts['submit-application']).toBeGreaterThan(WALKS);
  });

  it('meet refusals of many kinds', () => {
    expect(Object.keys(report.codes).length).toBeGreaterThanOrEqual(55);
  });

  it('end in every state a case can be closed in', () => {
    for (const status of ['active', 'not-confirmed', 'withdrawn', 'terminated', 'refused', 'lapsed'])
      expect(report.ends[status]).toBeGreaterThan(WALKS / 100);
  });

  it('are the same whenever they are walked again', () => {
    const { cpuMs: _once, ...once } = walkAll(1, 20);
    const { cpuMs: _again, ...again } = walkAll(1, 20);
    expect(again).toEqual(once);
  });
});
