import type { RecordedMonths } from '../../../schemas/lake-zones.ts';
import { addDays } from '../../law/calendar.ts';
import { instantOf } from '../../law/clock-face.ts';
import type { LakeBounds } from './bounds.ts';
import { joined, type Piece, sqlLiteral, wrapped } from './sql-piece.ts';

/** Midnight in Beijing at which a day begins, as both engines read a timestamp without zone. */
const midnight = ({ daysTo }: LakeBounds): string => instantOf(daysTo, '00:00').slice(0, 19).replace('T', ' ');

/** A day more than was compacted: who was at work at midnight may have written behind the compaction. */
const dayBefore = (day: string): string => addDays(day, -1);

/** The first day whose raw files any table is read from. */
export const filesFrom = ({ daysTo, filesTo }: LakeBounds): string => dayBefore(daysTo < filesTo ? daysTo : filesTo);

/** How rows of a table are parted between what was compacted and `raw`, so that none stands in both. */
export interface Parting {
  readonly months?: Piece;
  readonly days: Piece;
  readonly raw: Piece;
  /** Holds in every zone. */
  readonly everywhere?: readonly Piece[];
}

/** The months in which events were recorded that a query reads: engines open the files of no other month. */
const monthsOf = ({ from, to }: RecordedMonths): readonly Piece[] => [
  ...(from === undefined ? [] : [{ text: 'ym >= ?', values: () => [from] }]),
  ...(to === undefined ? [] : [{ text: 'ym <= ?', values: () => [to] }]),
];

/** Events, by the instant they were recorded. */
export const eventsParting = (recorded: RecordedMonths): Parting => ({
  everywhere: monthsOf(recorded),
  days: { text: 'recorded_at < CAST(? AS timestamp)', values: (bounds) => [midnight(bounds)] },
  raw: {
    text: 'day >= ? AND recorded_at >= CAST(? AS timestamp)',
    values: (bounds) => [bounds.daysTo, midnight(bounds)],
  },
});

/** Indices count within a county, so that each has its own bound. */
const indexParting = (counties: readonly string[], comparison: '<' | '>='): Piece =>
  wrapped(
    '(',
    joined(
      counties.map((county) => ({
        text: `county_code = ${sqlLiteral(county)} AND log_index ${comparison} ?`,
        values: ({ sealedTo }) => [sealedTo.get(county) ?? 0],
      })),
      ' OR ',
    ),
    ')',
  );

/** Rows of the ledger, by the index of their leaf. */
export const ledgerParting = (counties: readonly string[]): Parting => ({
  // A late batch of a month that is over comes into its file before the watermark moves.
  months: indexParting(counties, '<'),
  days: indexParting(counties, '<'),
  raw: joined(
    [{ text: 'day >= ?', values: ({ daysTo }) => [dayBefore(daysTo)] }, indexParting(counties, '>=')],
    ' AND ',
  ),
});

/** What is kept by versions. Whatever stands twice: of each version one counts, wherever it lies. */
export const versionsParting: Pick<Parting, 'raw'> = {
  raw: { text: 'day >= ?', values: ({ filesTo }) => [dayBefore(filesTo)] },
};
