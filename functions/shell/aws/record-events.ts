import * as z from 'zod';
import { recordChanges } from '../recorder.ts';
import { once, productionPorts } from './production-ports.ts';
import { type Change, changeOf } from './stream-change.ts';
import { tellAlarm } from './tell-alarm.ts';
import { wakeAll } from './wake-callbacks.ts';

const Batch = z.object({ Records: z.array(z.unknown()) });
const Position = z.object({ dynamodb: z.object({ SequenceNumber: z.string() }) });

/** What the event source takes for an answer: it goes on from the first record that is named here. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Readable changes up to the first record of a foreign form, which must not be lost silently: it goes to the failure queue. */
function readable(records: readonly unknown[]): {
  readonly changes: readonly Change[];
  readonly failed: string | undefined;
} {
  const changes: Change[] = [];
  for (const record of records) {
    try {
      const change = changeOf(record);
      if (change) changes.push(change);
    } catch {
      return { changes, failed: Position.parse(record).dynamodb.SequenceNumber };
    }
  }
  return { changes, failed: undefined };
}

const ports = once(() => productionPorts(process.env));

/** The only consumer of the table's stream (design decision 15). What it throws makes the whole batch come again. */
export async function handler(event: unknown): Promise<BatchResponse> {
  const { changes, failed } = readable(Batch.parse(event).Records);
  const { objects, store, clock } = ports();
  const wake = (counties: readonly string[]) => wakeAll(store, counties);
  if (changes.length > 0) await recordChanges(changes, { objects, store, clock, wake, alarm: tellAlarm });
  return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
}
