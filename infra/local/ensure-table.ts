import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { localEngine } from '../../functions/shell/aws/dynamo-client.ts';
import { tableNameOf, tableShape } from '../../functions/shell/aws/table.ts';

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

async function create(client: DynamoDBClient, tableName: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      KeySchema: [...tableShape.keySchema],
      AttributeDefinitions: [...tableShape.attributeDefinitions],
      GlobalSecondaryIndexes: tableShape.globalSecondaryIndexes.map((gsi) => ({
        ...gsi,
        KeySchema: [...gsi.KeySchema],
        Projection: {
          ProjectionType: gsi.Projection.ProjectionType,
          ...('NonKeyAttributes' in gsi.Projection && { NonKeyAttributes: [...gsi.Projection.NonKeyAttributes] }),
        },
      })),
      BillingMode: tableShape.billingMode,
      StreamSpecification: { StreamEnabled: true, StreamViewType: tableShape.streamViewType },
    }),
  );
}

async function waitUntilActive(client: DynamoDBClient, tableName: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await sleep(25);
  }
  throw new Error(`Table ${tableName} does not become active`);
}

/** Creates the table on a local engine when it is not there; harmless to repeat. */
export async function ensureTable(endpoint: string, tableName = tableNameOf(process.env)): Promise<void> {
  const client = new DynamoDBClient(localEngine(endpoint));
  try {
    await create(client, tableName);
    await waitUntilActive(client, tableName);
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { AttributeName: tableShape.timeToLiveAttribute, Enabled: true },
      }),
    );
  } catch (error) {
    if (!isNamed(error, 'ResourceInUseException')) throw error;
    await waitUntilActive(client, tableName);
  } finally {
    client.destroy();
  }
}
