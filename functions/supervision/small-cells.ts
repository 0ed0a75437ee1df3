import type { Actor } from '../../schemas/actor.ts';
import type { QueryRunView, SmallCells } from '../../schemas/audit-query.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { AskedRun } from '../core/facts.ts';
import { parameterOn } from '../law/parameters.ts';

/** What small cells a query has, by the county's parameter on the day it is asked; undefined where it counts no households. */
export function smallCellsOf(
  { counts, sums }: Pick<SmallCells, 'counts' | 'sums'>,
  parameters: readonly ParameterRecord[],
  on: CivilDate,
): SmallCells | undefined {
  if (counts.length === 0) return undefined;
  return { below: Number(parameterOn(parameters, 'query.smallCell', { on })?.value), counts, sums };
}

type Row = NonNullable<QueryRunView['rows']>[number];

/** Every column of a result may count: where the asker wrote the query, nobody said which do. */
export const anyColumn = '*';

/** Whether a row tells of so few households that they could be told apart: nobody at all is no household. */
const isSmall = (row: Row, counted: readonly number[], below: number): boolean =>
  counted.some((i) => typeof row[i] === 'number' && row[i] > 0 && row[i] < below);

/** What is withheld of a small row: its figures; words stay where any column may be a figure. */
const isFigure = (cell: Row[number], any: boolean): boolean => !any || typeof cell === 'number';

/**
 * A run as the caller may see it. Those above the county see aggregates (PIPL §6): in a row with a small count every count and sum is
 * withheld, since the one could be worked out from the others; `withheld` says of how many rows.
 */
export function withoutSmallCells({ view, smallCells }: AskedRun, { post }: Pick<Actor, 'post'>): QueryRunView {
  const { columns, rows } = view;
  if ((post !== 'CITY' && post !== 'PROV') || !smallCells || !columns || !rows) return view;
  const placesOf = (names: readonly string[]) =>
    columns.flatMap((name, i) => (names.includes(name) || names.includes(anyColumn) ? [i] : []));
  const counted = placesOf(smallCells.counts);
  const figures = placesOf([...smallCells.counts, ...smallCells.sums]);
  const any = smallCells.counts.includes(anyColumn);
  const small = rows.filter((row) => isSmall(row, counted, smallCells.below));
  if (small.length === 0) return view;
  const shown = rows.map((row) =>
    small.includes(row) ? row.map((cell, i) => (figures.includes(i) && isFigure(cell, any) ? null : cell)) : row,
  );
  return { ...view, rows: shown, withheld: small.length };
}
