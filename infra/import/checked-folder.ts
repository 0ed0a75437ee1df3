import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportFault } from '../../functions/supervision/import-faults.ts';
import type { RowOwner } from '../../functions/supervision/imported-columns.ts';
import type { ImportTable } from '../../functions/supervision/imported-row.ts';
import { type CheckedFile, checkedFile } from './checked-file.ts';
import type { ImportReport } from './import-report.ts';
import type { Progress } from './progress.ts';
import { type KeyRegister, keyRegister } from './repeated-keys.ts';
import { hashOfFile, type SourceFile } from './source-file.ts';
import type { TokenSource } from './tokenised-rows.ts';

/** A file as it lay there when it was begun. */
export interface HashedFile {
  readonly file: SourceFile;
  readonly sha256: string;
}

export type Checked = CheckedFile & HashedFile;

export interface FolderCheck {
  readonly owner: RowOwner;
  readonly report: ImportReport;
  readonly progress: Progress;
  /** A folder of the run's own: pieces and keys wait there. */
  readonly work: string;
  readonly keeps: boolean;
  readonly tokens?: TokenSource;
}

export const hashedFiles = async (files: readonly SourceFile[]): Promise<readonly HashedFile[]> => {
  const hashed: HashedFile[] = [];
  for (const file of files) hashed.push({ file, sha256: await hashOfFile(file) });
  return hashed;
};

/** Refuses a file after it was read. */
async function refuseLater(
  checked: Checked,
  check: FolderCheck,
  of: { line: number; code: ImportFault },
): Promise<void> {
  checked.refused += 1;
  checked.pieces = [];
  await check.report.refused(checked.file.name, of.line, { column: '', code: of.code });
}

/** Rows whose key an earlier row of the table has, in this file or another. */
async function refuseRepeated(all: readonly Checked[], keys: KeyRegister, check: FolderCheck): Promise<void> {
  for (const { file, place } of await keys.repeated()) {
    const checked = all[file];
    if (checked) await refuseLater(checked, check, { line: place, code: 'key-repeated' });
  }
}

/**
 * Checks files, each as a whole: one refused row refuses its file. Keys may stand once in all files of a table, so what a file came to is
 * known when all are read.
 */
export async function checkedFolder(files: readonly HashedFile[], check: FolderCheck): Promise<readonly Checked[]> {
  const registers = new Map<ImportTable, KeyRegister>();
  const all: Checked[] = [];
  for (const [no, { file, sha256 }] of files.entries()) {
    const keys = registers.get(file.table) ?? keyRegister(join(check.work, `keys-${file.table}`));
    registers.set(file.table, keys);
    const { tokens, owner, report, progress, keeps, work } = check;
    const before = await stat(file.path);
    const read = await checkedFile(file, {
      ...{ owner, report, progress, keys, no, keeps },
      folder: join(work, 'pieces'),
      ...(tokens && { tokens }),
    });
    const checked: Checked = { ...read, sha256 };
    all.push(checked);
    const after = await stat(file.path);
    if (after.size !== file.bytes || after.mtimeMs !== before.mtimeMs)
      await refuseLater(checked, check, { line: 0, code: 'file-changed' });
    progress.end(`${file.name} ${read.rows.toLocaleString('en-US')} 行 rows，${read.refused} 拒绝 refused`);
  }
  for (const keys of registers.values()) await refuseRepeated(all, keys, check);
  return all;
}
