/** What the cells of a column are: worked out from the values, since a query does not say. */
export type CellKind = 'text' | 'number' | 'truth' | 'day' | 'instant';

export interface SheetColumn {
  /** Chinese and English, in one line. */
  readonly title: string;
  readonly kind: CellKind;
}

export type SheetCell = string | number | boolean | null;

/** A result as people file it: what was asked and by whom, then the rows. */
export interface ExportSheet {
  readonly title: string;
  readonly about: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}
