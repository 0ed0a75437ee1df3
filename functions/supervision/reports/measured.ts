import { Program } from '../../../schemas/program.ts';
import type { RegisterLine } from '../../../schemas/report.ts';

/** One row of the query `report-measures`. */
export interface Measured {
  readonly townshipCode: string;
  readonly program: Program | '';
  readonly area: 'urban' | 'rural' | '';
  readonly class: string;
  readonly measure: string;
  readonly detail: string;
  readonly value: number;
  /** Sum of the amounts in fen behind the rows counted, 0 where there is none. */
  readonly fen: number;
}

type Cells = readonly (string | number | boolean | null)[];

const programOf = (text: string): Program | '' => Program.safeParse(text).data ?? '';
const areaOf = (text: string): RegisterLine['area'] => (text === 'urban' || text === 'rural' ? text : '');

/** The rows of a finished run. Throws an Error where a column is missing: the query and this reader belong together. */
export function measuredOf(run: {
  readonly columns?: readonly string[] | undefined;
  readonly rows?: readonly Cells[] | undefined;
}): readonly Measured[] {
  const place = (name: string): number => {
    const at = run.columns?.indexOf(name) ?? -1;
    if (at < 0) throw new Error(`report-measures has no column ${name}`);
    return at;
  };
  const at = Object.fromEntries(
    ['township_code', 'program', 'area', 'case_class', 'measure', 'detail', 'value', 'fen'].map((n) => [n, place(n)]),
  );
  return (run.rows ?? []).map((row) => {
    const text = (name: string): string => String(row[at[name] ?? -1] ?? '');
    return {
      townshipCode: text('township_code'),
      program: programOf(text('program')),
      area: areaOf(text('area')),
      class: text('case_class'),
      measure: text('measure'),
      detail: text('detail'),
      value: Number(text('value')),
      fen: Number(text('fen')),
    };
  });
}

/** How many, over the rows of a measure; with `detail` only those of that part. */
export const counted = (rows: readonly Measured[], measure: string, detail?: string): number =>
  rows
    .filter((row) => row.measure === measure && (detail === undefined || row.detail === detail))
    .reduce((sum, { value }) => sum + value, 0);

/** The amounts in fen behind the rows of a measure. */
export const amounts = (rows: readonly Measured[], measure: string, detail?: string): number =>
  rows
    .filter((row) => row.measure === measure && (detail === undefined || row.detail === detail))
    .reduce((sum, { fen }) => sum + fen, 0);

/** A measure by its parts, the largest first. */
export function parts(rows: readonly Measured[], measure: string): readonly { detail: string; value: number }[] {
  const sums = new Map<string, number>();
  for (const row of rows)
    if (row.measure === measure && row.detail !== '') sums.set(row.detail, (sums.get(row.detail) ?? 0) + row.value);
  return [...sums]
    .map(([detail, value]) => ({ detail, value }))
    .sort((a, b) => b.value - a.value || (a.detail < b.detail ? -1 : 1));
}
