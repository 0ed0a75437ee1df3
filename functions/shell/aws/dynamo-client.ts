import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Env } from './table.ts';

/** Form of a signature without one. */
const UNSIGNED =
  'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

/**
 * What a client of an embedded engine is made of. Region and key are free to choose: it checks no signature, and to make one would be an
 * eighth of the cost of a request.
 */
export const localEngine = (endpoint: string) => ({
  endpoint,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  signer: {
    sign: async <R extends { headers: Record<string, string> }>(request: R): Promise<R> => {
      request.headers['authorization'] = UNSIGNED;
      request.headers['x-amz-date'] = '20260101T000000Z';
      return request;
    },
  },
});

/**
 * The DynamoDB client of both hosts. With `LOCAL_DYNAMODB_ENDPOINT` it speaks to an embedded engine, which queues writers
 * instead of turning them away and so gets a longer time-out. The SDK repeats a write whose answer was lost under the same
 * request token: it is applied once.
 */
export function dynamoClient(env: Env): DynamoDBDocumentClient {
  const endpoint = env['LOCAL_DYNAMODB_ENDPOINT'];
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: endpoint ? 30_000 : 5_000,
      throwOnRequestTimeout: true,
    },
    ...(endpoint && localEngine(endpoint)),
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
