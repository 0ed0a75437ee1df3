import type { StartQueryEffect } from '../../core/effect.ts';
import type { Asker } from '../access-note.ts';
import type { Ports } from '../ports.ts';
import { startQuery as start } from '../query-runs.ts';

/** Notes a query and starts it. Throws what `startQuery` of the query runs throws. */
export async function startQuery(ports: Ports, effect: StartQueryEffect, asker: Asker): Promise<object> {
  await start(ports, effect, asker);
  return {};
}
