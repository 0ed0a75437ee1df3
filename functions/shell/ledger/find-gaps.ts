import { compactCounty } from '../lake/compact-county.ts';
import { ledgerHead } from './ledger-head.ts';
import { missingEntries } from './missing-entries.ts';
import { type SealPorts, sealCounty } from './seal-county.ts';

export interface GapCheck {
  /** Events of the county in the table, by its index of subjects. */
  eventsInTable(): Promise<number>;
  eventsInLake(): Promise<number>;
  /** Waited before looking again: index and recorder are some seconds behind. */
  readonly pause?: () => Promise<void>;
}

export interface Gaps {
  readonly eventsInTable: number;
  readonly eventsInLake: number;
  readonly ledger: { readonly size: number; readonly root: string; readonly manifest: string };
  /** Events that are in one place and not in the other; work goes on meanwhile and is no gap. */
  readonly gaps: { readonly ledger: number; readonly lake: number };
}

const LOOKS = 4;
const twentySeconds = (): Promise<void> => new Promise((done) => setTimeout(done, 20_000));

/** How far a count lies outside what the table had before and after it was taken. */
const outside = (count: number, [before, after]: readonly [number, number]): number =>
  count < before ? before - count : Math.max(0, count - after);

/** What was sealed late may lie behind the watermark, where only compaction brings it to light. */
async function counted(ports: SealPorts, countyCode: string, check: GapCheck & { before: number }): Promise<number> {
  const count = await check.eventsInLake();
  if (count >= check.before) return count;
  await compactCounty(ports, countyCode);
  return check.eventsInLake();
}

async function look(ports: SealPorts, countyCode: string, check: GapCheck): Promise<Gaps> {
  const before = await check.eventsInTable();
  const standing = await ledgerHead(ports.store, countyCode);
  const { size, root, manifest } = standing.size === before ? standing : await sealCounty(ports, countyCode);
  const eventsInLake = await counted(ports, countyCode, { ...check, before });
  const after = size === before && eventsInLake === before ? before : await check.eventsInTable();
  return {
    eventsInTable: before,
    eventsInLake,
    ledger: { size, root, manifest },
    gaps: { ledger: outside(size, [before, after]), lake: outside(eventsInLake, [before, after]) },
  };
}

/** A metric and a log line in one (CloudWatch embedded metric format): the alarm on it pages. */
function tell(countyCode: string, { gaps, ledger, eventsInTable, eventsInLake }: Gaps): void {
  const metric = { Namespace: 'Sunlight', Dimensions: [[]], Metrics: [{ Name: 'LedgerGap', Unit: 'Count' }] };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [metric] };
  const told = { eventsInTable, eventsInLedger: ledger.size, eventsInLake, gaps };
  process.stderr.write(
    `${JSON.stringify({ _aws, LedgerGap: gaps.ledger + gaps.lake, level: 'alarm', kind: 'ledger-gap', countyCode, ...told })}\n`,
  );
}

/**
 * Whether the events of a county in table, ledger and lake are the same ones in number: events in table − in ledger − in lake = 0.
 * An entry of the log counts only where its files are. Looks again a few times before it calls something a gap, and then raises an alarm.
 */
export async function findGaps(ports: SealPorts, countyCode: string, check: GapCheck): Promise<Gaps> {
  for (let looks = 1; ; looks += 1) {
    const looked = await look(ports, countyCode, check);
    const { ledger, lake } = looked.gaps;
    const missing = await missingEntries(ports.objects, countyCode, looked.ledger.size);
    const found = { ...looked, gaps: { ledger: ledger + missing, lake } };
    if (found.gaps.ledger + found.gaps.lake === 0) return found;
    if (looks === LOOKS) {
      tell(countyCode, found);
      return found;
    }
    await (check.pause ?? twentySeconds)();
  }
}
