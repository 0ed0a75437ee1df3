import type { ContinueRosterEffect } from '../../core/effect.ts';
import type { Asker } from '../access-note.ts';
import type { Ports } from '../ports.ts';
import { continueRoster as goOn } from '../roster-work.ts';

/** Goes on with a roster for a while. Safe to perform again, also while another does. */
export async function continueRoster(ports: Ports, { rosterId }: ContinueRosterEffect, asker: Asker): Promise<object> {
  await goOn(ports, rosterId, asker.actor);
  return {};
}
