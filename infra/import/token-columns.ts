import type * as z from 'zod';
import { type ImportTable, importColumns } from '../../functions/supervision/imported-row.ts';
import { ResidentId } from '../../schemas/ids.ts';
import type { ImportTokensRequest } from '../../schemas/import-tokens.ts';

export type ClearNumber = z.infer<typeof ImportTokensRequest>['numbers'][number];

/** A column of a file that holds a number in the clear, and the column that takes its token. */
export interface NumberColumn {
  readonly from: string;
  readonly to: string;
  readonly kind: ClearNumber['kind'];
}

const persons: ReadonlySet<string> = new Set(['applicant_id', 'person_id', 'person_a', 'person_b']);

function numberColumn(to: string): NumberColumn | undefined {
  if (persons.has(to)) return { from: `${to.replace(/_id$/, '')}_id_number`, to, kind: 'person' };
  if (to === 'phone_token') return { from: 'phone_number', to, kind: 'phone' };
  if (to === 'address_token') return { from: 'address', to, kind: 'address' };
  return to === 'account_token' ? { from: 'account_number', to, kind: 'account' } : undefined;
}

/** What a file of a table may have instead of tokens: `person_id_number` for `person_id`, `account_number` for `account_token` … */
export const numberColumns = (table: ImportTable): readonly NumberColumn[] =>
  importColumns(table).flatMap(({ name }) => numberColumn(name) ?? []);

const forms: Readonly<Record<ClearNumber['kind'], (value: string) => boolean>> = {
  person: (value) => ResidentId.safeParse(value).success,
  phone: (value) => /^[\d +()-]{5,25}$/.test(value),
  address: (value) => value.length <= 200,
  account: (value) => /^\d{6,30}$/.test(value),
};

/** A number as it is asked about; undefined when it is none of its kind. */
export function clearNumber(kind: ClearNumber['kind'], value: unknown): ClearNumber | undefined {
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const told = kind === 'person' ? text.trim().toUpperCase() : text.trim();
  return forms[kind](told) ? { kind, value: told } : undefined;
}
