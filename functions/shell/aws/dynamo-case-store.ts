import { BatchGetCommand as BatchGet, type DynamoDBDocumentClient, QueryCommand as Query } from '@aws-sdk/lib-dynamodb';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { execute as transact } from 'dynamodb-toolbox/entity/actions/transactWrite';
import * as z from 'zod';
import type { CaseStore, CommitResult, IndexName, Item, Key, Page, Write } from '../ports.ts';
import { isBusy, readCancellation } from './cancellation.ts';
import { badCursor, cursorOf, startKeyOf } from './cursor.ts';
import { type KeyCondition, type KeyRange, keyCondition } from './key-range.ts';
import { attributesOf, bindTable, indexShapes, itemOf } from './table.ts';

const ATTEMPTS = 5;

/** The store turned the work away again and again; nothing was written. The shell answers 503 with `Retry-After`. */
export const storeBusy = (cause?: unknown): Error =>
  Object.assign(new Error('存储繁忙，请稍后重试 The store is busy, try again later', { cause }), { name: 'StoreBusy' });

export interface DynamoCaseStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Waits between attempts, in milliseconds; tests pass one that does not wait. */
  readonly pause?: (ms: number) => Promise<void>;
}

type Bound = ReturnType<typeof bindTable> & {
  readonly client: DynamoDBDocumentClient;
  readonly wait: (attempt: number) => Promise<void>;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const fullJitter = (attempt: number): number => Math.random() * Math.min(1_000, 25 * 2 ** attempt);
const keyText = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

const atVersion = (expected: number) =>
  expected === 0 ? { attr: 'pk' as const, exists: false } : { attr: 'version' as const, eq: expected };

function transactionOf({ entity }: Bound, write: Write) {
  const told = { returnValuesOnConditionFalse: 'ALL_OLD' } as const;
  switch (write.kind) {
    case 'put':
      return entity.build(PutTransaction).item(attributesOf(write.item));
    case 'put-new':
      return entity
        .build(PutTransaction)
        .item(attributesOf(write.item))
        .options({ ...told, condition: atVersion(0) });
    case 'put-at':
      return entity
        .build(PutTransaction)
        .item(attributesOf(write.item))
        .options({ ...told, condition: atVersion(write.expected) });
    case 'delete':
      return entity.build(DeleteTransaction).key(write.key);
    case 'check':
      return entity.build(ConditionCheck).key(write.key).condition(atVersion(write.expected)).options(told);
  }
}

async function commit(bound: Bound, writes: readonly Write[]): Promise<CommitResult> {
  if (writes.length === 0) return { ok: true };
  const transactions = writes.map((write) => transactionOf(bound, write));
  let cause: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await bound.wait(attempt);
    try {
      await transact({ documentClient: bound.client }, ...transactions);
      return { ok: true };
    } catch (error) {
      const verdict = readCancellation(error, writes);
      if (verdict === 'unknown') throw error;
      if (verdict !== 'busy') return verdict;
      cause = error;
    }
  }
  throw storeBusy(cause);
}

const Keys = z.array(z.object({ pk: z.string(), sk: z.string() }));

/** Reads go by the SDK's own commands: an entity would take apart what `itemOf` parses anyway, at the cost of the call once more. */
async function readOnce(
  { table, client }: Bound,
  keys: readonly Key[],
): Promise<{ found: readonly Item[]; left: readonly Key[] }> {
  const name = table.getName();
  const asked = keys.map(({ pk, sk }) => ({ pk, sk }));
  try {
    const answer = await client.send(new BatchGet({ RequestItems: { [name]: { Keys: asked, ConsistentRead: true } } }));
    const left = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    return { found: (answer.Responses?.[name] ?? []).map(itemOf), left: Keys.parse(left) };
  } catch (error) {
    if (isBusy(error)) return { found: [], left: keys };
    throw error;
  }
}

async function load(bound: Bound, keys: readonly Key[]): Promise<readonly Item[]> {
  const wanted = new Map(keys.map((key) => [keyText(key), key]));
  const found = new Map<string, Item>();
  let left: readonly Key[] = [...wanted.values()];
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw storeBusy();
    if (attempt > 0) await bound.wait(attempt);
    const answer = await readOnce(bound, left);
    for (const item of answer.found) found.set(keyText(item), item);
    left = answer.left;
  }
  return [...wanted.keys()].flatMap((text) => found.get(text) ?? []);
}

interface Question {
  readonly index?: IndexName;
  readonly partition: string;
  readonly range: KeyRange & { readonly limit?: number; readonly cursor?: string };
}

/** A condition in the words of the SDK: `#p`, `#s` are the keys, the bounds stand in order. */
function conditionOf(condition: Exclude<KeyCondition, 'empty'>): { readonly text: string; readonly bounds: string[] } {
  if (condition === 'all') return { text: '#p = :p', bounds: [] };
  if ('between' in condition) return { text: '#p = :p AND #s BETWEEN :a AND :b', bounds: condition.between };
  return 'gte' in condition
    ? { text: '#p = :p AND #s >= :a', bounds: [condition.gte] }
    : { text: '#p = :p AND #s <= :a', bounds: [condition.lte] };
}

async function ask({ table, client }: Bound, { index, partition, range }: Question): Promise<Page> {
  const condition = keyCondition(range);
  const start = range.cursor === undefined ? undefined : startKeyOf(range.cursor, { index, partition });
  if (condition === 'empty') return { items: [] };
  const { text, bounds } = conditionOf(condition);
  const { name, partitionKey, sortKey } = index
    ? indexShapes[index]
    : { name: undefined, partitionKey: 'pk', sortKey: 'sk' };
  const command = new Query({
    TableName: table.getName(),
    ...(name === undefined ? { ConsistentRead: true } : { IndexName: name }),
    KeyConditionExpression: text,
    ExpressionAttributeNames: { '#p': partitionKey, ...(bounds.length > 0 && { '#s': sortKey }) },
    ExpressionAttributeValues: {
      ':p': partition,
      ...Object.fromEntries(bounds.map((bound, i) => [i === 0 ? ':a' : ':b', bound])),
    },
    ...(range.limit !== undefined && { Limit: range.limit }),
    ...(start && { ExclusiveStartKey: start }),
  });
  const { Items = [], LastEvaluatedKey } = await client.send(command).catch((error: unknown) => {
    // A start key of the right form that lies outside the range: DynamoDB turns it away, whoever made it up.
    throw start && error instanceof Error && error.name === 'ValidationException' ? badCursor() : error;
  });
  return { items: Items.map(itemOf), ...(LastEvaluatedKey && { cursor: cursorOf(LastEvaluatedKey) }) };
}

const Version = z.object({ nsk: z.string(), version: z.int().nonnegative().default(0) });

async function versions(
  { table, client }: Bound,
  partition: string,
  { prefix, cursor }: { readonly prefix?: string; readonly cursor?: string },
): ReturnType<CaseStore['versions']> {
  const start = cursor === undefined ? undefined : startKeyOf(cursor, { index: 'n', partition });
  const { Items = [], LastEvaluatedKey } = await client.send(
    new Query({
      TableName: table.getName(),
      IndexName: indexShapes.n.name,
      KeyConditionExpression: prefix ? '#p = :p AND begins_with(#i, :i)' : '#p = :p',
      ProjectionExpression: '#i, #v',
      ExpressionAttributeNames: { '#p': 'npk', '#i': 'nsk', '#v': 'version' },
      ExpressionAttributeValues: { ':p': partition, ...(prefix && { ':i': prefix }) },
      ...(start && { ExclusiveStartKey: start }),
    }),
  );
  const subjects = Items.map((item) => Version.parse(item)).map(({ nsk, version }) => ({ name: nsk, version }));
  return { subjects, ...(LastEvaluatedKey && { cursor: cursorOf(LastEvaluatedKey) }) };
}

/**
 * The case store of both hosts: the one table, one read and one transaction a command (design decision 2).
 * Errors: `StoreBusy` after bounded retries, `BadCursor`; what else the SDK throws is passed on.
 */
export function dynamoCaseStore({ client, tableName, pause = sleep }: DynamoCaseStoreOptions): CaseStore {
  const bound: Bound = { ...bindTable(client, tableName), client, wait: (attempt) => pause(fullJitter(attempt)) };
  return {
    load: (keys) => load(bound, keys),
    commit: (writes) => commit(bound, writes),
    partition: (pk, range = {}) => ask(bound, { partition: pk, range }),
    versions: (pk, range = {}) => versions(bound, pk, range),
    index: (name, pk, range = {}) => ask(bound, { index: name, partition: pk, range }),
  };
}
