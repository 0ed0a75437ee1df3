import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import { localEngine } from '../../functions/shell/aws/dynamo-client.ts';
import { type Change, changeOf } from '../../functions/shell/aws/stream-change.ts';
import { tableNameOf } from '../../functions/shell/aws/table.ts';
import { readIfPresent, writeDurably } from '../../functions/shell/local/durable-file.ts';
import { turns } from '../../functions/shell/local/turns.ts';

const BATCH = 500;
const POLL_MS = 250;

export interface StreamOptions {
  readonly endpoint: string;
  /** Where reading goes on after a restart; its folder must exist. */
  readonly checkpointFile: string;
  readonly tableName?: string;
  /** Called with at most 500 changes in order, one call at a time; when it throws, the same changes come again. */
  handle(changes: readonly Change[]): Promise<void>;
  /** A failed round of polling, which is tried again; by default a line on stderr. */
  onError?(error: unknown): void;
}

export interface StreamFollower {
  /** Handles everything that is in the stream by now and answers how many changes that were. Throws what `handle` throws. */
  pump(): Promise<number>;
  /** Pumps every 250 ms. */
  start(): void;
  /** Stops polling and waits for the round under way. */
  stop(): Promise<void>;
}

const Checkpoint = z.strictObject({
  streamArn: z.string(),
  /** Shard → last sequence number that was handled. */
  after: z.record(z.string(), z.string()),
});
type Checkpoint = z.infer<typeof Checkpoint>;

interface Reader extends StreamOptions {
  readonly client: DynamoDBStreamsClient;
  readonly iterators: Map<string, string>;
  /** Shards as they were last told; a further one appears only when one of them ends. */
  shards?: readonly string[];
}

const complain = (error: unknown): void => {
  process.stderr.write(`变更流暂时中断，将重试 The change stream broke off and is tried again: ${String(error)}\n`);
};

async function streamArnOf({ client, tableName = tableNameOf(process.env) }: Reader): Promise<string> {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const arn = Streams.at(-1)?.StreamArn;
  if (arn === undefined) throw new Error(`Table ${tableName} has no stream`);
  return arn;
}

async function readCheckpoint(reader: Reader, streamArn: string): Promise<Checkpoint> {
  const text = await readIfPresent(reader.checkpointFile);
  const saved = text === null ? null : Checkpoint.parse(JSON.parse(text));
  // A table that was made anew has a stream of its own, with nothing of it handled yet.
  return saved?.streamArn === streamArn ? saved : { streamArn, after: {} };
}

async function shardsOf(reader: Reader, streamArn: string): Promise<readonly string[]> {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const { StreamDescription } = await reader.client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ...(last !== undefined && { ExclusiveStartShardId: last }) }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last !== undefined);
  // Parents first, as they come: a child holds what was written after its parent was closed.
  return shards.flatMap(({ ShardId }) => ShardId ?? []);
}

interface Position {
  readonly streamArn: string;
  readonly shard: string;
  readonly after: string | undefined;
}

async function iteratorOf(reader: Reader, { streamArn, shard, after }: Position): Promise<string | undefined> {
  const start =
    after === undefined
      ? ({ ShardIteratorType: 'TRIM_HORIZON' } as const)
      : ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const);
  try {
    const command = new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shard, ...start });
    return (await reader.client.send(command)).ShardIterator;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TrimmedDataAccessException')) throw error;
    // Away for more than a day on a server that forgets: go on with what is left, the gap check finds the rest.
    (reader.onError ?? complain)(error);
    return iteratorOf(reader, { streamArn, shard, after: undefined });
  }
}

async function save(reader: Reader, checkpoint: Checkpoint): Promise<void> {
  await writeDurably({ path: reader.checkpointFile, bytes: JSON.stringify(checkpoint) });
}

/** Reads a shard to where it ends now. */
async function drain(reader: Reader, checkpoint: Checkpoint, shard: string): Promise<number> {
  let handled = 0;
  let iterator =
    reader.iterators.get(shard) ??
    (await iteratorOf(reader, { streamArn: checkpoint.streamArn, shard, after: checkpoint.after[shard] }));
  reader.iterators.delete(shard);
  while (iterator !== undefined) {
    const { Records = [], NextShardIterator } = await reader.client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: BATCH }),
    );
    const last = Records.at(-1)?.dynamodb?.SequenceNumber;
    if (last !== undefined) {
      const changes = Records.flatMap((record) => changeOf(record) ?? []);
      if (changes.length > 0) await reader.handle(changes);
      checkpoint.after[shard] = last;
      await save(reader, checkpoint);
      handled += changes.length;
    }
    iterator = NextShardIterator;
    if (iterator === undefined) delete reader.shards;
    if (last === undefined && iterator !== undefined) {
      reader.iterators.set(shard, iterator);
      break;
    }
  }
  return handled;
}

async function pumpOnce(reader: Reader, position: { checkpoint?: Checkpoint }): Promise<number> {
  position.checkpoint ??= await readCheckpoint(reader, await streamArnOf(reader));
  const { checkpoint } = position;
  let handled = 0;
  const shards = reader.shards ?? (await shardsOf(reader, checkpoint.streamArn));
  if (shards.length > 0) reader.shards = shards;
  for (const shard of shards) handled += await drain(reader, checkpoint, shard);
  return handled;
}

/**
 * Follows the table's stream from a checkpoint kept in a file: the local stand-in for the Lambda event source. At least once:
 * the checkpoint moves only after `handle` has finished.
 */
export function followStream(options: StreamOptions): StreamFollower {
  const reader: Reader = {
    ...options,
    client: new DynamoDBStreamsClient(localEngine(options.endpoint)),
    iterators: new Map(),
  };
  const position: { checkpoint?: Checkpoint } = {};
  const report = options.onError ?? complain;
  const inTurn = turns();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const pump = (): Promise<number> =>
    inTurn.take(() =>
      pumpOnce(reader, position).catch((error: unknown) => {
        reader.iterators.clear();
        delete reader.shards;
        throw error;
      }),
    );
  const poll = async (): Promise<void> => {
    await pump().catch(report);
    if (running) timer = setTimeout(poll, POLL_MS);
  };
  return {
    pump,
    start() {
      if (running) return;
      running = true;
      void poll();
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await inTurn.ended();
      reader.client.destroy();
    },
  };
}
