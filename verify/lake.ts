import canonicalize from 'canonicalize';
import { comparableRow } from '../schemas/lake-row.ts';
import { type LakeIndex, ledgerHash } from './lake-index.ts';
import { eachRow, type PlacedRow } from './lake-rows.ts';
import type { CheckedLog } from './log.ts';
import { LATE_MS } from './log-manifests.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';
import { zoneRows } from './zone-files.ts';

export { lakeIndex } from './lake-index.ts';

const hashOfRow = ({ row }: PlacedRow): string => sha256Hex(canonicalize(comparableRow('events', row)) ?? '');

/** Rows of `events`: each is the one that was sealed under its name, and none is of an event that never was. */
function eventRows(log: CheckedLog, index: LakeIndex) {
  const found = new Uint8Array(index.size());
  // What was recorded shortly before the newest manifest was fixed may rightly come into the next one.
  const until = Date.parse(log.until) - LATE_MS;
  const findings: Finding[] = [];
  const zones = zoneRows('events', log, index);
  let rows = 0;
  return {
    file: zones.file,
    row(placed: PlacedRow): void {
      const { row, place } = placed;
      const id = String(row['event_id']);
      const at = index.indexOf(id);
      zones.row(row, `${place} ${id}`, at);
      if (row['county_code'] !== log.county) return;
      rows += 1;
      if (at !== undefined) found[at] = 1;
      if (at === undefined)
        findings.push(
          !(Date.parse(String(row['recorded_at'])) < until)
            ? incomplete(`${place} ${id}`, '尚未封存', 'recorded since the newest manifest: not sealed yet')
            : tampered(`${place} ${id}`, '数据湖中的行不在存证中', 'a row of no event that was sealed'),
        );
      else if (hashOfRow(placed) !== index.rowSha256(at))
        findings.push(tampered(`${place} ${id}`, '数据湖中的行与封存时不符', 'not the row that was sealed'));
    },
    rows: () => rows,
    findings(): readonly Finding[] {
      const missing = [...index.names()].flatMap(([name, at]) =>
        found[at] === 1 ? [] : [incomplete(name, '数据湖中缺少该事件', 'has no row in the lake')],
      );
      return [...findings, ...missing, ...zones.findings()];
    },
  };
}

/** Rows of `ledger`: each tells its entry's name and hashes. */
function ledgerRows(log: CheckedLog, index: LakeIndex) {
  const findings: Finding[] = [];
  const zones = zoneRows('ledger', log, index);
  const found = new Uint8Array(index.size());
  const newest = log.newest?.size ?? 0;
  let rows = 0;
  const faultOf = (row: PlacedRow['row'], at: number): Finding | undefined => {
    const place = `index ${at}`;
    if (at >= newest && at < log.begun)
      return incomplete(place, '尚未签名', 'beyond the newest checkpoint: not signed yet');
    if (!Number.isSafeInteger(at) || at < 0 || at >= newest)
      return tampered(place, '存证中没有此项', 'the log has no such index');
    if (!index.isThere(at)) return incomplete(place, '缺少事件原文', 'its entry is missing');
    const told = ledgerHash({
      name: `${row['subject_kind']}:${row['subject_id']}#${row['seq']}`,
      sha256: String(row['event_sha256']),
      prevHash: String(row['prev_sha256'] ?? ''),
    });
    return told === index.ledgerHash(at) && row['ym'] === index.monthOf(at)
      ? undefined
      : tampered(place, '存证表的行与事件不符', 'not its event as it was sealed');
  };
  return {
    file: zones.file,
    row({ row, place }: PlacedRow): void {
      const at = Number(row['log_index']);
      zones.row(row, `${place} index ${at}`, index.isThere(at) ? at : undefined);
      if (row['county_code'] !== log.county) return;
      rows += 1;
      found[at] = 1;
      const fault = faultOf(row, at);
      if (fault) findings.push({ ...fault, place: `${place} ${fault.place}` });
    },
    rows: () => rows,
    findings(): readonly Finding[] {
      const missing = [...index.names()].flatMap(([name, at]) =>
        found[at] === 1 ? [] : [incomplete(name, '存证表中缺少该事件', 'has no row in the table of the ledger')],
      );
      return [...findings, ...missing, ...zones.findings()];
    },
  };
}

/**
 * Rows of the lake's `events` and `ledger` tables against a county's log, value by value: how files are cut or written, and in which order,
 * does not matter. In `raw` a row may stand more than once, in `days` and in `months` once. `index` was filled while the log was gone
 * through.
 */
export async function verifyLake(folder: string, log: CheckedLog, index: LakeIndex): Promise<Verdict> {
  const [events, ledger] = [eventRows(log, index), ledgerRows(log, index)];
  const unreadable = [...(await eachRow(folder, 'events', events)), ...(await eachRow(folder, 'ledger', ledger))];
  return {
    findings: [...unreadable, ...events.findings(), ...ledger.findings()],
    checked: { lakeRows: events.rows(), ledgerRows: ledger.rows() },
  };
}
