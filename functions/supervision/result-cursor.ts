import type { RunPageQuery } from '../../schemas/audit-query.ts';
import { Problem } from '../core/problem.ts';

const shape = /^(.+)\.(\d{1,9})$/;

/** Where the next page of a run begins, as callers hold it: the run and how many rows went before. */
export const cursorAt = (runId: string, from: number): string => `${runId}.${from}`;

/** How many rows go before a page. Throws `cursor-invalid` for what this run never gave. */
export function placeOf(runId: string, { after }: Pick<RunPageQuery, 'after'>): number {
  if (after === undefined) return 0;
  const [, run, from] = shape.exec(after) ?? [];
  if (run !== runId || from === undefined) throw new Problem('cursor-invalid');
  return Number(from);
}
