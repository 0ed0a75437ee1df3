import type { Facts } from '../core/facts.ts';
import type { FactRequest } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import type { Ports } from './ports.ts';

/** A page of an index partition or of a subject's items. */
export async function listed(
  ports: Ports,
  list: NonNullable<FactRequest['list']>,
  now: string,
): Promise<Facts['list']> {
  const today = 'fromToday' in list && list.fromToday ? { from: civilDateOf(now) } : {};
  const given = Object.fromEntries(
    (['from', 'upTo', 'prefix', 'limit', 'cursor'] as const).flatMap((key) => {
      const value = (list as Record<string, unknown>)[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const range = { ...today, ...given };
  const page =
    'index' in list
      ? await ports.store.index(list.index, list.pk, range)
      : await ports.store.partition(list.partition, range);
  return { records: page.items.map(({ sk, version, record }) => ({ sk, version, record })), next: page.cursor };
}
