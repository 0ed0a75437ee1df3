import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { findingsIn } from '../../infra/aws/findings.ts';
import { platforms } from '../../infra/aws/platform.ts';
import { sunlightApp } from '../../infra/aws/sunlight-app.ts';

/** What the rules of AWS find in the China partition, where fewer services help. CDK's own rules are asked by `npm run synth`. */
function findings(): readonly string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'sunlight-nag-'));
  const platform = platforms.find(({ partition }) => partition === 'aws-cn');
  if (!platform) throw new Error('no China partition');
  try {
    const app = sunlightApp({ platform, outdir, bundles: 'none', unruled: true });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).toThrow(/[Vv]alidation/);
    return findingsIn(outdir);
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
