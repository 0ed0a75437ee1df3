import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { alarm, errorAlarms } from './alarms.ts';
import type { Stores } from './data-stack.ts';
import { openMasterKey, publishTo, readPartitions, writeTable } from './grants.ts';
import { lambdaFunction } from './lambda-function.ts';
import { hostLambdas } from './lambdas.ts';
import { type Platform, settings } from './platform.ts';
import { environmentOf } from './steps-stack.ts';

const SECONDS = 60;
/** Deliveries at once: a receiver holds one while it is slow, and the rest of the account must not wait for it. */
const AT_ONCE = 20;

/** What a delivery reads: subscriptions, the feed, the type of the event behind a change, the county's directory, its own replays. */
const reads = ['SUB#*', 'FEED#*', 'E#case:*', 'K#*#subscription', 'S#*', 'I#docket#*'];
/** What it writes: its progress, and that a receiver was disabled. */
const writes = ['SUB#*', 'E#subscription:*', 'I#docket#*'];

/** Callbacks: a topic that wakes, a queue, and the function that delivers, with where its failures go. Answers the topic. */
export function callbacksStack(scope: Construct, platform: Platform, stores: Stores): Topic {
  const stack = new Stack(scope, 'sunlight-callbacks', { env: platform.env });
  const wake = new Topic(stack, 'Wake', { masterKey: stores.dataKey, enforceSSL: true });
  const lost = queue(stack, 'Undelivered', { retentionPeriod: Duration.days(14) });
  const waiting = queue(stack, 'Waiting', {
    visibilityTimeout: Duration.seconds(6 * SECONDS),
    deadLetterQueue: { queue: lost, maxReceiveCount: 5 },
  });
  wake.addSubscription(new SqsSubscription(waiting, { rawMessageDelivery: true }));
  const deliver = lambdaFunction(stack, {
    platform,
    id: hostLambdas.deliver,
    description: 'Delivers changes of cases to callbacks',
    environment: {
      ...environmentOf(stack, stores),
      SUNLIGHT_TOPIC_ARN: stores.alerts.topicArn,
      SUNLIGHT_WAKE_ARN: wake.topicArn,
      SUNLIGHT_COUNTIES: StringParameter.valueForStringParameter(stack, settings.counties),
    },
    grants: grants(stores, { wake, waiting }),
    timeoutSeconds: SECONDS,
  });
  new EventSourceMapping(deliver, 'Queue', {
    target: deliver,
    eventSourceArn: waiting.queueArn,
    batchSize: 1,
    maxConcurrency: AT_ONCE,
    reportBatchItemFailures: true,
  });
  sweep(stack, deliver, lost);
  alarm(stack, 'CallbacksLost', {
    topic: stores.alarms,
    description: 'Callbacks that could not be looked after: see the log, then redrive',
    metric: lost.metricApproximateNumberOfMessagesVisible(),
  });
  errorAlarms(stack, [deliver], stores.alarms);
  return wake;
}

const queue = (stack: Stack, id: string, more: ConstructorParameters<typeof Queue>[2]): Queue =>
  new Queue(stack, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...more });

const grants = (
  stores: Stores,
  { wake, waiting }: { readonly wake: Topic; readonly waiting: Queue },
): readonly PolicyStatement[] => [
  ...readPartitions(stores, reads),
  ...writeTable(stores, writes),
  openMasterKey(stores),
  ...publishTo(stores, [stores.alerts.topicArn, wake.topicArn]),
  new PolicyStatement({
    actions: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    resources: [waiting.queueArn],
  }),
];

/** Every five minutes everybody is looked after: retries that are due, and whatever a lost message left behind. */
function sweep(stack: Stack, deliver: LambdaFunction, lost: Queue): void {
  new Schedule(stack, 'EveryFiveMinutes', {
    description: 'Looks after every callback',
    schedule: ScheduleExpression.rate(Duration.minutes(5)),
    target: new LambdaInvoke(deliver, {
      input: ScheduleTargetInput.fromObject({ sweep: true }),
      deadLetterQueue: lost,
      retryAttempts: 2,
      maxEventAge: Duration.minutes(5),
    }),
  });
}
