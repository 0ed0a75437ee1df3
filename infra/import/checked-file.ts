import { join } from 'node:path';
import type { RowFault } from '../../functions/supervision/import-faults.ts';
import type { RowOwner } from '../../functions/supervision/imported-columns.ts';
import { importedRows } from '../../functions/supervision/imported-row.ts';
import { csvRows } from './csv-reader.ts';
import type { ImportReport } from './import-report.ts';
import { ndjsonRows } from './ndjson-reader.ts';
import { parquetRows } from './parquet-reader.ts';
import { type Piece, pieceWriter } from './piece-writer.ts';
import type { Progress } from './progress.ts';
import type { RawRow, RowReader } from './raw-row.ts';
import type { KeyRegister } from './repeated-keys.ts';
import { contentOf, type Encoding, encodingOf, isFileFault, type SourceFile } from './source-file.ts';
import { type TokenSource, tokenisedRows } from './tokenised-rows.ts';

/** A file that was read to its end, or to where it could not be read any more. */
export interface CheckedFile {
  readonly file: SourceFile;
  readonly encoding?: Encoding;
  readonly rows: number;
  /** Rows, or the file itself, that were refused: one is enough and nothing of the file is loaded. */
  refused: number;
  pieces: readonly Piece[];
}

export interface Checking {
  readonly owner: RowOwner;
  readonly report: ImportReport;
  readonly progress: Progress;
  readonly keys: KeyRegister;
  /** Number of the file in the run, as the register of keys knows it. */
  readonly no: number;
  /** Where pieces wait. */
  readonly folder: string;
  /** Whether pieces are written at all: not where files are only checked. */
  readonly keeps: boolean;
  /** Replaces numbers by tokens; what stays is refused. */
  readonly tokens?: TokenSource;
}

async function reader(
  file: SourceFile,
  taken: (share: number) => void,
): Promise<{ rows: RowReader; encoding?: Encoding }> {
  if (file.format === 'parquet') return { rows: parquetRows(file.path, taken) };
  const encoding = await encodingOf(file);
  const content = contentOf(file, (bytes) => taken(bytes / file.bytes));
  return { encoding, rows: file.format === 'csv' ? csvRows(content, encoding) : ndjsonRows(content) };
}

/** What is known of a file while it is read. */
interface Reading {
  readonly file: SourceFile;
  readonly checking: Checking;
  readonly writer: ReturnType<typeof pieceWriter>;
  rows: number;
  refused: number;
}

async function refuse(reading: Reading, line: number, faults: readonly RowFault[]): Promise<void> {
  if (reading.refused === 0) await reading.writer.drop();
  reading.refused += 1;
  for (const fault of faults) await reading.checking.report.refused(reading.file.name, line, fault);
}

async function take(reading: Reading, lot: readonly RawRow[], check: ReturnType<typeof importedRows>): Promise<void> {
  const { keys, no, keeps } = reading.checking;
  for (const { place, values, fault } of lot) {
    reading.rows += 1;
    const checked = fault ? { faults: [fault] } : check(values);
    if (!checked.row) {
      await refuse(reading, place, checked.faults);
      continue;
    }
    keys.add(checked.key, { file: no, place });
    if (keeps && reading.refused === 0) reading.writer.add(checked.row);
  }
  await keys.settle();
  await reading.writer.settle();
}

async function readThrough(reading: Reading): Promise<Encoding | undefined> {
  const { file, checking } = reading;
  const check = importedRows(file.table, checking.owner);
  let share = 0;
  const { rows, encoding } = await reader(file, (one) => {
    share = one;
  });
  for await (const lot of tokenisedRows(rows, file.table, checking.tokens)) {
    await take(reading, lot, check);
    checking.progress.move(share, reading.rows);
  }
  return encoding;
}

/**
 * Reads a file row by row, checks every one, reports every refused one and cuts the good ones into pieces: in memory stands a lot of rows
 * and what waits for its piece. After the first refused row nothing more is cut.
 */
export async function checkedFile(file: SourceFile, checking: Checking): Promise<CheckedFile> {
  const writer = pieceWriter(file.table, join(checking.folder, String(checking.no)));
  const reading: Reading = { file, checking, writer, rows: 0, refused: 0 };
  let encoding: Encoding | undefined;
  checking.progress.start(file.name);
  try {
    encoding = await readThrough(reading);
    if (reading.rows === 0) await refuse(reading, 0, [{ column: '', code: 'file-empty' }]);
  } catch (error) {
    if (!isFileFault(error)) throw error;
    await refuse(reading, error.line, [{ column: '', code: error.code }]);
  }
  const { rows, refused } = reading;
  return { file, rows, refused, pieces: refused === 0 ? await writer.end() : [], ...(encoding && { encoding }) };
}
