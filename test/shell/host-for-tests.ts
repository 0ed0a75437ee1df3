/**
 * A tiny host that the engine tests kill: starts the engine in the folder given, then writes events and prints the number of
 * each one acknowledged. With `exit` as second argument it ends by itself after ten.
 */
import { dynamoCaseStore } from '../../functions/shell/aws/dynamo-case-store.ts';
import { dynamoClient } from '../../functions/shell/aws/dynamo-client.ts';
import { startEngine } from '../../infra/local/dynoxide.ts';
import { ensureTable } from '../../infra/local/ensure-table.ts';

const [dir = '', mode] = process.argv.slice(2);
const { endpoint } = await startEngine(dir);
await ensureTable(endpoint, 'sunlight');
const store = dynamoCaseStore({
  client: dynamoClient({ LOCAL_DYNAMODB_ENDPOINT: endpoint }),
  tableName: 'sunlight',
});
for (let n = 1; mode !== 'exit' || n <= 10; n += 1) {
  const sk = String(n).padStart(12, '0');
  await store.commit([
    { kind: 'put-new', role: 'version', item: { pk: 'E#kill', sk, record: { n } } },
    { kind: 'put', role: 'other', item: { pk: 'C#kill', sk: 'A', version: n, record: { n } } },
  ]);
  process.stdout.write(`${n}\n`);
}
process.exit(0);
