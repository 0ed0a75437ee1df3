import { isDeepStrictEqual } from 'node:util';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Item, Key } from '../ports.ts';
import { itemOf } from './table.ts';

/** One change of one item, as the table's stream tells it. */
export interface Change {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly keys: Key;
  readonly newImage?: Item;
  readonly oldImage?: Item;
  /** Position in its shard: digits, compared by value and not as text. */
  readonly sequenceNumber: string;
}

const Image = z.record(z.string(), z.unknown());
const StreamRecord = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    Keys: Image,
    NewImage: Image.optional(),
    OldImage: Image.optional(),
    SequenceNumber: z.string(),
  }),
});
const Keys = z.object({ pk: z.string(), sk: z.string() });

const plain = (image: z.infer<typeof Image>) => unmarshall(image as Parameters<typeof unmarshall>[0]);

/**
 * The change a stream record tells (Lambda's event records and the streams API have the same form), or null for a write that
 * changed nothing: DynamoDB sends no record of those, the embedded engine does. Throws a ZodError on foreign records.
 */
export function changeOf(record: unknown): Change | null {
  const { eventName, dynamodb } = StreamRecord.parse(record);
  const newImage = dynamodb.NewImage && itemOf(plain(dynamodb.NewImage));
  const oldImage = dynamodb.OldImage && itemOf(plain(dynamodb.OldImage));
  if (eventName === 'MODIFY' && isDeepStrictEqual(newImage, oldImage)) return null;
  return {
    eventName,
    keys: Keys.parse(plain(dynamodb.Keys)),
    ...(newImage && { newImage }),
    ...(oldImage && { oldImage }),
    sequenceNumber: dynamodb.SequenceNumber,
  };
}
