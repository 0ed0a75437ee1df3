import type { Ports } from '../ports.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { ledgerHead } from './ledger-head.ts';

/**
 * Has the day's checkpoint of a county cosigned, and alarms when fewer witnesses did than there are (a metric and a log line in one,
 * CloudWatch embedded metric format). Answers how many are missing; a log without events needs none.
 */
export async function haveWitnessed(
  ports: Pick<Ports, 'store' | 'objects' | 'witnesses'>,
  countyCode: string,
): Promise<number> {
  const wanted = ports.witnesses?.length ?? 0;
  if (wanted === 0) return 0;
  const cosigned = await askWitnesses(ports, countyCode);
  const { size } = await ledgerHead(ports.store, countyCode);
  const missing = size === 0 ? 0 : Math.max(0, wanted - cosigned);
  if (missing === 0) return 0;
  const metric = { Namespace: 'Sunlight', Dimensions: [[]], Metrics: [{ Name: 'WitnessesMissing', Unit: 'Count' }] };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [metric] };
  process.stderr.write(
    `${JSON.stringify({ _aws, WitnessesMissing: missing, level: 'alarm', kind: 'witnesses-missing', countyCode, wanted, cosigned })}\n`,
  );
  return missing;
}
