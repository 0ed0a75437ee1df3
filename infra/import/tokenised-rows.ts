import type { ImportTable } from '../../functions/supervision/imported-row.ts';
import type { ImportTokens } from '../../schemas/import-tokens.ts';
import type { ApiClient } from '../local/api-client.ts';
import { patiently } from './import-client.ts';
import type { RawRow, RowReader } from './raw-row.ts';
import { type ClearNumber, clearNumber, type NumberColumn, numberColumns } from './token-columns.ts';

const BATCH = 500;
/** Tokens remembered: a household's account is asked for once and not every month. */
const REMEMBERED = 200_000;

const nameOf = ({ kind, value }: ClearNumber): string => `${kind} ${value}`;

/** Asks the host for tokens and remembers them for this run; nothing of it is written anywhere. */
export function tokenSource(client: ApiClient, purpose: string) {
  const known = new Map<string, string>();
  const ask = async (numbers: readonly ClearNumber[]): Promise<void> => {
    const options = { body: { numbers }, purpose };
    const { tokens } = (await patiently(client, 'POST /v1/imports/tokens', options)) as ImportTokens;
    for (const [i, one] of numbers.entries()) known.set(nameOf(one), tokens[i] ?? '');
  };
  return {
    async learn(numbers: readonly ClearNumber[]): Promise<void> {
      if (known.size > REMEMBERED) known.clear();
      const wanted = [...new Map(numbers.map((one) => [nameOf(one), one])).values()];
      const fresh = wanted.filter((one) => !known.has(nameOf(one)));
      for (let at = 0; at < fresh.length; at += BATCH) await ask(fresh.slice(at, at + BATCH));
    },
    tokenOf: (one: ClearNumber): string | undefined => known.get(nameOf(one)),
  };
}
export type TokenSource = ReturnType<typeof tokenSource>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const numbersIn = (row: RawRow, columns: readonly NumberColumn[]): readonly ClearNumber[] =>
  columns.flatMap(({ from, kind }) => clearNumber(kind, row.values[from]) ?? []);

/** A row with tokens for its numbers; one that holds no number of its kind, or number and token both, is refused. */
function withTokens(row: RawRow, columns: readonly NumberColumn[], source: TokenSource | undefined): RawRow {
  const values: Record<string, unknown> = { ...row.values };
  for (const { from, to, kind } of columns) {
    if (!(from in values)) continue;
    const given = values[from];
    delete values[from];
    if (isEmpty(given)) continue;
    const number = clearNumber(kind, given);
    if (!source) return { ...row, values: {}, fault: { column: from, code: 'number-needs-tokens' } };
    if (!number || !isEmpty(values[to])) return { ...row, values: {}, fault: { column: from, code: 'number-invalid' } };
    values[to] = source.tokenOf(number);
  }
  return { ...row, values };
}

/**
 * Rows with tokens in the place of identity numbers, phones, addresses and accounts; a lot is asked about together. Without a source of
 * tokens a row with a number is refused.
 */
export async function* tokenisedRows(rows: RowReader, table: ImportTable, source?: TokenSource): RowReader {
  const columns = numberColumns(table);
  if (columns.length === 0) return yield* rows;
  for await (const lot of rows) {
    await source?.learn(lot.flatMap((row) => numbersIn(row, columns)));
    yield lot.map((row) => (row.fault ? row : withTokens(row, columns, source)));
  }
}
