import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Report = z.looseObject({
  pluginReports: z.array(z.looseObject({ violations: z.array(z.looseObject({ ruleName: z.string() })).default([]) })),
});

/** What every set of rules that was asked of a synthesis found, errors and warnings alike. */
export function findingsIn(outdir: string): readonly string[] {
  const report: unknown = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return Report.parse(report).pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
}
