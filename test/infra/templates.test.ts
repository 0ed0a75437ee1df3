import { beforeAll, describe, expect, it } from '@jest/globals';
import { isOpen, type Step } from '../../functions/core/step.ts';
import { steps } from '../../functions/steps.ts';
import { docketDefinition } from '../../infra/aws/docket-definition.ts';
import { asksLake, printsPapers } from '../../infra/aws/grants.ts';
import { hostLambdas } from '../../infra/aws/lambdas.ts';
import { lakeTableNames, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { countyZones, zoneTableName } from '../../schemas/lake-zones.ts';
import { callbacksAreSafe } from './callbacks-stack.ts';
import { type Resource, rolesOf, type Stack, synthesised } from './synthesised.ts';

let stacks: readonly Stack[] = [];
beforeAll(() => {
  stacks = synthesised();
});

const all = (type: string): readonly Resource[] =>
  stacks.flatMap(({ resources }) => resources.filter(({ Type }) => Type === type));
interface GlueTable {
  readonly Name: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly PartitionKeys: readonly { Name: string; Type: string }[];
  readonly StorageDescriptor: { readonly Columns: readonly { Name: string; Type: string }[] };
}
function glueTable(name: string): GlueTable {
  const tables = all('AWS::Glue::Table').map(({ Properties }) => Properties['TableInput'] as GlueTable);
  const table = tables.find(({ Name }) => Name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}
/** Columns as declared and as in a template, in one form. */
const columnsOf = (
  columns: readonly ({ readonly name: string; readonly type: string } | { Name: string; Type: string })[],
) => columns.map((column) => ('name' in column ? [column.name, column.type] : [column.Name, column.Type]));
const httpSteps: readonly Step[] = steps.filter(({ route }) => !route.startsWith('DOCKET '));
const each = <T>(values: readonly T[], check: (value: T) => void): void => {
  expect(values.length).toBeGreaterThan(0);
  for (const value of values) check(value);
};

describe('templates of both partitions', () => {
  it('come from one commit and hold the same resources', () => {
    const of = (partition: string) =>
      stacks
        .filter((stack) => stack.partition === partition)
        .map(({ name, resources }) => [name, resources.map(({ Type }) => Type)]);
    expect(of('aws-cn')).toEqual(of('aws'));
  });

  it('hold nothing that the China partition lacks', () => {
    const lacking = [
      'AWS::Lambda::Url',
      'AWS::Cognito::',
      'AWS::S3Tables::',
      'AWS::SES::',
      'AWS::DSQL::',
      'AWS::CloudFront::',
      'AWS::OpenSearchServerless::',
      'AWS::KinesisFirehose::',
      'AWS::Bedrock::',
      'AWS::XRay::',
      'http:invoke',
      'TracingConfig',
      'RecursiveLoop',
      '"LoggingConfig"',
      'ProvisionedPollerConfig',
      'SnapStart',
      '"EDGE"',
      'MultiRegionConsistency',
    ];
    each(stacks, ({ text }) => {
      expect(lacking.filter((word) => text.includes(word))).toEqual([]);
    });
  });

  it('name no partition in an ARN', () => {
    each(stacks, ({ text }) => expect(text).not.toMatch(/arn:aws(-cn)?:/));
  });

  it('stay far below what a stack may hold', () => {
    each(stacks, ({ resources, text }) => {
      expect(resources.length).toBeLessThanOrEqual(400);
      expect(Buffer.byteLength(text)).toBeLessThan(900_000);
    });
  });

  it('run every function on Node 24, each with a role and a log group of its own', () => {
    const functions = all('AWS::Lambda::Function');
    each(functions, ({ Properties }) => expect(Properties['Runtime']).toBe('nodejs24.x'));
    const roles = functions.map(({ Properties }) => JSON.stringify(Properties['Role']));
    expect(new Set(roles).size).toBe(functions.length / 2);
    const groups = all('AWS::Logs::LogGroup').map(({ Properties }) => Properties['LogGroupName']);
    for (const { Properties } of functions)
      expect(groups).toContain(`/aws/lambda/${String(Properties['FunctionName'])}`);
  });

  it('keep logs for more than six months', () => {
    each(all('AWS::Logs::LogGroup'), ({ Properties }) =>
      expect(Properties['RetentionInDays']).toBeGreaterThanOrEqual(180),
    );
  });

  it('give every step its function and its route behind the authorizer, but for health, contract and what is open by its power', () => {
    const routes = all('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
    const expected = [...httpSteps.map(({ route }) => route), 'GET /openapi.json', 'GET /v1/health'].sort();
    expect(routes.map((one) => one['RouteKey']).sort()).toEqual([...expected, ...expected].sort());
    const open = routes.filter((one) => one['AuthorizationType'] !== 'CUSTOM').map((one) => one['RouteKey']);
    const openSteps = httpSteps.filter(isOpen).map(({ route }) => route);
    const withoutToken = ['GET /openapi.json', 'GET /v1/health', ...openSteps];
    expect(open.sort()).toEqual([...withoutToken, ...withoutToken].sort());
    const names = all('AWS::Lambda::Function').map(({ Properties }) => Properties['FunctionName']);
    for (const { id } of httpSteps) expect(names).toContain(`sunlight-${id.replace('.', '-')}`);
  });

  it('keep what is kept: table, bucket and keys survive their stack', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key'].flatMap(all);
    each(kept, ({ DeletionPolicy }) => expect(DeletionPolicy).toBe('Retain'));
    each(all('AWS::DynamoDB::Table'), ({ Properties }) => {
      expect(Properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      });
    });
    expect(all('AWS::S3::Bucket').filter(({ Properties }) => Properties['ObjectLockEnabled'] === true)).toHaveLength(2);
    each(all('AWS::S3::BucketPolicy'), (policy) => expect(JSON.stringify(policy)).toContain('aws:SecureTransport'));
  });

  it('have the columns of the lake as they are declared', () => {
    for (const name of lakeTableNames) {
      expect(columnsOf(glueTable(zoneTableName('raw', name)).StorageDescriptor.Columns)).toEqual(
        columnsOf(rawColumns(name)),
      );
      for (const zone of countyZones) {
        const { StorageDescriptor, PartitionKeys } = glueTable(zoneTableName(zone, name));
        expect(columnsOf(StorageDescriptor.Columns)).toEqual(columnsOf(lakeTables[name].columns));
        expect(columnsOf(PartitionKeys)).toEqual(columnsOf(lakeTables[name].partitions));
      }
    }
    expect(all('AWS::Glue::Table')).toHaveLength(2 * 4 * lakeTableNames.length);
  });

  it('find the folders of the lake by projection: days of what is raw, months of a county that the query names', () => {
    expect(glueTable('raw_terms').Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy-MM-dd',
      'projection.day.range': expect.stringMatching(/,NOW\+2DAYS$/),
    });
    for (const zone of countyZones)
      expect(glueTable(`${zone}_events`).Parameters).toMatchObject({
        'projection.enabled': 'true',
        'projection.county_code.type': 'injected',
        'projection.ym.type': 'date',
        'projection.ym.format': 'yyyy-MM',
        'projection.ym.interval.unit': 'MONTHS',
      });
    const template = (name: string) => JSON.stringify(glueTable(name).Parameters['storage.location.template']);
    expect(template('raw_ledger')).toContain(`/lake/raw/ledger/day=\${day}/`);
    expect(template('months_cases')).toContain(`/lake/months/cases/county_code=\${county_code}/ym=\${ym}/`);
  });

  it('alarm on errors of every function', () => {
    const watched = JSON.stringify(
      all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties['AlarmDescription']),
    );
    for (const { id } of httpSteps) expect(watched).toContain(id);
    for (const id of Object.values(hostLambdas).filter((one) => one.startsWith('supervision.')))
      expect(watched).toContain(id);
  });
});

describe('the docket', () => {
  const { States, StartAt, QueryLanguage } = docketDefinition({ functionArn: 'function', taskSeconds: 60 });

  it('uses only the states that both partitions and the local driver know, in JSONPath', () => {
    const allowed = ['Pass', 'Wait', 'Task', 'Choice', 'Map', 'Succeed', 'Fail'];
    expect(Object.values(States).filter(({ Type }) => !allowed.includes(Type))).toEqual([]);
    expect(QueryLanguage).toBe('JSONPath');
    expect(JSON.stringify(States)).not.toContain('{%');
    each(all('AWS::StepFunctions::StateMachine'), ({ Properties }) =>
      expect(JSON.stringify(Properties['DefinitionString'])).toContain('JSONPath'),
    );
  });

  it('walks from its first state to its end: open, recount, opening, raise, deliver, midnight, raise, deliver, seal, close', () => {
    const path: string[] = [];
    for (let name: string | undefined = StartAt; name; ) {
      const state: (typeof States)[string] | undefined = States[name];
      path.push(state?.Type === 'Wait' ? state.TimestampPath : name);
      name = state && 'Next' in state ? state.Next : undefined;
    }
    expect(path).toEqual([
      '1 open-docket',
      '2 move-cases',
      '3 recount-terms',
      '$.openingAt',
      '4 raise-alerts',
      '5 deliver-alerts',
      '$.midnightAt',
      '6 raise-alerts',
      '7 deliver-alerts',
      '8 seal-ledger',
      '9 compact-lake',
      '10 close-docket',
      'closed',
    ]);
  });

  it('starts early each morning in Asia/Shanghai, from the instant the schedule was set for', () => {
    const dockets = all('AWS::Scheduler::Schedule').filter(
      ({ Properties }) => Properties['Description'] === 'Starts the docket of each county',
    );
    each(dockets, ({ Properties }) => {
      expect(Properties).toMatchObject({ ScheduleExpressionTimezone: 'Asia/Shanghai', State: 'ENABLED' });
      expect(JSON.stringify(Properties['Target'])).toContain('<aws.scheduler.scheduled-time>');
    });
  });
});

describe('the sealing beside the dockets', () => {
  it('and the docket know the witnesses, and an alarm tells when one is missing', () => {
    const asking = all('AWS::Lambda::Function').filter(({ Properties }) =>
      String(JSON.stringify(Properties['Environment'])).includes('SUNLIGHT_WITNESSES'),
    );
    each(asking, ({ Properties }) =>
      expect((Properties['Environment'] as { Variables: object }).Variables).toHaveProperty('SUNLIGHT_WITNESS_KEYS'),
    );
    expect(new Set(asking.map(({ Properties }) => Properties['FunctionName']))).toEqual(
      new Set(['sunlight-supervision-run-docket-task', 'sunlight-supervision-seal-ledgers']),
    );
    const told = all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties['MetricName']);
    for (const name of ['WitnessesMissing', 'LedgerGap', 'RecorderAlarm'])
      expect(told.filter((one) => one === name)).toHaveLength(2);
  });

  it('is called every hour for what is new and each night for what no docket counts, and is missed by nobody', () => {
    const of = (due: string) =>
      all('AWS::Scheduler::Schedule')
        .map(({ Properties }) => Properties)
        .filter(({ Target }) => JSON.stringify(Target).includes(`due\\":\\"${due}`));
    expect(of('hour').map(({ ScheduleExpression }) => ScheduleExpression)).toEqual(Array(2).fill('cron(5 * * * ? *)'));
    expect(of('night').map(({ ScheduleExpression }) => ScheduleExpression)).toEqual(
      Array(2).fill('cron(35 1 * * ? *)'),
    );
    each([...of('hour'), ...of('night')], (schedule) => {
      expect(schedule).toMatchObject({ ScheduleExpressionTimezone: 'Asia/Shanghai', State: 'ENABLED' });
      expect(JSON.stringify(schedule['Target'])).toContain('DeadLetterConfig');
    });
  });

  it('may write logs and notes only, and remove nothing else', () => {
    const [role] = stacks.flatMap(rolesOf).filter(({ name }) => name.endsWith(' supervision.seal-ledgers'));
    const writes = role?.statements.filter(({ Action }) => Action.includes('dynamodb:DeleteItem')) ?? [];
    expect(writes.filter(({ Effect }) => Effect === 'Allow').map(({ Condition }) => Condition)).toEqual([
      {
        'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['LEDGER#*', 'UNSEALED'] },
      },
    ]);
  });
});

describe('roles', () => {
  const roles = () => stacks.flatMap((stack) => rolesOf(stack).map((role) => ({ ...role, stack: stack.name })));
  const actionsOf = (statements: ReturnType<typeof roles>[number]['statements'], effect: 'Allow' | 'Deny') =>
    statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => Action);

  it('never scan the table and name every action they may do on it', () => {
    each(roles(), ({ statements }) => {
      const actions = actionsOf(statements, 'Allow');
      expect(actions.filter((action) => action === '*' || /^(dynamodb|s3|kms|states|lambda):\*/.test(action))).toEqual(
        [],
      );
      expect(actions).not.toContain('dynamodb:Scan');
      expect(actions).not.toContain('dynamodb:UpdateItem');
      expect(actions).not.toContain('dynamodb:BatchWriteItem');
    });
  });

  it('reach everything only where the service knows no resources: the delivery of logs', () => {
    const wide = roles().flatMap(({ statements }) => statements.filter(({ Resource }) => Resource === '*'));
    each(wide, ({ Action }) => expect(Action.filter((action) => !action.startsWith('logs:'))).toEqual([]));
  });

  it('may write only within a transaction, and are denied to alter an event', () => {
    const reaching = roles().filter(({ statements }) =>
      actionsOf(statements, 'Allow').some((action) => /^dynamodb:(Put|Delete|Get|BatchGet|Query)/.test(action)),
    );
    each(reaching, ({ statements }) => {
      const writes = statements.filter(
        ({ Effect, Action }) =>
          Effect === 'Allow' && Action.some((one) => /^dynamodb:(Put|Delete|ConditionCheck)/.test(one)),
      );
      for (const { Condition } of writes)
        expect(Condition['ForAnyValue:StringEquals']).toEqual({
          'dynamodb:EnclosingOperation': ['TransactWriteItems'],
        });
      const denial = statements.find(
        ({ Effect, Action }) => Effect === 'Deny' && Action.includes('dynamodb:UpdateItem'),
      );
      expect(denial?.Condition).toEqual({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['E#*'] } });
      expect(denial?.Action).toEqual(
        expect.arrayContaining(['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLUpdate']),
      );
    });
  });

  it('of a reading step write nothing but the notes of refusals and readings, and of what was printed', () => {
    const reading = httpSteps.filter((step) => step.route.startsWith('GET ') && !isOpen(step));
    for (const step of reading) {
      const { id } = step;
      const role = roles().find(({ name }) => name.endsWith(` ${id}`));
      const writes = role?.statements.filter(({ Action }) => Action.includes('dynamodb:PutItem')) ?? [];
      // Whoever asks without log-in writes nothing at all.
      if (isOpen(step)) {
        expect([id, writes]).toEqual([id, []]);
        continue;
      }
      expect(writes.map(({ Condition }) => Condition['ForAllValues:StringLike'])).toEqual([
        {
          'dynamodb:LeadingKeys': [
            'R#*',
            'L#*',
            'E#refusals:*',
            'E#access:*',
            ...(printsPapers(step) ? ['V#*'] : []),
            ...(asksLake(step) ? ['Q#*'] : []),
          ],
        },
      ]);
      expect(actionsOf(role?.statements ?? [], 'Allow')).not.toContain('dynamodb:DeleteItem');
    }
  });
});

describe('the callbacks', () => callbacksAreSafe(() => stacks));
