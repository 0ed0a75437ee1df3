import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFaults, type RowFault } from '../../functions/supervision/import-faults.ts';
import type { ImportTable } from '../../functions/supervision/imported-row.ts';
import type { Encoding, Format } from './source-file.ts';

/** How a file ended: `refused` loads nothing of it; `known` was loaded before. */
export type FileState = 'refused' | 'checked' | 'loaded' | 'known';

export interface FileSummary {
  readonly name: string;
  readonly table: ImportTable;
  readonly format: Format;
  readonly encoding?: Encoding;
  readonly sha256: string;
  readonly rows: number;
  readonly refused: number;
  readonly state: FileState;
}

const BATCH = 64 * 1024;

const quoted = (text: string | number): string => `"${String(text).replaceAll('"', '""')}"`;
/** A name that a spreadsheet would compute is marked as text. */
const safe = (text: string): string => (/^[=+@\t\r-]/.test(text) ? `'${text}` : text);

/**
 * The report of a run: `refused.csv`, one line a fault, readable by spreadsheets, and `summary.json`. It names file, line and column and
 * never the value, which may be what must not be kept.
 */
export function importReport(folder: string) {
  const path = join(folder, 'refused.csv');
  let waiting = '';
  let begun = false;
  const write = async (): Promise<void> => {
    if (!begun) {
      await mkdir(folder, { recursive: true });
      await writeFile(path, '\uFEFF文件 file,行 line,列 column,代码 code,原因,reason\r\n');
      begun = true;
    }
    await appendFile(path, waiting);
    waiting = '';
  };
  return {
    folder,
    async refused(file: string, line: number, { column, code }: RowFault): Promise<void> {
      const [zh, en] = importFaults[code];
      const cells = [safe(file), line, safe(column.slice(0, 100)), code, zh, en];
      waiting += `${cells.map(quoted).join(',')}\r\n`;
      if (waiting.length > BATCH) await write();
    },
    async end(summary: object): Promise<void> {
      await write();
      await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    },
  };
}
export type ImportReport = ReturnType<typeof importReport>;
