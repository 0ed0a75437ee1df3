import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import canonicalize from 'canonicalize';
import { parquetReadObjects } from 'hyparquet';
import { type LakeRow, type LakeTableName, type LakeValue, rawColumns } from '../schemas/lake.ts';
import { comparableRow } from '../schemas/lake-row.ts';
import { eventName } from './entry.ts';
import type { CheckedLog } from './log.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

const compressors = { ZSTD: (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes) };

interface PlacedRow {
  readonly row: LakeRow;
  readonly place: string;
}

/** A value as the lake declares it, whatever way the file laid it down. */
function plain(value: unknown): LakeValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value as LakeValue;
}

async function rowsOf(
  folder: string,
  table: LakeTableName,
): Promise<{ readonly rows: readonly PlacedRow[]; readonly findings: readonly Finding[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.parquet'))
    .map((entry) => join(entry.parentPath, entry.name));
  const rows: PlacedRow[] = [];
  const findings: Finding[] = [];
  for (const path of paths.filter((one) => one.includes(`/${table}/`)).sort()) {
    const name = path.slice(folder.length).replace(/^\/+/, '');
    try {
      const file = new Uint8Array(await readFile(path)).buffer;
      const read = await parquetReadObjects({ file, compressors, utf8: false });
      for (const [i, row] of read.entries()) {
        const text = (key: string, value: unknown): unknown =>
          value instanceof Uint8Array && isText(table, key) ? Buffer.from(value).toString('utf8') : value;
        rows.push({
          place: `${name} row ${i}`,
          row: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(text(key, value))])),
        });
      }
    } catch (error) {
      findings.push(tampered(name, '文件无法读取', `cannot be read: ${String(error)}`));
    }
  }
  return { rows, findings };
}

const isText = (table: LakeTableName, column: string): boolean =>
  rawColumns(table).some(({ name, type }) => name === column && type === 'string');

const hashOfRow = (row: LakeRow): string => sha256Hex(canonicalize(comparableRow('events', row)) ?? '');

function checkEvents(rows: readonly PlacedRow[], log: CheckedLog): readonly Finding[] {
  const sealed = new Map(
    log.manifests.flatMap(({ events }) => events.map((one) => [eventName(one), one.rowSha256] as const)),
  );
  const until = log.manifests.at(-1)?.at ?? '';
  const found = new Set<string>();
  const findings = rows.flatMap(({ row, place }): Finding[] => {
    const id = String(row['event_id']);
    found.add(id);
    const expected = sealed.get(id);
    if (expected === undefined)
      return String(row['recorded_at']) > until
        ? [incomplete(`${place} ${id}`, '尚未封存', 'recorded since the newest manifest: not sealed yet')]
        : [tampered(`${place} ${id}`, '数据湖中的行不在存证中', 'a row of no event that was sealed')];
    return hashOfRow(row) === expected
      ? []
      : [tampered(`${place} ${id}`, '数据湖中的行与封存时不符', 'not the row that was sealed')];
  });
  const missing = [...sealed.keys()].filter((id) => !found.has(id));
  return [...findings, ...missing.map((id) => incomplete(id, '数据湖中缺少该事件', 'has no row in the lake'))];
}

function checkLedger(rows: readonly PlacedRow[], log: CheckedLog): readonly Finding[] {
  return rows.flatMap(({ row, place }): Finding[] => {
    const index = Number(row['log_index']);
    const event = log.events[index];
    const at = `${place} index ${index}`;
    if (!event)
      return [
        index < log.events.length
          ? incomplete(at, '缺少事件原文', 'its entry is missing')
          : tampered(at, '存证中没有此项', 'the log has no such index'),
      ];
    const told = [row['subject_kind'], row['subject_id'], row['seq'], row['event_sha256'], row['prev_sha256'] ?? ''];
    const right = [event.subjectKind, event.subjectId, event.seq, log.sha256[index], event.prevHash];
    return told.every((value, i) => value === right[i])
      ? []
      : [tampered(at, '存证表的行与事件不符', `not ${eventName(event)} as it was sealed`)];
  });
}

/** Rows of the lake's `events` and `ledger` tables against a county's log, value by value: how files are cut or written does not matter. */
export async function verifyLake(folder: string, log: CheckedLog): Promise<Verdict> {
  const [events, ledger] = await Promise.all([rowsOf(folder, 'events'), rowsOf(folder, 'ledger')]);
  const ofCounty = ({ row }: PlacedRow): boolean => row['county_code'] === log.county;
  const eventRows = events.rows.filter(ofCounty);
  const ledgerRows = ledger.rows.filter(ofCounty);
  return {
    findings: [...events.findings, ...ledger.findings, ...checkEvents(eventRows, log), ...checkLedger(ledgerRows, log)],
    checked: { lakeRows: eventRows.length, ledgerRows: ledgerRows.length },
  };
}
