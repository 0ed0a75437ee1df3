import { Duration, Stack } from 'aws-cdk-lib';
import { CfnPreparedStatement, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { byteCeilings } from '../../functions/shell/lake/ceilings.ts';
import { preparedName } from '../../functions/shell/lake/prepared-name.ts';
import { type LakeScope, withLake } from '../../functions/shell/lake-sql.ts';
import { type NamedQuery, queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { alarm } from './alarms.ts';
import type { Stores } from './data-stack.ts';
import { folders, type Platform } from './platform.ts';
import { type WorkGroup, workGroups } from './work-groups.ts';

/** A day's reading of so many full queries is worth a look: somebody asks for everything again and again. */
const FULL_QUERIES_A_DAY = 40;

/** The places whose workgroups stand together in a stack. */
export const queryStacks: readonly string[] = [...new Set(workGroups.map(({ place }) => place))];

/** The workgroups of a place, and in each county's the named queries as they are asked about that county and no other. */
export function queriesStack(
  scope: Construct,
  place: string,
  of: { readonly platform: Platform; readonly stores: Stores },
): void {
  const { platform, stores } = of;
  const stack = new Stack(scope, `sunlight-queries-${place}`, { env: platform.env });
  for (const group of workGroups.filter((one) => one.place === place)) {
    const made = workGroup(stack, group, stores);
    scanAlarm(stack, group, stores);
    if (group.county !== undefined) prepare(stack, made, group.county);
  }
}

function workGroup(stack: Stack, { name, breadth }: WorkGroup, { bucket, dataKey }: Stores): CfnWorkGroup {
  return new CfnWorkGroup(stack, name, {
    name,
    description: `Audit queries, ${breadth}`,
    recursiveDeleteOption: false,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      bytesScannedCutoffPerQuery: byteCeilings[breadth],
      publishCloudWatchMetricsEnabled: true,
      resultConfiguration: {
        outputLocation: bucket.s3UrlForObject(`${folders.results}${name}/`),
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: dataKey.keyArn },
      },
    },
  });
}

function scanAlarm(stack: Stack, { name, breadth }: WorkGroup, { alarms }: Stores): void {
  alarm(stack, `${name}.read`, {
    topic: alarms,
    description: `Queries of ${name} read unusually much within a day`,
    metric: new Metric({
      namespace: 'AWS/Athena',
      metricName: 'ProcessedBytes',
      dimensionsMap: { WorkGroup: name },
      statistic: 'Sum',
      period: Duration.days(1),
    }),
    above: byteCeilings[breadth] * FULL_QUERIES_A_DAY,
  });
}

/** What is asked about a county: the months it reads stand in `?` marks, so that only which ends it has is part of the text. */
const scopeOf = ({ recorded }: NamedQuery, county: string): LakeScope => ({
  counties: [county],
  recorded: recorded && { ...(recorded.from && { from: '' }), ...(recorded.to && { to: '' }) },
});

function prepare(stack: Stack, made: CfnWorkGroup, county: string): void {
  for (const query of queryCatalogue) {
    const { id, sql } = query;
    const scope = scopeOf(query, county);
    new CfnPreparedStatement(stack, `${made.name}.${id}`, {
      statementName: preparedName({ named: id, sql }, scope) ?? '',
      workGroup: made.name,
      queryStatement: withLake(sql, scope),
      description: id,
    }).addResourceDependency(made);
  }
}
