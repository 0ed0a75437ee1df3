import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const canary = fileURLToPath(new URL('../fixtures/layering-canary', import.meta.url));

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const cruise = (cwd: string, folders: readonly string[]): Promise<Cruise['summary']> =>
  new Promise((done, broken) => {
    const tool = `${root}node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`;
    const args = [tool, '--config', `${root}.dependency-cruiser.mjs`, '--output-type', 'json', ...folders];
    execFile(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout === '') broken(error ?? new Error(stderr));
      else done((JSON.parse(stdout) as Cruise).summary);
    });
  });

describe('the layers', () => {
  it('are kept by every module of the real tree', async () => {
    const { totalCruised, violations } = await cruise(root, [
      'functions',
      'schemas',
      'infra',
      'verify',
      'witness',
      'test',
      'bench',
    ]);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(100);
  });

  it('are reported when they are broken on purpose, types included', async () => {
    const { violations } = await cruise(canary, ['functions', 'schemas', 'verify']);
    const found = violations.map(({ rule, from }) => `${rule.name}: ${from}`);
    expect(found.sort()).toEqual([
      'aws-only-at-the-edge: functions/core/knows-aws.ts',
      'contexts-do-not-meet: functions/review/meets-intake.ts',
      'core-knows-only-law: functions/core/knows-aws.ts',
      'law-knows-only-schemas: functions/law/reads-a-file.ts',
      'middy-only-at-the-edge: functions/shell/knows-middy.ts',
      'pure-left-of-shell: functions/core/knows-aws.ts',
      'pure-left-of-shell: functions/law/reads-a-file.ts',
      'schemas-know-only-zod: schemas/knows-the-law.ts',
      'verify-knows-only-schemas: verify/calls-the-system.ts',
      'verify-knows-only-schemas: verify/calls-the-system.ts',
    ]);
  });
});
