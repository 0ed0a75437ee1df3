import { activeSubscriptions, deliverTo } from '../../functions/shell/deliver-changes.ts';
import type { Ports } from '../../functions/shell/ports.ts';

/** Far beyond what a round takes: the local host has no limit on a delivery. */
const BUDGET_MS = 600_000;

export interface CallbackDriver {
  /** Delivers to every receiver that has something due, each by itself; those under way are left to go on. Answers how many messages. */
  run(): Promise<number>;
  /** Waits for the deliveries under way. */
  stop(): Promise<void>;
}

/** The local driver of callbacks: the same delivery as behind the queue on AWS. */
export function callbackDriver(of: { readonly ports: Ports; counties(): Promise<readonly string[]> }): CallbackDriver {
  const underWay = new Map<string, Promise<number>>();
  const start = (id: string): Promise<number> => {
    const delivery = deliverTo(of.ports, id, { owner: 'local', budgetMs: BUDGET_MS })
      .then(({ sent }) => sent)
      .catch((error: unknown) => {
        process.stderr.write(`callback ${id}: ${String(error)}\n`);
        return 0;
      })
      .finally(() => underWay.delete(id));
    underWay.set(id, delivery);
    return delivery;
  };
  let stopped = false;
  const runAll = async (): Promise<number> => {
    const counties = await of.counties();
    const ids = (await Promise.all(counties.map((county) => activeSubscriptions(of.ports.store, county)))).flat();
    if (stopped) return 0;
    const running = ids.map((id) => underWay.get(id) ?? start(id));
    return (await Promise.all(running)).reduce((sum, sent) => sum + sent, 0);
  };
  const rounds = new Set<Promise<number>>();
  return {
    run() {
      const round = runAll()
        .catch((error: unknown) => {
          process.stderr.write(`callbacks: ${String(error)}\n`);
          return 0;
        })
        .finally(() => rounds.delete(round));
      rounds.add(round);
      return round;
    },
    async stop() {
      stopped = true;
      await Promise.all(rounds);
      await Promise.all(underWay.values());
    },
  };
}
