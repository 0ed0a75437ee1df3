import * as z from 'zod';
import type { ObjectStore, QueryRun, RowRange } from './ports.ts';

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A run that is over, as it is kept: whole, an object of its own, never changed. */
const KeptRun = z.strictObject({
  runId: z.string(),
  state: z.enum(['succeeded', 'failed']),
  reason: z.string().optional(),
  columns: z.array(z.string()).optional(),
  rows: z.array(z.array(Value)).optional(),
  scannedBytes: z.int().optional(),
});

/** Folder of the results in the object store; hosts may drop what lies there after some days: a query can be asked again. */
export const keptResults = 'query-results';

const objectOf = (runId: string): string => `${keptResults}/kept/${runId}.json`;

/** The rows of a range, and how many there are in all. Rows that stand are never moved: a range answers alike at any time. */
export function inRange(run: QueryRun, range: RowRange = {}): QueryRun {
  const { rows } = run;
  if (!rows) return run;
  const { from = 0, limit = rows.length } = range;
  return { ...run, rows: rows.slice(from, from + limit), total: rows.length };
}

/** Keeps a run that is over. Kept again it stays as it was. */
export async function keepRun(objects: Pick<ObjectStore, 'put'>, run: QueryRun): Promise<void> {
  await objects.put(objectOf(run.runId), Buffer.from(JSON.stringify(run)), { ifAbsent: true });
}

/** A run that was kept, whole; null when none of that number was. The number must be the engine's own, never a caller's. */
export async function keptRun(objects: Pick<ObjectStore, 'get'>, runId: string): Promise<QueryRun | null> {
  const bytes = await objects.get(objectOf(runId));
  return bytes && (KeptRun.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))) as QueryRun);
}
