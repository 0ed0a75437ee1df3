import { randomUUID } from 'node:crypto';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { type Command, commandNamed, operationOf } from './command.ts';
import { callJson, type JsonService } from './json-rpc.ts';
import type { ClientConfig } from './send.ts';

/** The part of `@aws-sdk/lib-dynamodb` that the case store uses, under the same names. */
export const BatchGetCommand = commandNamed('BatchGetItem');
export const QueryCommand = commandNamed('Query');
export const TransactWriteCommand = commandNamed('TransactWriteItems');

const refused = (name: string): unknown =>
  function refuse() {
    throw new Error(`${name} is not among the calls of this program`);
  };
/** The table toolbox names these; no step may use them (design decisions 2 and 3). */
export const BatchWriteCommand = refused('BatchWrite');
export const DeleteCommand = refused('Delete');
export const GetCommand = refused('Get');
export const PutCommand = refused('Put');
export const ScanCommand = refused('Scan');
export const TransactGetCommand = refused('TransactGet');
export const UpdateCommand = refused('Update');

const service: JsonService = { service: 'dynamodb', target: 'DynamoDB_20120810', version: '1.0' };
/** The SDK's document commands are named a little differently from the operations. */
const operations: Readonly<Record<string, string>> = { BatchGet: 'BatchGetItem', TransactWrite: 'TransactWriteItems' };

type Attributes = Readonly<Record<string, unknown>>;
const Attributes = z.record(z.string(), z.unknown());
const Input = z.looseObject({
  RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(Attributes) })).optional(),
  TransactItems: z.array(z.record(z.string(), z.looseObject({}))).optional(),
  ExclusiveStartKey: Attributes.optional(),
  ExpressionAttributeValues: Attributes.optional(),
});

const packed = (value: Attributes): unknown => marshall(value, { removeUndefinedValues: true });
const unpacked = (value: unknown): Attributes => unmarshall(value as Parameters<typeof unmarshall>[0]);

/** Attributes lie under these names wherever a request has any. */
function packedIn(part: Attributes): Attributes {
  const names = ['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey'];
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]): [string, unknown][] =>
      value === undefined ? [] : [[name, names.includes(name) ? packed(value as Attributes) : value]],
    ),
  );
}

function requestOf(input: Command['input']): Attributes {
  const { RequestItems, TransactItems, ...rest } = Input.parse(input);
  return {
    ...packedIn(rest),
    ...(RequestItems && {
      RequestItems: mapped(RequestItems, ({ Keys, ...more }) => ({ ...more, Keys: Keys.map(packed) })),
    }),
    ...(TransactItems && {
      TransactItems: TransactItems.map((one) => mapped(one, packedIn)),
      // The same token when the answer was lost and the request is sent again: it is applied once.
      ClientRequestToken: rest['ClientRequestToken'] ?? randomUUID(),
    }),
  };
}

const mapped = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const Reply = z.looseObject({
  Items: z.array(z.unknown()).optional(),
  LastEvaluatedKey: z.unknown().optional(),
  Responses: z.record(z.string(), z.array(z.unknown())).optional(),
  UnprocessedKeys: z.record(z.string(), z.looseObject({ Keys: z.array(z.unknown()) })).optional(),
});

function replyOf(body: unknown): Attributes {
  const { Items, LastEvaluatedKey, Responses, UnprocessedKeys, ...rest } = Reply.parse(body);
  return {
    ...rest,
    ...(Items && { Items: Items.map(unpacked) }),
    ...(LastEvaluatedKey !== undefined && { LastEvaluatedKey: unpacked(LastEvaluatedKey) }),
    ...(Responses && { Responses: mapped(Responses, (items) => items.map(unpacked)) }),
    ...(UnprocessedKeys && {
      UnprocessedKeys: mapped(UnprocessedKeys, ({ Keys, ...more }) => ({ ...more, Keys: Keys.map(unpacked) })),
    }),
  };
}

/** In the place of the SDK's low-level client: only its configuration. */
export function DynamoDBClient(this: unknown, config: ClientConfig): ClientConfig {
  return { ...config };
}

/** In the place of the SDK's document client. Errors carry the service's name for them and its cancellation reasons. */
export const DynamoDBDocumentClient = {
  from: (config: ClientConfig) => ({
    send: async (command: object): Promise<Attributes> => {
      const named = operationOf(command);
      const { input } = command as Command;
      return replyOf(
        await callJson(service, config, { operation: operations[named] ?? named, input: requestOf(input) }),
      );
    },
  }),
};
