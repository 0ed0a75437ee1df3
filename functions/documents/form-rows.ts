import type { FormCell, FormRow } from '../core/paper-sheet.ts';

/** A field over the whole width of the form. No lines at all read 无. */
export const field = (label: string, value: FormCell['value']): FormRow => [{ label, value: shown(value) }];

/** Two short fields side by side. */
export const pair = (left: readonly [string, string], right: readonly [string, string]): FormRow => [
  { label: left[0], value: left[1] },
  { label: right[0], value: right[1] },
];

/** A field to be filled by hand: signatures and stamps. */
export const blank = (label: string): FormRow => [{ label, value: '' }];

/** Yes or no as forms say it. */
export const yesNo = (value: boolean): string => (value ? '是' : '否');

const shown = (value: FormCell['value']): FormCell['value'] =>
  typeof value === 'string' || value.length > 0 ? value : '无';

/** A row as lines of plain text: 标签：内容, several lines numbered below their label. */
export const rowText = (row: FormRow): readonly string[] =>
  row.flatMap(({ label, value }) =>
    typeof value === 'string' ? [`${label}：${value}`] : [`${label}：`, ...value.map((one, at) => `${at + 1}. ${one}`)],
  );
