import type { Facts } from '../core/facts.ts';
import type { FactRequest } from '../core/step.ts';
import { loggedSubject } from './ledger/logged-subject.ts';
import type { Ports } from './ports.ts';
import { readRun } from './query-runs.ts';

/** Facts that stand in no item of the table: how a query run stands, how the log does, whether an address may be called back. */
export async function readElsewhere(
  ports: Ports,
  { run, callback, logged }: FactRequest,
): Promise<Pick<Facts, 'run' | 'callback' | 'logged'>> {
  return {
    ...(logged && { logged: await loggedSubject(ports.store, logged) }),
    run: run ? await readRun(ports, run) : undefined,
    callback: callback === undefined ? undefined : (await ports.callbacks.allows(callback)) ? 'allowed' : 'refused',
  };
}
