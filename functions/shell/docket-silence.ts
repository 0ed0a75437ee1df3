import { addDays } from '../law/calendar.ts';
import { docketIdOf } from '../supervision/open-docket.ts';
import { headKey, subjectsOf } from './keys.ts';
import { loadFacts } from './load-facts.ts';
import type { Ports } from './ports.ts';

/** Counties that had dockets before a civil day and none closed for the day before it. */
export async function silentCounties(ports: Ports, on: string, counties: readonly string[]): Promise<string[]> {
  const before = addDays(on, -1);
  const heads = await ports.store.load(
    counties.map((county) => headKey('docket', docketIdOf({ countyCode: county, on: before }))),
  );
  const isClosed = (record: unknown): boolean => (record as { head: { closed: boolean } }).head.closed;
  const closed = new Set(heads.filter(({ record }) => isClosed(record)).map(({ pk }) => pk.slice(2, 8)));
  const open = counties.filter((county) => !closed.has(county));
  const begun = await Promise.all(
    open.map(async (county) => {
      const { items } = await ports.store.index('k', subjectsOf(county, 'docket'), { limit: 1 });
      return items.some(({ k }) => (k?.sk ?? '') < docketIdOf({ countyCode: county, on }));
    }),
  );
  return open.filter((_, i) => begun[i]);
}

/** Tells the head of county civil affairs and the city which dockets were not closed. */
export async function tellOfSilence(
  ports: Ports,
  {
    countyCode,
    on,
    unclosed,
  }: { readonly countyCode: string; readonly on: string; readonly unclosed: readonly string[] },
): Promise<void> {
  const { facts } = await loadFacts(ports, { county: countyCode }, { now: ports.clock.now(), extra: [] });
  const directory = facts.county?.parts.directory;
  const day = addDays(on, -1);
  await ports.notifier.send({
    id: `silence-${docketIdOf({ countyCode, on })}`,
    countyCode,
    recipients: [...(directory?.county.head ?? []), ...(directory?.city ?? [])],
    subject: `当日限办清单未关闭 docket not closed: ${day}`,
    text: `${day}的当日限办清单未关闭：${unclosed.join('、')}。期限不因此停止，提醒将按真实日期补发。 No docket of ${day} was closed for ${unclosed.join(', ')}; terms run on and alerts are caught up with true dates.`,
    at: ports.clock.now(),
  });
}
