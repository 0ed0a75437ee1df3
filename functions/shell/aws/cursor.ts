import * as z from 'zod';
import { type Indexed, indexShapes } from './table.ts';

/** A cursor that this store never gave for this question. The shell answers 400. */
export const badCursor = (): Error =>
  Object.assign(new Error('游标无效 The cursor is not valid here'), { name: 'BadCursor' });

const Text = z.string().min(1).max(2048);

const startKeyShape = (index: Indexed | undefined, partition: string) => {
  const base = { pk: index ? Text : z.literal(partition), sk: Text };
  if (!index) return z.strictObject(base);
  const { partitionKey, sortKey } = indexShapes[index];
  return z.strictObject({ ...base, [partitionKey]: z.literal(partition), [sortKey]: Text });
};

/** Where a page ended, as opaque text. It holds keys only, and keys never hold personal data. */
export const cursorOf = (lastEvaluatedKey: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify(lastEvaluatedKey)).toString('base64url');

/** The start key behind a cursor, which must belong to the very partition that is asked. Throws `BadCursor`. */
export function startKeyOf(
  cursor: string,
  asked: { readonly index?: Indexed | undefined; readonly partition: string },
): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return startKeyShape(asked.index, asked.partition).parse(value);
  } catch {
    throw badCursor();
  }
}
