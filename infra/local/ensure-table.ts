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

/** Waits for the table. Throws where an older version made it, without an index that this one counts by: it would find nothing there. */
async function waitUntilActive(client: DynamoDBClient, tableName: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    const known = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
    const lacking = tableShape.globalSecondaryIndexes.find(({ IndexName }) => !known.has(IndexName));
    if (Table && lacking)
      throw new Error(
        `数据目录出自旧版本，请先 npm run reset The data folder is of an older version (no index ${lacking.IndexName}): npm run reset`,
      );
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
