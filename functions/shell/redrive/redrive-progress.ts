import * as z from 'zod';
import { hashOfJson } from '../hash.ts';
import type { CaseStore, Key } from '../ports.ts';
import type { RedriveRequest } from './redrive-request.ts';

/** How far a redrive is and what it told; `after` is the last subject that is done. */
const RedriveCounts = z.object({
  subjects: z.int(),
  events: z.int(),
  /** Rows by table of the lake. */
  rows: z.record(z.string(), z.int()),
  objects: z.int(),
  /** Changes that the feed did not have. */
  fed: z.int(),
  /** Batches of the ledger whose rows were missing in the lake. */
  ledgerRows: z.int(),
  /** Rows of lost day and month files that were put in again. */
  restored: z.int().default(0),
  /** Subjects with a gap in their events. */
  broken: z.int(),
  after: z.string().optional(),
});
export type RedriveCounts = z.infer<typeof RedriveCounts>;

/** One item a request, while it is under way. */
const progressKey = (request: RedriveRequest): Key => ({
  pk: `REDRIVE#${request.countyCode}`,
  sk: hashOfJson(request).slice(0, 32),
});

const none: RedriveCounts = {
  subjects: 0,
  events: 0,
  rows: {},
  objects: 0,
  fed: 0,
  ledgerRows: 0,
  restored: 0,
  broken: 0,
};

/** Where a request was when it broke off; the beginning where it never ran or came to its end. */
export async function begunRedrive(store: CaseStore, request: RedriveRequest): Promise<RedriveCounts> {
  const [item] = await store.load([progressKey(request)]);
  return item ? RedriveCounts.parse(item.record) : { ...none, rows: {} };
}

/** Keeps how far a request is: everything counted is stored. */
export async function keepRedrive(store: CaseStore, request: RedriveRequest, counts: RedriveCounts): Promise<void> {
  await store.commit([{ kind: 'put', role: 'other', item: { ...progressKey(request), record: counts } }]);
}

/** A request that came to its end begins anew when it is made again. */
export const endRedrive = (store: CaseStore, request: RedriveRequest): Promise<void> =>
  keepRedrive(store, request, none);
