import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { extent } from '../property/extent.ts';
import type { ReplayReport } from './replay-runner.ts';

const HOUSEHOLDS = extent.lives;

const program = new URL('replay-runner.ts', import.meta.url).pathname;

describe(`${HOUSEHOLDS} households over two years, through HTTP on the real store`, () => {
  let report: ReplayReport;
  beforeAll(async () => {
    const reach = ['400', '2027-12-31'];
    const ran = await promisify(execFile)(process.execPath, [program, String(HOUSEHOLDS), ...reach], {
      maxBuffer: 64 * 1024 * 1024,
    });
    report = JSON.parse(ran.stdout) as ReplayReport;
    if (process.env['WALKS_REPORT']) process.stdout.write(`${JSON.stringify(report.seconds)}\n`);
  }, 900_000);

  it('are answered, refused and recorded as on the pure core', () => {
    expect(report.commands).toBeGreaterThan(HOUSEHOLDS * 30);
    expect(report.differences.slice(0, 5)).toEqual([]);
    expect(report.events.differences.slice(0, 3)).toEqual([]);
    expect(report.events.stored).toBe(report.events.pure);
  });

  it('leave cases that are stored exactly as their events fold, with or without dockets in between', () => {
    expect(report.cases.faults).toEqual([]);
    expect(report.cases.stored).toBe(report.cases.pure);
    expect(report.dockets.movedCases).toBe(0);
  });
});
