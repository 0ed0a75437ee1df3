import type { Facts } from '../core/facts.ts';
import type { FactRequest } from '../core/step.ts';
import type { Ports } from './ports.ts';

/** A page of an index partition or of a subject's items. */
export async function listed(ports: Ports, list: NonNullable<FactRequest['list']>): Promise<Facts['list']> {
  const range = Object.fromEntries(
    (['from', 'upTo', 'prefix', 'limit', 'cursor'] as const).flatMap((key) => {
      const value = (list as Record<string, unknown>)[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const page =
    'index' in list
      ? await ports.store.index(list.index, list.pk, range)
      : await ports.store.partition(list.partition, range);
  return { records: page.items.map(({ sk, version, record }) => ({ sk, version, record })), next: page.cursor };
}
