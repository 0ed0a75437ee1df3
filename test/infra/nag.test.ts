import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { platforms } from '../../infra/aws/platform.ts';
import { sunlightApp } from '../../infra/aws/sunlight-app.ts';

const Report = z.looseObject({
  pluginReports: z.array(
    z.looseObject({ pluginName: z.string(), violations: z.array(z.looseObject({ ruleName: z.string() })).default([]) }),
  ),
});

/** What the rules of AWS find in the China partition, where fewer services help. Every plug-in that reports is asked. */
function findings(): readonly string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'sunlight-nag-'));
  const platform = platforms.find(({ partition }) => partition === 'aws-cn');
  if (!platform) throw new Error('no China partition');
  try {
    const app = sunlightApp({ platform, outdir, bundles: 'none' });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).toThrow(/[Vv]alidation/);
    const report: unknown = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
    const { pluginReports } = Report.parse(report);
    return pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Findings that stand, each with its reason. */
const accepted: readonly { readonly finding: RegExp; readonly because: string }[] = [
  {
    finding: /IAM5\[Resource::arn:.*:log-group:\/aws\/lambda\/sunlight-[a-z-]+:\*\]$/,
    because: 'the streams of the function’s own log group have names that Lambda makes',
  },
  { finding: /IAM5\[Resource::.*Table.*\/index\/\*\]$/, because: 'the three indexes of the one table' },
  {
    finding: /IAM5\[Action::kms:(GenerateDataKey|ReEncrypt)\*\]$/,
    because: 'forms of one act, only through the stores',
  },
  {
    finding:
      /IAM5\[Resource::.*Bucket.*\/(attachments|papers|archives|payments|ledger|lake|lake\/raw|lake\/days|lake\/months|lake\/imports|imports|query-results)\/\*\]$/,
    because: 'one folder of the bucket',
  },
  { finding: /IAM5\[Resource::arn:.*:table\/sunlight\/\*\]$/, because: 'the tables of the one database' },
  { finding: /IAM5\[Resource::\*\]$/, because: 'delivery of Step Functions logs knows no resources' },
  {
    finding: /IAM5\[Resource::<supervision(openday|deliverchanges|sealledgers)\w+\.Arn>:\*\]$/,
    because: 'versions of the one function of each schedule',
  },
  { finding: /APIG4$/, because: 'health is open on purpose; every other route has the authorizer (templates.test)' },
  { finding: /SF2$/, because: 'X-Ray is no dependency: Lambda has none in the China partition' },
  { finding: /SQS3$/, because: 'these queues are where failures end, read by people after an alarm' },
];

describe('the rules of AWS Solutions', () => {
  it('find nothing but what stands with a reason, and no reason is left over', () => {
    const found = findings();
    expect(found.filter((one) => !accepted.some(({ finding }) => finding.test(one)))).toEqual([]);
    expect(accepted.filter(({ finding }) => !found.some((one) => finding.test(one)))).toEqual([]);
  });
});
