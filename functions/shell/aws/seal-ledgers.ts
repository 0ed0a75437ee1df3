import * as z from 'zod';
import { divisionsWithLog } from '../../law/tenants.ts';
import { sealEach } from '../ledger/seal-noted.ts';
import { attendUnattended } from '../ledger/unattended.ts';
import { eventsInLake } from './events-in-lake.ts';
import { once, productionPorts, settingOf } from './production-ports.ts';

/** Which of its two schedules calls: every hour what is new, each night what no docket counts. */
const Due = z.strictObject({ due: z.enum(['hour', 'night']) });

const ports = once(() => productionPorts(process.env));

/** The Lambda that seals beside the dockets. Calling it again changes nothing; what it throws makes the schedule try again. */
export async function handler(event: unknown): Promise<void> {
  const { due } = Due.parse(event);
  if (due === 'hour') return sealEach(ports(), divisionsWithLog);
  return attendUnattended(ports(), {
    attended: settingOf(process.env, 'SUNLIGHT_COUNTIES').split(','),
    eventsInLake: (division) => eventsInLake(ports().sql, division),
  });
}
