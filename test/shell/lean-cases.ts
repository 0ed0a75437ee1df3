import { AthenaClient, GetQueryResultsCommand, StartQueryExecutionCommand } from '@aws-sdk/client-athena';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as athena from '../../functions/shell/aws/lean/athena.ts';
import * as dynamodb from '../../functions/shell/aws/lean/dynamodb.ts';
import * as kms from '../../functions/shell/aws/lean/kms.ts';
import * as sfn from '../../functions/shell/aws/lean/sfn.ts';
import * as sns from '../../functions/shell/aws/lean/sns.ts';

export const leanConfig = (endpoint: string) => ({
  endpoint,
  region: 'cn-northwest-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 3,
});
export type LeanConfig = ReturnType<typeof leanConfig>;

export interface Client {
  send(command: never): Promise<unknown>;
}
export type Maker = new (input: never) => object;

/** With the name of the table. */
export const tables = (input: object) => ({ TableName: 'sunlight', ...input });
const values = { ':pk': 'C#1', ':n': 7, ':list': [1, 'zwei', { 三: null }], ':no': undefined };
/** Every call the bundles make: the SDK's client and command, ours, and an input for both. */
export const leanCases: readonly [
  string,
  (config: LeanConfig) => Client,
  Maker,
  (config: LeanConfig) => unknown,
  unknown,
  object,
][] = [
  [
    'Query',
    (config) =>
      DynamoDBDocumentClient.from(new DynamoDBClient(config), { marshallOptions: { removeUndefinedValues: true } }),
    QueryCommand,
    (config) => dynamodb.DynamoDBDocumentClient.from(dynamodb.DynamoDBClient.call(undefined, config)),
    dynamodb.QueryCommand,
    tables({
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: values,
      ExclusiveStartKey: { pk: 'C#1', sk: 'A' },
      ConsistentRead: true,
      Limit: 2,
    }),
  ],
  [
    'BatchGet',
    (config) => DynamoDBDocumentClient.from(new DynamoDBClient(config)),
    BatchGetCommand,
    (config) => dynamodb.DynamoDBDocumentClient.from(config),
    dynamodb.BatchGetCommand,
    { RequestItems: { sunlight: { Keys: [{ pk: 'C#1', sk: 'A' }], ConsistentRead: true } } },
  ],
  [
    'TransactWrite',
    (config) =>
      DynamoDBDocumentClient.from(new DynamoDBClient(config), { marshallOptions: { removeUndefinedValues: true } }),
    TransactWriteCommand,
    (config) => dynamodb.DynamoDBDocumentClient.from(config),
    dynamodb.TransactWriteCommand,
    {
      TransactItems: [
        {
          Put: tables({
            Item: { pk: 'C#1', sk: 'A', version: 1, record: { gone: undefined, fen: 125_050, 名: '中文' } },
          }),
        },
        { Delete: tables({ Key: { pk: 'C#1', sk: 'B' } }) },
        {
          ConditionCheck: tables({
            Key: { pk: 'C#2', sk: 'A' },
            ConditionExpression: 'version = :v',
            ExpressionAttributeValues: { ':v': 3 },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        },
      ],
    },
  ],
  [
    'Decrypt',
    (config) => new KMSClient(config),
    DecryptCommand,
    (config) => kms.KMSClient.call(undefined, config),
    kms.DecryptCommand,
    { CiphertextBlob: new Uint8Array([1, 2, 255]), EncryptionContext: { purpose: 'sunlight-master-key' } },
  ],
  [
    'StartQueryExecution',
    (config) => new AthenaClient(config),
    StartQueryExecutionCommand,
    (config) => athena.AthenaClient.call(undefined, config),
    athena.StartQueryExecutionCommand,
    { QueryString: 'SELECT 1', WorkGroup: 'sunlight', ExecutionParameters: ["'649900'"] },
  ],
  [
    'GetQueryResults',
    (config) => new AthenaClient(config),
    GetQueryResultsCommand,
    (config) => athena.AthenaClient.call(undefined, config),
    athena.GetQueryResultsCommand,
    { QueryExecutionId: 'q-1', MaxResults: 1_000 },
  ],
  [
    'StartExecution',
    (config) => new SFNClient(config),
    StartExecutionCommand,
    (config) => sfn.SFNClient.call(undefined, config),
    sfn.StartExecutionCommand,
    { stateMachineArn: 'docket', name: 'docket-649900-2026-10-09', input: '{"on":"2026-10-09"}' },
  ],
  [
    'Publish',
    (config) => new SNSClient(config),
    PublishCommand,
    (config) => sns.SNSClient.call(undefined, config),
    sns.PublishCommand,
    {
      TopicArn: 'topic',
      Message: '{"subject":"超时限 & 督办"}',
      MessageAttributes: { notificationId: { DataType: 'String', StringValue: 'a (1)*' } },
    },
  ],
];
