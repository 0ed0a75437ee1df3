import type { RecordedMonths } from '../../../schemas/lake-zones.ts';
import type { QuerySource } from './query-source.ts';

/** The months in which the events a query reads were recorded, where its header bounds them. */
export function monthsAsked(
  { recorded }: Pick<QuerySource, 'recorded'>,
  params: Readonly<Record<string, string>>,
): RecordedMonths | undefined {
  const month = (end: 'from' | 'to'): RecordedMonths => {
    const on = params[recorded?.[end] ?? ''];
    return on === undefined ? {} : { [end]: on.slice(0, 7) };
  };
  return recorded && { ...month('from'), ...month('to') };
}
