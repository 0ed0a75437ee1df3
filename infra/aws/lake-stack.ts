import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { lakeTableNames } from '../../schemas/lake.ts';
import { lakeZones } from '../../schemas/lake-zones.ts';
import { alarm, errorAlarms } from './alarms.ts';
import type { Stores } from './data-stack.ts';
import { objects, publishTo, readTable, writeTable } from './grants.ts';
import { lakeTable } from './lake-table.ts';
import { lambdaFunction } from './lambda-function.ts';
import { hostLambdas } from './lambdas.ts';
import { folders, lakeNames, type Platform } from './platform.ts';
import { environmentOf } from './steps-stack.ts';

/** The recorder, and the tables it fills. */
export function lakeStack(
  scope: Construct,
  platform: Platform,
  { stores, wake }: { readonly stores: Stores; readonly wake: ITopic },
): void {
  const stack = new Stack(scope, 'sunlight-lake', { env: platform.env });
  const database = new CfnDatabase(stack, 'Database', {
    catalogId: stack.account,
    databaseInput: { name: lakeNames.database, description: 'Sunlight: events and snapshots' },
  });
  for (const table of lakeTableNames)
    for (const zone of lakeZones) lakeTable(stack, { table, zone }, stores).addResourceDependency(database);
  errorAlarms(stack, [recorder(stack, platform, { stores, wake }), redriver(stack, platform, stores)], stores.alarms);
}

/** What the recorder writes into the table: the feed. */
const feed = ['FEED#*', 'FEEDSTATE#*'];
/** And what is to be sealed. */
const unsealed = ['UNSEALED'];

function recorder(
  stack: Stack,
  platform: Platform,
  { stores, wake }: { readonly stores: Stores; readonly wake: ITopic },
): LambdaFunction {
  const streamArn = stores.table.tableStreamArn ?? '';
  const made = lambdaFunction(stack, {
    platform,
    id: hostLambdas.recorder,
    description: 'Records every change of the table in the lake and in the feed',
    environment: { ...environmentOf(stack, stores), SUNLIGHT_WAKE_ARN: wake.topicArn },
    grants: [
      ...readTable(stores),
      ...writeTable(stores, [...feed, ...unsealed]),
      ...objects(stores, folders.raw, ['Get', 'Put']),
      ...publishTo(stores, [wake.topicArn]),
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [streamArn],
      }),
    ],
    timeoutSeconds: 120,
  });
  const lost = new Queue(stack, 'Unrecorded', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  follow(made, { streamArn, lost });
  recorderAlarms(stack, { made, lost, stores });
  return made;
}

/**
 * Records again what the table holds, when an operator starts it with a county and days (docs/runbook): no legal act, so no step and no
 * route. It stops itself in time and says whether it is done.
 */
function redriver(stack: Stack, platform: Platform, stores: Stores): LambdaFunction {
  return lambdaFunction(stack, {
    platform,
    id: hostLambdas.redrive,
    description: 'Records events again in the lake and in the feed, for operators',
    environment: environmentOf(stack, stores),
    grants: [
      ...readTable(stores),
      ...writeTable(stores, [...feed, 'REDRIVE#*']),
      ...objects(stores, folders.raw, ['Get', 'Put']),
      ...objects(stores, folders.ledger, ['Get']),
    ],
    timeoutSeconds: 900,
  });
}

function follow(made: LambdaFunction, of: { readonly streamArn: string; readonly lost: Queue }): void {
  new EventSourceMapping(made, 'Stream', {
    target: made,
    eventSourceArn: of.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 1_000,
    maxBatchingWindow: Duration.seconds(20),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 20,
    onFailure: new SqsDlq(of.lost),
    // Events and the items of cases; what the feed writes would call the recorder again and again.
    filters: ['E#', 'C#'].map((prefix) =>
      FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(prefix) } } } }),
    ),
  });
}

function recorderAlarms(
  stack: Stack,
  of: { readonly made: LambdaFunction; readonly lost: Queue; readonly stores: Stores },
): void {
  const topic = of.stores.alarms;
  alarm(stack, 'RecorderLate', {
    topic,
    description: 'The recorder is more than a minute behind',
    metric: of.made.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
    above: 60_000,
  });
  alarm(stack, 'RecorderLost', {
    topic,
    description: 'Changes the recorder could not take: redrive them from the events',
    metric: of.lost.metricApproximateNumberOfMessagesVisible(),
  });
  alarm(stack, 'EventAltered', {
    topic,
    description: 'An event was changed or removed, or an item cannot be read',
    metric: new Metric({ namespace: 'Sunlight', metricName: 'RecorderAlarm', statistic: 'Sum' }),
  });
}
