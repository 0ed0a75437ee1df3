import { readFile } from 'node:fs/promises';
import { canonicalText, hashOfJson, sha256 } from '../../functions/shell/hash.ts';
import { importFaults } from '../../functions/supervision/import-faults.ts';
import type { HistoryImport, ImportManifest, ImportPiece, ImportProgress } from '../../schemas/history-import.ts';
import type { ApiClient } from '../local/api-client.ts';
import type { Checked } from './checked-folder.ts';
import { completed, patiently } from './import-client.ts';
import type { Piece } from './piece-writer.ts';
import type { Progress } from './progress.ts';

const announced = ({ ym, rows, bytes, sha256: hash }: Piece): ImportPiece => ({ ym, rows, bytes, sha256: hash });

/** The hash of what is stored of a file: its pieces in their order. */
export const storedHash = ({ pieces }: Pick<Checked, 'pieces'>): string => hashOfJson(pieces.map(announced));

/** The recorded import that has a file, by its own hash or by what would be stored of it. */
export const importWith = (
  imports: readonly HistoryImport[],
  of: { readonly table: string; readonly sha256: string; readonly stored?: string },
): HistoryImport | undefined =>
  imports.find(({ files }) =>
    files.some((file) => file.table === of.table && (file.sha256 === of.sha256 || file.stored === of.stored)),
  );

const manifestOf = (countyCode: string, files: readonly Checked[]): ImportManifest => ({
  countyCode,
  files: files.map(({ file, sha256: hash, rows, pieces }) => ({
    file: file.name,
    table: file.table,
    sha256: hash,
    bytes: file.bytes,
    rows,
    pieces: pieces.map(announced),
  })),
});

type Upload = NonNullable<ImportProgress['uploads']>[number];

async function upload({ url, method, headers }: Upload, path: string): Promise<void> {
  const response = await fetch(url, { method, headers, body: new Uint8Array(await readFile(path)) });
  // Whoever was broken off here before may find the piece there already.
  if (response.status >= 300 && response.status !== 412)
    throw new Error(`上传失败 upload: ${response.status} ${(await response.text()).slice(0, 400)}`);
}

const refusedBy = ({ faults = [] }: ImportProgress): Error =>
  new Error(
    [
      '主机检查后拒绝 The host refused',
      ...faults.map(({ file, row, column, code }) => {
        const words = importFaults[code as keyof typeof importFaults]?.join(' ') ?? '';
        return `${file} 第 ${row} 行 row ${column} ${code} ${words}`;
      }),
    ].join('\n'),
  );

export interface Loading {
  readonly client: ApiClient;
  readonly county: string;
  readonly purpose: string;
  readonly progress: Progress;
}

/** Uploads what is not there and has it checked, until the host has checked every piece. */
async function checkedByHost({ client, progress }: Loading, importId: string, paths: ReadonlyMap<string, string>) {
  let sent = 0;
  for (;;) {
    const told = (await patiently(client, `POST /v1/imports/${importId}/check`)) as ImportProgress;
    if (told.state === 'refused') throw refusedBy(told);
    if (told.state === 'checked') return;
    for (const one of told.uploads ?? []) {
      await upload(one, paths.get(one.sha256) ?? '');
      sent += 1;
    }
    progress.move((sent + (told.checked ?? 0)) / (2 * paths.size), sent);
  }
}

/**
 * Loads checked files: announces them, uploads their pieces, has the host check every row again, records the one event, waits until all can
 * be queried. Broken off anywhere and run again it goes on where it was. Answers the number of the import.
 */
export async function loadedPieces(files: readonly Checked[], loading: Loading): Promise<string> {
  const { client, county, purpose, progress } = loading;
  const manifest = manifestOf(county, files);
  const body = { manifest, sha256: sha256(canonicalText(manifest)), purpose };
  const paths = new Map(files.flatMap(({ pieces }) => pieces.map((piece) => [piece.sha256, piece.path] as const)));
  progress.start('上传 upload');
  const { importId, state } = (await patiently(client, 'POST /v1/imports', { body })) as ImportProgress;
  if (state !== 'recorded') await checkedByHost(loading, importId, paths);
  await completed(client, importId);
  progress.end(`${importId} ${paths.size} 份 pieces`);
  return importId;
}
