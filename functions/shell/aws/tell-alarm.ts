/** A metric and a log line in one (CloudWatch embedded metric format): the alarm on `RecorderAlarm` pages. */
export function tellAlarm(alarm: object): void {
  const metric = { Namespace: 'Sunlight', Dimensions: [[]], Metrics: [{ Name: 'RecorderAlarm', Unit: 'Count' }] };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [metric] };
  process.stderr.write(`${JSON.stringify({ _aws, RecorderAlarm: 1, level: 'error', ...alarm })}\n`);
}
