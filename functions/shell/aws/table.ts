import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { Table } from 'dynamodb-toolbox/table';
import * as z from 'zod';
import type { IndexName, Item } from '../ports.ts';

/** Environment of a process, as Node gives it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Name of the one table: `SUNLIGHT_TABLE`, else the name the local host uses. */
export const tableNameOf = (env: Env): string => env['SUNLIGHT_TABLE'] ?? 'sunlight';

/** The indexes that lists walk, and the one that is only counted. */
export type Indexed = IndexName | 'n';

const shapeOf = <N extends string, K extends Indexed>(name: N, key: K) =>
  ({ name, partitionKey: `${key}pk`, sortKey: `${key}sk` }) as const;

/** The sparse indexes. DynamoDB wants names of at least three letters, so the ports' one-letter names map to these. */
export const indexShapes = {
  w: shapeOf('worklist', 'w'),
  d: shapeOf('due', 'd'),
  k: shapeOf('kind', 'k'),
  n: shapeOf('count', 'n'),
} as const satisfies Record<Indexed, { name: string; partitionKey: string; sortKey: string }>;

/** Counting reads every subject of a county each night: it pays for names and versions, not for what they hold. */
const countedOnly = { ProjectionType: 'INCLUDE', NonKeyAttributes: ['version'] } as const;

const keySchemaOf = (partitionKey: string, sortKey: string) =>
  [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ] as const;

const keyAttributes = ['pk', 'sk', 'wpk', 'wsk', 'dpk', 'dsk', 'kpk', 'ksk', 'npk', 'nsk'] as const;

/** The table as plain data, in CreateTable's words: CDK and the local host both create it from this. */
export const tableShape = {
  keySchema: keySchemaOf('pk', 'sk'),
  attributeDefinitions: keyAttributes.map((name) => ({ AttributeName: name, AttributeType: 'S' }) as const),
  globalSecondaryIndexes: Object.values(indexShapes).map(
    (shape) =>
      ({
        IndexName: shape.name,
        KeySchema: keySchemaOf(shape.partitionKey, shape.sortKey),
        Projection: shape === indexShapes.n ? countedOnly : ({ ProjectionType: 'ALL' } as const),
      }) as const,
  ),
  billingMode: 'PAY_PER_REQUEST',
  timeToLiveAttribute: 'expiresAt',
  streamViewType: 'NEW_AND_OLD_IMAGES',
} as const;

const gsi = <K extends Indexed>(key: K) =>
  ({
    type: 'global',
    partitionKey: { name: indexShapes[key].partitionKey, type: 'string' },
    sortKey: { name: indexShapes[key].sortKey, type: 'string' },
  }) as const;

/** The table and its one generic entity, bound to a client. Records stay opaque here; zod parses them where they are read. */
export function bindTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  const table = new Table({
    documentClient,
    name: () => tableName,
    partitionKey: { name: 'pk', type: 'string' },
    sortKey: { name: 'sk', type: 'string' },
    indexes: { worklist: gsi('w'), due: gsi('d'), kind: gsi('k') },
  });
  const entity = new Entity({
    name: 'item',
    table,
    timestamps: false,
    entityAttribute: false,
    schema: item({
      pk: string().key(),
      sk: string().key(),
      version: number().optional(),
      wpk: string().optional(),
      wsk: string().optional(),
      dpk: string().optional(),
      dsk: string().optional(),
      kpk: string().optional(),
      ksk: string().optional(),
      npk: string().optional(),
      nsk: string().optional(),
      expiresAt: number().optional(),
      record: string(),
    }),
  });
  return { table, entity };
}

const Attributes = z.object({
  pk: z.string(),
  sk: z.string(),
  version: z.int().nonnegative().optional(),
  wpk: z.string().optional(),
  wsk: z.string().optional(),
  dpk: z.string().optional(),
  dsk: z.string().optional(),
  kpk: z.string().optional(),
  ksk: z.string().optional(),
  npk: z.string().optional(),
  nsk: z.string().optional(),
  expiresAt: z.int().optional(),
  record: z.string(),
});

/**
 * An item as its attributes in the table: index keys laid flat, absent ones left out, the record as one text. No condition, index or
 * filter looks into a record, and reading a county's set-up as text costs a quarter of reading it as nested attributes.
 */
export function attributesOf(value: Item): z.infer<typeof Attributes> {
  const { w, d, k, n, ...rest } = value;
  return {
    ...rest,
    record: JSON.stringify(rest.record),
    ...(w && { wpk: w.pk, wsk: w.sk }),
    ...(d && { dpk: d.pk, dsk: d.sk }),
    ...(k && { kpk: k.pk, ksk: k.sk }),
    ...(n && { npk: n.pk, nsk: n.sk }),
  };
}

const pair = (pk: string | undefined, sk: string | undefined) =>
  pk === undefined || sk === undefined ? undefined : { pk, sk };

/** The item behind a table's attributes. Throws a ZodError when another program wrote something else into the table. */
export function itemOf(attributes: unknown): Item {
  const { pk, sk, version, expiresAt, record, ...index } = Attributes.parse(attributes);
  const w = pair(index.wpk, index.wsk);
  const d = pair(index.dpk, index.dsk);
  const k = pair(index.kpk, index.ksk);
  const n = pair(index.npk, index.nsk);
  return {
    pk,
    sk,
    ...(version !== undefined && { version }),
    ...(w && { w }),
    ...(d && { d }),
    ...(k && { k }),
    ...(n && { n }),
    ...(expiresAt !== undefined && { expiresAt }),
    record: JSON.parse(record) as unknown,
  };
}
