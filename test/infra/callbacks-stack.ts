import { expect, it } from '@jest/globals';
import { rolesOf, type Stack } from './synthesised.ts';

/** What the stack of the callbacks is held to, in the templates of one partition. */
export function callbacksAreSafe(synthesised: () => readonly Stack[]): void {
  const ofCallbacks = (): readonly Stack[] =>
    synthesised().filter(({ name, partition }) => name === 'sunlight-callbacks' && partition === 'aws-cn');
  const of = (type: string) => ofCallbacks().flatMap(({ resources }) => resources.filter(({ Type }) => Type === type));

  it('come through a queue, one receiver a call, with where failures end and an alarm on it', () => {
    expect(ofCallbacks()).toHaveLength(1);
    const [source] = of('AWS::Lambda::EventSourceMapping');
    expect(source?.Properties).toMatchObject({ BatchSize: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] });
    const queues = of('AWS::SQS::Queue').map(({ Properties }) => Properties);
    expect(queues).toHaveLength(2);
    expect(queues.filter((one) => one['RedrivePolicy'] !== undefined)).toHaveLength(1);
    for (const queue of queues) expect(queue['SqsManagedSseEnabled']).toBe(true);
    const alarms = of('AWS::CloudWatch::Alarm').map(({ Properties }) => String(Properties['AlarmDescription']));
    expect(alarms.filter((text) => text.startsWith('Callbacks'))).toHaveLength(1);
  });

  it('are looked after every five minutes, whatever became of a message', () => {
    const schedules = of('AWS::Scheduler::Schedule').map(({ Properties }) => Properties['ScheduleExpression']);
    expect(schedules).toEqual(['rate(5 minutes)']);
  });

  it('may read and write their own partitions only: never a sealed person, never an attachment, never a delete', () => {
    const roles = ofCallbacks()
      .flatMap((stack) => rolesOf(stack))
      .filter(({ name }) => name.includes('deliver-changes'));
    expect(roles).toHaveLength(1);
    for (const { statements } of roles) {
      const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
      const onTable = allowed.filter(({ Action }) => Action.some((action) => action.startsWith('dynamodb:')));
      expect(onTable.length).toBeGreaterThan(0);
      for (const { Condition, Action } of onTable) {
        const keys = JSON.stringify(Condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? ['*']);
        expect(keys).toContain('SUB#*');
        expect(keys).not.toMatch(/"\*|"P#|"C#|"O#/);
        expect(Action).not.toContain('dynamodb:DeleteItem');
      }
      expect(JSON.stringify(allowed)).not.toContain('s3:');
      expect(JSON.stringify(statements.filter(({ Effect }) => Effect === 'Deny'))).toContain('E#*');
    }
  });
}
