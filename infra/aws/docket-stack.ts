import { Duration, RemovalPolicy, Stack, TimeZone } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { alarm, errorAlarms } from './alarms.ts';
import type { Stores } from './data-stack.ts';
import { docketDefinition } from './docket-definition.ts';
import { askLake, publish, readTable, sealLedger, writeTable } from './grants.ts';
import { lambdaFunction } from './lambda-function.ts';
import { hostLambdas } from './lambdas.ts';
import { type Platform, retentionDays, settings } from './platform.ts';
import { environmentOf, witnesses } from './steps-stack.ts';
import { countyWorkGroups } from './work-groups.ts';

/** A task may look at a whole county's terms. */
const TASK_SECONDS = 840;

/** The dockets: a state machine, its tasks, and the schedule that starts one per county each morning. */
export function docketStack(scope: Construct, platform: Platform, stores: Stores): void {
  const stack = new Stack(scope, 'sunlight-docket', { env: platform.env });
  const counties = { SUNLIGHT_COUNTIES: StringParameter.valueForStringParameter(stack, settings.counties) };
  const tasks = lambdaFunction(stack, {
    platform,
    id: hostLambdas.docket,
    description: 'Runs one task of a docket',
    environment: {
      ...environmentOf(stack, stores),
      ...counties,
      ...witnesses(stack),
      SUNLIGHT_TOPIC_ARN: stores.alerts.topicArn,
    },
    grants: [
      ...readTable(stores),
      ...writeTable(stores),
      ...publish(stores),
      ...askLake(stack, stores, countyWorkGroups),
      ...sealLedger(stores),
    ],
    timeoutSeconds: TASK_SECONDS,
  });
  const machine = machineOf(stack, tasks);
  const openDay = lambdaFunction(stack, {
    platform,
    id: hostLambdas.openDay,
    description: 'Starts the docket of each county',
    environment: { ...counties, SUNLIGHT_DOCKET_ARN: machine.stateMachineArn },
    grants: [new PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.stateMachineArn] })],
    timeoutSeconds: 60,
  });
  const missed = schedule(stack, openDay);
  errorAlarms(stack, [tasks, openDay], stores.alarms);
  docketAlarms(stack, { machine, missed, stores });
}

function machineOf(stack: Stack, tasks: LambdaFunction): StateMachine {
  const invoke = new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [tasks.functionArn] });
  const definition = docketDefinition({ functionArn: tasks.functionArn, taskSeconds: TASK_SECONDS });
  return new StateMachine(stack, 'Docket', {
    stateMachineName: 'sunlight-docket',
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(stack.toJsonString(definition)),
    role: new Role(stack, 'DocketRole', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: { own: new PolicyDocument({ statements: [invoke] }) },
    }),
    logs: {
      level: LogLevel.ALL,
      includeExecutionData: false,
      destination: new LogGroup(stack, 'DocketLog', {
        logGroupName: '/aws/vendedlogs/states/sunlight-docket',
        retention: retentionDays,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    },
  });
}

/** Every morning at six, Asia/Shanghai: after the last docket has closed, before the offices open. Answers where failures go. */
function schedule(stack: Stack, openDay: LambdaFunction): Queue {
  const missed = new Queue(stack, 'MissedDays', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  new Schedule(stack, 'EachMorning', {
    description: 'Starts the docket of each county',
    schedule: ScheduleExpression.cron({ minute: '0', hour: '6', timeZone: TimeZone.ASIA_SHANGHAI }),
    target: new LambdaInvoke(openDay, {
      input: ScheduleTargetInput.fromText(JSON.stringify({ scheduledAt: '<aws.scheduler.scheduled-time>' })),
      deadLetterQueue: missed,
      retryAttempts: 10,
      maxEventAge: Duration.hours(2),
    }),
  });
  return missed;
}

function docketAlarms(
  stack: Stack,
  of: { readonly machine: StateMachine; readonly missed: Queue; readonly stores: Stores },
): void {
  const topic = of.stores.alarms;
  const metrics = {
    Failed: of.machine.metricFailed(),
    TimedOut: of.machine.metricTimedOut(),
    Missed: of.missed.metricApproximateNumberOfMessagesVisible(),
  };
  for (const [name, metric] of Object.entries(metrics))
    alarm(stack, `Docket${name}`, { topic, metric, description: `Dockets: ${name}` });
  alarm(stack, 'WitnessesMissing', {
    topic,
    description:
      'A checkpoint of the day has fewer cosignatures than there are witnesses: ask why they are away or refuse',
    metric: new Metric({ namespace: 'Sunlight', metricName: 'WitnessesMissing', statistic: 'Sum' }),
  });
  alarm(stack, 'LedgerGap', {
    topic,
    description: 'Events in table, ledger and lake are not the same: redrive, or somebody changed something',
    metric: new Metric({ namespace: 'Sunlight', metricName: 'LedgerGap', statistic: 'Sum' }),
  });
}
