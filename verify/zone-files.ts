import type { LakeRow, LakeTableName } from '../schemas/lake.ts';
import type { LakeIndex } from './lake-index.ts';
import type { CheckedLog } from './log.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

/**
 * A file of a zone that compaction wrote. Its name is a promise: `<from>-<to>` holds every row of its month of that range of the log,
 * `<month>` every row of the month up to the end of a batch, each once.
 */
interface ZoneFile {
  readonly place: string;
  readonly zone: 'days' | 'months';
  /** County and month of its folders; none where somebody laid the rows down otherwise. */
  readonly county: string | undefined;
  readonly ym: string | undefined;
  readonly name: string;
  readonly indices: number[];
}

function zoneFile(place: string): ZoneFile | undefined {
  const [, zone, , folders = '', name = ''] =
    /(?:^|\/)(days|months)\/(events|ledger)\/(.*\/)?([^/]+)\.parquet$/.exec(place.replaceAll('\\', '/')) ?? [];
  if (zone !== 'days' && zone !== 'months') return undefined;
  const [, county] = /(?:^|\/)county_code=([^/]+)\//.exec(folders) ?? [];
  const [, ym] = /(?:^|\/)ym=([^/]+)\//.exec(folders) ?? [];
  return { place, zone, county, ym, name, indices: [] };
}

/** The part of the log that a file promises, `to` exclusive; undefined for one that somebody named otherwise. */
function promised({ zone, ym, name, indices }: ZoneFile, ends: readonly number[]) {
  const [, from, to] = /^(\d{12})-(\d{12})$/.exec(name) ?? [];
  if (from !== undefined) return { from: Number(from), to: Number(to) };
  if (zone !== 'months' || name !== ym) return undefined;
  const last = indices.reduce((a, b) => Math.max(a, b), -1);
  return { from: 0, to: ends.find((end) => end > last) ?? last + 1 };
}

/** Missing rows of a zone are told together: a copy in part may lack most of them. */
const absent = (place: string, missing: readonly number[]): readonly Finding[] =>
  missing.length === 0
    ? []
    : [
        incomplete(
          `${place} index ${missing[0]}`,
          `该区缺少 ${missing.length} 行`,
          `${missing.length} rows are missing from this zone, the first of them this`,
        ),
      ];

/**
 * Whether the zones of days and of months, each for itself, hold the rows of a table that the log tells of, each once: queries read a
 * row from one zone only, so that a copy in another is no comfort. What no file promises and is not there is incomplete, never tampered.
 */
export function zoneRows(table: LakeTableName, log: Pick<CheckedLog, 'county' | 'ends'>, index: LakeIndex) {
  const seen = { days: new Uint8Array(index.size()), months: new Uint8Array(index.size()) };
  /** Rows whose absence a file was blamed for. */
  const blamed = { days: new Set<number>(), months: new Set<number>() };
  const months = new Set<string>();
  const findings: Finding[] = [];
  let open: ZoneFile | undefined;
  /** How far rows were taken from raw files, as far as the files tell. */
  const taken = { days: 0, months: 0 };

  function isMissing(file: ZoneFile, held: ReadonlySet<number>, i: number): boolean {
    return index.monthOf(i) === file.ym && !held.has(i);
  }

  function keepPromise(file: ZoneFile): void {
    const range = file.county === log.county ? promised(file, log.ends) : undefined;
    if (!range || file.ym === undefined) return;
    const { from, to } = range;
    const held = new Set(file.indices);
    if (held.size === 0)
      findings.push(tampered(file.place, '文件中没有行', 'holds no row, and is written only where there are some'));
    for (const i of held)
      if (i < from || i >= to)
        findings.push(tampered(`${file.place} index ${i}`, '不属于该文件的范围', 'not of the range of its name'));
    for (let i = from; i < Math.min(to, index.size()); i += 1)
      if (isMissing(file, held, i)) {
        blamed[file.zone].add(i);
        findings.push(tampered(`${file.place} index ${i}`, '该文件缺少此行', 'this row was taken out of the file'));
      }
    taken[file.zone] = Math.max(taken[file.zone], to);
  }

  function close(): void {
    if (open) keepPromise(open);
    if (open?.zone === 'months' && open.county === log.county && open.ym !== undefined) months.add(open.ym);
    open = undefined;
  }

  function misplaced(file: ZoneFile, row: LakeRow, at: number | undefined): readonly [string, string] | undefined {
    const { county, ym } = file;
    if (county !== undefined && row['county_code'] !== county)
      return ['所在目录属于另一县', 'lies in the folder of another county'];
    if (at === undefined || row['county_code'] !== log.county) return undefined;
    if (ym !== undefined && index.monthOf(at) !== ym)
      return ['所在目录属于另一月份', 'lies in the folder of another month'];
    return seen[file.zone][at] === 1 ? ['同一行重复出现', 'stands in this zone twice'] : undefined;
  }

  /** Rows that a zone should have and no file was blamed for. */
  function missingIn(zone: 'days' | 'months', isDue: (i: number) => boolean): readonly number[] {
    const missing: number[] = [];
    for (let i = 0; i < index.size(); i += 1)
      if (seen[zone][i] !== 1 && isDue(i) && index.monthOf(i) !== undefined && !blamed[zone].has(i)) missing.push(i);
    return missing;
  }

  /** A month that is merged is over: what was recorded in it stands there, but for what was sealed late and is not yet taken. */
  function missingMonths(): readonly Finding[] {
    const until = Math.max(taken.days, taken.months);
    return [...months].sort().flatMap((ym) => {
      const later = index.firstAfter(ym) ?? index.size();
      const missing = missingIn('months', (i) => index.monthOf(i) === ym && i < Math.max(until, later));
      return absent(`months/${table} ${ym}`, missing);
    });
  }

  return {
    /** The next file of the table; what follows are its rows. */
    file(place: string): void {
      close();
      open = zoneFile(place);
    },
    /** A row and its index in the log; undefined for one the log does not know. */
    row(row: LakeRow, place: string, at: number | undefined): void {
      if (!open) return;
      const fault = misplaced(open, row, at);
      if (fault) findings.push(tampered(place, ...fault));
      if (at === undefined || row['county_code'] !== log.county) return;
      seen[open.zone][at] = 1;
      open.indices.push(at);
      taken[open.zone] = Math.max(taken[open.zone], at + 1);
      if (open.zone === 'months') months.add(index.monthOf(at) ?? '');
    },
    findings(): readonly Finding[] {
      close();
      return [
        ...findings,
        ...absent(
          `days/${table}`,
          missingIn('days', (i) => i < taken.days),
        ),
        ...missingMonths(),
      ];
    },
  };
}
