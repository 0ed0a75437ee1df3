import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { extent } from '../property/extent.ts';
import type { ReplayReport } from './replay-runner.ts';

const WALKS = extent.replayed;
/** Commands a walk: to the decision and a little beyond; `replayed-lives` goes on for two years. */
const LONGEST = 28;

const program = new URL('replay-runner.ts', import.meta.url).pathname;

describe(`${WALKS} walks of the pure core, sent through HTTP to the real store`, () => {
  let report: ReplayReport;
  beforeAll(async () => {
    const ran = await promisify(execFile)(process.execPath, [program, String(WALKS), String(LONGEST), '9999-12-31'], {
      maxBuffer: 64 * 1024 * 1024,
    });
    report = JSON.parse(ran.stdout) as ReplayReport;
    if (process.env['WALKS_REPORT']) process.stdout.write(`${JSON.stringify(report.seconds)}\n`);
  }, 900_000);

  it('are answered with the same views and refused with the same codes', () => {
    expect(report.commands).toBeGreaterThan(WALKS * 18);
    expect(report.differences.slice(0, 5)).toEqual([]);
  });

  it('leave the same events', () => {
    expect(report.events.differences.slice(0, 3)).toEqual([]);
    expect(report.events.stored).toBe(report.events.pure);
    expect(report.events.stored).toBeGreaterThan(WALKS * 10);
  });

  it('leave cases that are stored exactly as their events fold', () => {
    expect(report.cases.faults).toEqual([]);
    expect(report.cases.stored).toBe(report.cases.pure);
  });

  it('leave one record of every refused attempt that touches powers, separation or evidence', () => {
    expect(report.refused.kept).toEqual(report.refused.expected);
    expect(report.refused.kept.length).toBeGreaterThan(WALKS);
  });

  it('are not moved by dockets that catch up in their midst: overdue decides nothing (P10)', () => {
    expect(report.dockets.alerts).toBeGreaterThanOrEqual(WALKS / 10);
    expect(report.dockets.movedCases).toBe(0);
  });
});
