import { afterAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDateOf } from '../../functions/law/clock-face.ts';
import { standingMark } from '../../functions/shell/lake/lake-mark.ts';
import { eventIdOf, StoredEvent } from '../../functions/supervision/record-rows.ts';
import { extent } from '../property/extent.ts';
import { startTestEngine } from '../shell/engine-for-tests.ts';
import { breaking, type LakeCounty, lakeCounty } from './lake-county.ts';

const engine = await startTestEngine();
afterAll(() => engine.stop());

type Move =
  | { readonly kind: 'act'; readonly serial: number }
  | { readonly kind: 'wait'; readonly hours: number }
  /** Delivers the stream up to a place, beginning again before where it was: `again` changes come a second time. */
  | { readonly kind: 'record'; readonly again: number; readonly hold: number }
  | { readonly kind: 'seal' }
  | { readonly kind: 'compact'; readonly at: number; readonly after: boolean };

const some = (max: number) => fc.integer({ min: 0, max });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: some(3).map((serial) => ({ kind: 'act', serial }) as const) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }).map((hours) => ({ kind: 'wait', hours }) as const) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('record' as const), again: some(6), hold: some(3) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'seal' } as const) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('compact' as const), at: some(16), after: fc.boolean() }) },
);

/** What a reader was shown or promised so far. */
interface Shown {
  /** Places of the stream that were delivered. */
  delivered: number;
  readonly events: Set<string>;
  readonly versions: Map<string, number>;
}

/** What the recorder takes is seen at once, unless its day was compacted before either recorder or log knew of it. */
async function deliver(one: LakeCounty, shown: Shown, { again, hold }: { again: number; hold: number }): Promise<void> {
  const to = Math.max(shown.delivered, one.stream.length - hold);
  await one.record(Math.max(0, shown.delivered - again), to);
  const { mark } = await standingMark(one.ports.store, one.countyCode);
  for (const { keys, newImage } of one.stream.slice(shown.delivered, to)) {
    const event = StoredEvent.safeParse(newImage?.record).data;
    if (event && civilDateOf(event.at) >= mark.daysTo) shown.events.add(eventIdOf(event));
    if (!event) shown.versions.set(keys.pk.replace('C#', ''), newImage?.version ?? 0);
  }
  shown.delivered = to;
}

/** No event twice, none that was seen or promised away, each case at the latest version the recorder knew. */
async function look(one: LakeCounty, shown: Shown): Promise<void> {
  const seen = await one.see();
  expect(Object.entries(seen.events).filter(([, times]) => times !== 1)).toEqual([]);
  expect([...shown.events].filter((id) => !(id in seen.events))).toEqual([]);
  expect(seen.cases).toEqual(Object.fromEntries(shown.versions));
  expect(seen.log).toEqual(seen.log.map((_, i) => i));
  for (const id of Object.keys(seen.events)) shown.events.add(id);
}

async function play(one: LakeCounty, moves: readonly Move[]): Promise<void> {
  const shown: Shown = { delivered: 0, events: new Set(), versions: new Map() };
  let hours = 0;
  const wait = (more: number): void => {
    hours += more;
    one.at(new Date(Date.UTC(2026, 7, 29, 1) + hours * 3_600_000).toISOString());
  };
  for (const next of moves) {
    if (next.kind === 'act') await one.act(next.serial);
    if (next.kind === 'wait') wait(next.hours);
    if (next.kind === 'record') await deliver(one, shown, next);
    if (next.kind === 'seal') await one.seal();
    if (next.kind !== 'compact') continue;
    await one.compact(breaking(one.ports, next.at, next.after)).catch(({ message }: Error) => {
      expect(message).toBe('broken off');
    });
    await look(one, shown);
  }
  await deliver(one, shown, { again: 3, hold: 0 });
  await one.seal();
  wait(24);
  await one.compact();
  await look(one, shown);
  expect(shown.events.size).toBe(one.stream.length / 2);
}

let counties = 649_300;

it('shows each event once and each case at its latest version, however deliveries, sealing, compaction, crashes and reading come together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 30, size: 'max' }), async (moves) => {
      counties += 1;
      const one = await lakeCounty(engine.store, String(counties));
      await play(one, moves).finally(one.remove);
    }),
    { numRuns: extent.whole ? 60 : 6, endOnFailure: !extent.whole },
  );
});
