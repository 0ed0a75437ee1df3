import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { alarm, errorAlarms } from './alarms.ts';
import type { Stores } from './data-stack.ts';
import { askLake, readTable, sealLedger, writeTable } from './grants.ts';
import { lambdaFunction } from './lambda-function.ts';
import { hostLambdas } from './lambdas.ts';
import { type Platform, settings } from './platform.ts';
import { environmentOf, witnesses } from './steps-stack.ts';
import { countyWorkGroups } from './work-groups.ts';

/** What sealing writes: logs with their marks, and what was noted for it, which it removes. */
const sealed = ['LEDGER#*', 'UNSEALED'];

/** When it is called, Asia/Shanghai. By night after the dockets have closed; at no full hour, when the other one runs. */
const due = {
  hour: ScheduleExpression.cron({ minute: '5', timeZone: TimeZone.ASIA_SHANGHAI }),
  night: ScheduleExpression.cron({ minute: '35', hour: '1', timeZone: TimeZone.ASIA_SHANGHAI }),
} as const;

/**
 * The sealing beside the dockets: one function that walks all logs, since each costs only what is new there; two of them at once come to
 * the same bytes, so nothing keeps them apart.
 */
export function sealingStack(scope: Construct, platform: Platform, stores: Stores): void {
  const stack = new Stack(scope, 'sunlight-sealing', { env: platform.env });
  const made = lambdaFunction(stack, {
    platform,
    id: hostLambdas.sealing,
    description: 'Seals what is new in every ledger, and counts what no docket counts',
    environment: {
      ...environmentOf(stack, stores),
      ...witnesses(stack),
      SUNLIGHT_COUNTIES: StringParameter.valueForStringParameter(stack, settings.counties),
    },
    grants: [
      ...readTable(stores),
      ...writeTable(stores, sealed, ['Put', 'Delete']),
      ...askLake(stack, stores, countyWorkGroups),
      ...sealLedger(stores),
    ],
    timeoutSeconds: 840,
  });
  const missed = new Queue(stack, 'MissedSealings', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  for (const name of ['hour', 'night'] as const) schedule(stack, name, { made, missed });
  errorAlarms(stack, [made], stores.alarms);
  alarm(stack, 'SealingMissed', {
    topic: stores.alarms,
    description: 'Ledgers were not sealed: see the log; the next hour and the dockets seal it all',
    metric: missed.metricApproximateNumberOfMessagesVisible(),
  });
}

function schedule(
  stack: Stack,
  name: keyof typeof due,
  { made, missed }: { readonly made: LambdaFunction; readonly missed: Queue },
): void {
  new Schedule(stack, name === 'hour' ? 'EveryHour' : 'EachNight', {
    description: name === 'hour' ? 'Seals what is new' : 'Seals and counts what no docket counts',
    schedule: due[name],
    target: new LambdaInvoke(made, {
      input: ScheduleTargetInput.fromObject({ due: name }),
      deadLetterQueue: missed,
      retryAttempts: 2,
      maxEventAge: Duration.minutes(50),
    }),
  });
}
