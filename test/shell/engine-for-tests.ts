import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoCaseStore } from '../../functions/shell/aws/dynamo-case-store.ts';
import { dynamoClient } from '../../functions/shell/aws/dynamo-client.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';
import { startEngine } from '../../infra/local/dynoxide.ts';
import { ensureTable } from '../../infra/local/ensure-table.ts';

export interface TestEngine {
  readonly store: CaseStore;
  readonly client: DynamoDBDocumentClient;
  readonly endpoint: string;
  readonly tableName: string;
  /** A folder of its own, removed by `stop`. */
  readonly dir: string;
  stop(): Promise<void>;
}

/** A real engine with an empty table for one test file; on LOCAL_DYNAMODB_ENDPOINT, when set, a fresh table there. */
export async function startTestEngine(): Promise<TestEngine> {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-'));
  const { endpoint, stop } = await startEngine(dir);
  const tableName = process.env['LOCAL_DYNAMODB_ENDPOINT'] ? `sunlight-${Date.now()}-${process.pid}` : 'sunlight';
  await ensureTable(endpoint, tableName);
  const client = dynamoClient({ LOCAL_DYNAMODB_ENDPOINT: endpoint });
  return {
    store: dynamoCaseStore({ client, tableName }),
    client,
    endpoint,
    tableName,
    dir,
    async stop() {
      client.destroy();
      await stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
