import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as dynamodb from '../../functions/shell/aws/lean/dynamodb.ts';
import * as kms from '../../functions/shell/aws/lean/kms.ts';
import { type Client, leanCases, leanConfig, type Maker, tables } from './lean-cases.ts';
import { type Received, type RecordingServer, recordingServer } from './recording-server.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await recordingServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
  server.replies.length = 0;
});

const config = () => leanConfig(server.endpoint);

/** What matters on the wire: tokens that stand for one sending differ each time, and are only known to be there. */
function essence({ method, path, headers, body }: Received) {
  const json = headers['content-type']?.includes('json');
  const data = json
    ? (JSON.parse(body) as Record<string, unknown>)
    : Object.fromEntries([...new URLSearchParams(body)].sort());
  const token = 'ClientRequestToken' in data ? { ClientRequestToken: typeof data['ClientRequestToken'] } : {};
  return { method, path, target: headers['x-amz-target'], kind: headers['content-type'], data: { ...data, ...token } };
}

describe('the calls of the bundles', () => {
  it.each(leanCases)('say on the wire what the SDK says: %s', async (...of) => {
    const [, sdk, Sdk, lean, Lean, input] = of;
    await sdk(config())
      .send(new Sdk(input as never) as never)
      .catch(() => undefined);
    await (lean(config()) as Client).send(new (Lean as Maker)(input as never) as never);
    const [first, second] = server.received;
    if (!first || !second) throw new Error('nothing was sent');
    expect(essence(second)).toEqual(essence(first));
  });

  it('read answers as the SDK does', async () => {
    const body = JSON.stringify({
      Items: [{ pk: { S: 'C#1' }, n: { N: '12' }, m: { M: { a: { L: [{ BOOL: true }, { NULL: true }] } } } }],
      LastEvaluatedKey: { pk: { S: 'C#1' } },
      Count: 1,
    });
    server.replies.push({ status: 200, body }, { status: 200, body });
    const input = tables({ KeyConditionExpression: 'a' });
    const { $metadata: _, ...expected } = await DynamoDBDocumentClient.from(new DynamoDBClient(config())).send(
      new QueryCommand(input),
    );
    const lean = dynamodb.DynamoDBDocumentClient.from(config());
    expect(await lean.send(new dynamodb.QueryCommand(input))).toEqual(expected);
    server.replies.push({ status: 200, body: JSON.stringify({ Plaintext: 'AQL/' }) });
    const decrypted = await kms.KMSClient.call(undefined, config()).send(
      new kms.DecryptCommand({ CiphertextBlob: new Uint8Array([1]) }),
    );
    expect(decrypted).toEqual({ Plaintext: new Uint8Array([1, 2, 255]) });
  });

  it('name faults as the service does and keep why a transaction was cancelled', async () => {
    const reasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: { pk: { S: 'C#1' } } }];
    server.replies.push({
      status: 400,
      body: JSON.stringify({
        __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
        Message: 'cancelled',
        CancellationReasons: reasons,
      }),
    });
    const lean = dynamodb.DynamoDBDocumentClient.from(config());
    await expect(lean.send(new dynamodb.TransactWriteCommand({ TransactItems: [] }))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: 'cancelled',
      CancellationReasons: reasons,
    });
    expect(server.received).toHaveLength(1);
  });

  it('try again after a lost connection, a fault of the service and throttling, with the same token', async () => {
    server.replies.push('drop', { status: 503, body: '{}' });
    const lean = dynamodb.DynamoDBDocumentClient.from(config());
    await lean.send(new dynamodb.TransactWriteCommand({ TransactItems: [] }));
    expect(server.received).toHaveLength(3);
    expect(new Set(server.received.map(({ body }) => body)).size).toBe(1);
    server.replies.push(
      ...Array.from({ length: 3 }, () => ({ status: 400, body: '{"__type":"x#ThrottlingException"}' })),
    );
    await expect(lean.send(new dynamodb.QueryCommand({}))).rejects.toMatchObject({ name: 'ThrottlingException' });
  });

  it('give up on a service that does not answer', async () => {
    const silent = { ...config(), endpoint: 'http://127.0.0.1:9', maxAttempts: 1 };
    const lean = dynamodb.DynamoDBDocumentClient.from(silent);
    await expect(lean.send(new dynamodb.QueryCommand({}))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('know no call that the design forbids', () => {
    const forbidden = [dynamodb.ScanCommand, dynamodb.UpdateCommand, dynamodb.BatchWriteCommand, dynamodb.PutCommand];
    for (const Command of forbidden) expect(() => new (Command as Maker)({} as never)).toThrow(/not among the calls/);
  });
});
