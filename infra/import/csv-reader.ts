import { CsvError, type Info, type Options, parse } from 'csv-parse';
import type { ImportFault } from '../../functions/supervision/import-faults.ts';
import { LONGEST_LINE, type RawRow, type RowReader, unreadable } from './raw-row.ts';
import { type Encoding, fileFault } from './source-file.ts';

/** A record of the parser, and the line on which it ends. */
interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

const faultOf = (error: unknown): Error => {
  if (!(error instanceof CsvError)) return error as Error;
  const code: ImportFault = error.code === 'CSV_MAX_RECORD_SIZE' ? 'line-too-long' : 'csv-broken';
  const { lines } = error as CsvError & { readonly lines?: number };
  return fileFault(code, lines ?? 0);
};

/** The names of the columns; the header must name each once. */
function headerOf(record: readonly string[]): readonly string[] {
  const names = record.map((name) => name.trim());
  if (names.some((name, i) => name === '' || names.indexOf(name) !== i)) throw fileFault('column-repeated', 1);
  return names;
}

const rowOf = (names: readonly string[], { record, info }: Parsed, place: number): RawRow =>
  record.length === names.length
    ? { place, values: Object.fromEntries(names.map((name, i) => [name, record[i]])) }
    : unreadable(info.lines, 'fields-too-few');

/** What one write gave: all of it is there when the parser has answered. */
function take(parser: ReturnType<typeof parse>): Parsed[] {
  const taken: Parsed[] = [];
  for (let one = parser.read() as Parsed | null; one !== null; one = parser.read() as Parsed | null) taken.push(one);
  return taken;
}

/** Answers once the parser has taken a piece, or has failed on it. */
const written = (parser: ReturnType<typeof parse>, piece: string | undefined): Promise<void> =>
  new Promise((done, failed) => {
    parser.once('error', failed);
    const end = (): void => {
      parser.off('error', failed);
      done();
    };
    if (piece === undefined) parser.end(end);
    else parser.write(piece, (error) => (error ? failed(error) : end()));
  });

const form: Options & { readonly readableHighWaterMark: number; readonly autoDestroy: boolean } = {
  relax_column_count: true,
  info: true,
  max_record_size: LONGEST_LINE,
  skip_empty_lines: true,
  bom: true,
  // All that one write gives is taken before the next: the parser must not wait for a reader meanwhile.
  readableHighWaterMark: 1_000_000,
  // Rows before a broken one can still be taken.
  autoDestroy: false,
};

/**
 * Rows of a CSV file (RFC 4180, quoted newlines, CRLF, byte order mark); a row's place is the line it begins on. Throws a file fault where
 * its quotes are broken or a record is longer than a line may be: what follows cannot be told then.
 */
export async function* csvRows(content: AsyncIterable<Buffer>, encoding: Encoding): RowReader {
  const decoder = new TextDecoder(encoding);
  const parser = parse(form);
  parser.on('error', () => {});
  let names: readonly string[] | undefined;
  let line = 0;
  const rowsOf = (parsed: readonly Parsed[]): RawRow[] =>
    parsed.flatMap((one) => {
      const place = line + 1;
      line = one.info.lines;
      if (names) return [rowOf(names, one, place)];
      names = headerOf(one.record);
      return [];
    });
  try {
    for await (const chunk of content) {
      await written(parser, decoder.decode(chunk, { stream: true }));
      yield rowsOf(take(parser));
    }
    await written(parser, undefined);
    yield rowsOf(take(parser));
  } catch (error) {
    yield rowsOf(take(parser));
    throw faultOf(error);
  } finally {
    parser.destroy();
  }
}
