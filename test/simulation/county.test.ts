import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extent } from '../property/extent.ts';
import type { Course } from './county.ts';
import { type SimulationReport, simulated } from './simulation-report.ts';

const course: Course = {
  seed: 1,
  households: extent.households,
  from: '2026-01-05',
  to: '2027-12-31',
  dishonest: 0.15,
  otherPrograms: 0.3,
};

let worker: Worker;
let report: SimulationReport;
/** A thread of its own: plain Node plays twice as fast as a test's context does. */
beforeAll(async () => {
  worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { workerData: course });
  report = await new Promise((done, broken) => {
    worker.once('message', done);
    worker.once('error', broken);
  });
  if (process.env['SIMULATION_REPORT']) process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
}, 900_000);
afterAll(() => worker.terminate());

describe(`a county of ${course.households} households over two years, three in ten asking for another program than 低保`, () => {
  it('keeps every invariant of rulebook 3.10 under honest and dishonest acts', () => {
    expect(report.accepted).toBeGreaterThan(course.households * 15);
    expect(report.commands - report.accepted).toBeGreaterThan(course.households);
    expect(report.cases).toBeGreaterThan(course.households);
  });

  it('lives through confirmation, increase, reduction, fade-out, stop and a further application', () => {
    for (const act of [
      'decide-case',
      'open-reverification',
      'report-change',
      'record-representations',
      'decide-adjustment',
      'decide-fade-out',
      'publish-adjustment',
    ])
      expect(report.acts[act]).toBeGreaterThan(course.households / 100);
    for (const status of [
      'active',
      'ended',
      'not-confirmed',
      'withdrawn',
      'terminated',
      'lapsed',
      'refused',
      'settled',
    ])
      expect(report.ends[status]).toBeGreaterThan(0);
  });

  it('refuses what is forbidden while it goes on', () => {
    const codes = Object.keys(report.codes);
    expect(codes.length).toBeGreaterThanOrEqual(45);
    for (const code of [
      'fade-out-too-long',
      'representations-missing',
      'case-already-open',
      'group-confirmation-forbidden',
    ])
      expect(codes).toContain(code);
  });

  it('pays what was decided, never before it and never less than nothing', () => {
    expect(report.paidFen).toBeGreaterThan(0);
    expect(report.papers).toBeGreaterThan(report.cases);
  });

  it('is the same whenever it is lived again', () => {
    const small = { ...course, households: 25 };
    const { cpuMs: _once, ...once } = simulated(small);
    const { cpuMs: _again, ...again } = simulated(small);
    expect(again).toEqual(once);
  });
});
