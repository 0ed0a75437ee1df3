import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface AlarmOptions {
  readonly topic: ITopic;
  readonly description: string;
  readonly metric: IMetric;
  /** The alarm sounds above this; 0 by default. */
  readonly above?: number;
  /** In how many of the last periods; 1 by default. */
  readonly periods?: number;
}

/** An alarm that tells the operators when it sounds and when it ends. Silence of the metric is health. */
export function alarm(scope: Construct, id: string, options: AlarmOptions): Alarm {
  const made = new Alarm(scope, id, {
    alarmDescription: options.description,
    metric: options.metric,
    threshold: options.above ?? 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: options.periods ?? 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const action = new SnsAction(options.topic);
  made.addAlarmAction(action);
  made.addOkAction(action);
  return made;
}

/** An alarm may add up ten metrics and no more. */
const A_SUM = 10;

/** Alarms on crashes and time-outs of many functions: what answers with a problem of its own is no error here. */
export function errorAlarms(scope: Construct, functions: readonly LambdaFunction[], topic: ITopic): void {
  for (let from = 0; from < functions.length; from += A_SUM) {
    const some = functions.slice(from, from + A_SUM);
    const usingMetrics = Object.fromEntries(some.map((one, i) => [`e${i}`, one.metricErrors()]));
    const metric = new MathExpression({
      expression: Object.keys(usingMetrics).join('+'),
      usingMetrics,
      label: 'errors',
      period: Duration.minutes(5),
    });
    alarm(scope, `Errors${from / A_SUM + 1}`, {
      topic,
      metric,
      description: `Lambda errors: ${some.map(({ node }) => node.id).join(', ')}`,
    });
  }
}
