import * as z from 'zod';
import { CivilDate } from '../../../schemas/dates.ts';
import { CountyCode } from '../../../schemas/ids.ts';
import {
  closeDocketTask,
  compactLakeTask,
  deliverAlertsTask,
  openDocketTask,
  raiseAlertsTask,
  sealLedgerTask,
} from '../docket.ts';
import { moveCasesTask } from '../moved-cases.ts';
import type { Ports } from '../ports.ts';
import { recountTask } from '../recount.ts';
import { eventsInLake } from './events-in-lake.ts';
import { once, productionPorts, settingOf } from './production-ports.ts';

const Done = z.object({ raised: z.int().optional(), delivered: z.int().optional() });

/** What the state machine hands to a task: county, day, and what the tasks before it answered. */
const Task = z.strictObject({
  task: z.enum([
    'open-docket',
    'move-cases',
    'recount-terms',
    'raise-alerts',
    'deliver-alerts',
    'seal-ledger',
    'compact-lake',
    'close-docket',
  ]),
  countyCode: CountyCode,
  on: CivilDate,
  done: z.record(z.string(), Done),
});
type Task = z.infer<typeof Task>;

const sum = (done: Task['done'], of: 'raised' | 'delivered'): number =>
  Object.values(done).reduce((total, one) => total + (one[of] ?? 0), 0);

async function run(ports: Ports, { task, done, ...of }: Task): Promise<z.infer<typeof Done>> {
  switch (task) {
    case 'open-docket':
      await openDocketTask(ports, { ...of, counties: settingOf(process.env, 'SUNLIGHT_COUNTIES').split(',') });
      return {};
    case 'move-cases':
      await moveCasesTask(ports, of);
      return {};
    case 'recount-terms':
      await recountTask(ports, of);
      return {};
    case 'raise-alerts':
      return { raised: await raiseAlertsTask(ports, of) };
    case 'deliver-alerts':
      return { delivered: await deliverAlertsTask(ports, of) };
    case 'seal-ledger':
      await sealLedgerTask(ports, of);
      return {};
    case 'compact-lake':
      await compactLakeTask(ports, of);
      return {};
    case 'close-docket': {
      const counts = { raised: sum(done, 'raised'), delivered: sum(done, 'delivered') };
      await closeDocketTask(ports, { ...of, ...counts, eventsInLake: () => eventsInLake(ports.sql, of.countyCode) });
      return {};
    }
  }
}

const ports = once(() => productionPorts(process.env));

/** The Lambda behind every task of the docket. Repeating a task changes nothing; what it throws makes it come again. */
export const handler = (event: unknown): Promise<z.infer<typeof Done>> => run(ports(), Task.parse(event));
