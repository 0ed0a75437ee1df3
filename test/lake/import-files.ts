import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { type ImportTable, importColumns } from '../../functions/supervision/imported-row.ts';
import type { LakeRow, LakeValue } from '../../schemas/lake.ts';

/** A folder for files of an older system. */
export async function importFolder() {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-old-'));
  return {
    dir,
    path: (name: string): string => join(dir, name),
    write: (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(dir, name), content),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

const cell = (value: LakeValue | undefined): string =>
  value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;

export function csvOf(rows: readonly LakeRow[], newline = '\n'): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(','));
  return [names.join(','), ...lines, ''].join(newline);
}

export const ndjsonOf = (rows: readonly LakeRow[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Parquet as another program writes it: its own types, Snappy, columns in its own order. */
export function foreignParquet(table: ImportTable, rows: readonly LakeRow[]): Uint8Array {
  const types = {
    string: 'STRING',
    bigint: 'INT64',
    double: 'DOUBLE',
    boolean: 'BOOLEAN',
    timestamp: 'TIMESTAMP',
  } as const;
  const nativeOf = (type: string, value: LakeValue | undefined): unknown => {
    if (value === null || value === undefined) return null;
    if (type === 'bigint') return BigInt(value);
    return type === 'timestamp' ? new Date(String(value)) : value;
  };
  const columnData = importColumns(table)
    .toReversed()
    .map(({ name, type }) => ({
      name,
      type: types[type as keyof typeof types] ?? ('STRING' as const),
      data: rows.map((row) => nativeOf(type, row[name])),
      nullable: true,
    }));
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 100 }));
}

/** A good row of each table, as an older system of the demonstration county would deliver it. */
export const goodRows: Readonly<Record<ImportTable, LakeRow>> = {
  events: {
    event_id: 'OLD-1-1',
    subject_kind: 'case',
    subject_id: 'OLD-1',
    case_id: 'OLD-1',
    seq: 1,
    event_type: 'application-accepted',
    township_code: '649900101',
    village_code: '649900101201',
    actor_id: 't1-tc',
    actor_post: 'TC',
    recorded_at: '2024-03-31T16:30:00.000Z',
    occurred_at: '2024-03-31T16:20:00.000Z',
    lat: 37.5,
    lon: 105.25,
    attributes_json: '{"on":"2024-04-01","program":"DB_RURAL"}',
  },
  cases: {
    case_id: 'OLD-1',
    hh_id: 'OLD-H1',
    program: 'DB_RURAL',
    status: 'active',
    applicant_id: `t_${'1'.repeat(32)}`,
    township_code: '649900101',
    amount_fen: 52000,
    household_size: 3,
    accepted_at: '2024-03-31T16:00:00.000Z',
    due_on: '2024-05-08',
    emergency: false,
    first_month: '2024-05',
    as_of_on: '2024-06-30',
  },
  terms: {
    case_id: 'OLD-1',
    subject_kind: 'case',
    subject_id: 'OLD-1',
    term: 'decision',
    from_on: '2024-04-01',
    due_on: '2024-05-08',
    holder_org: '649900101',
    provisional: false,
    as_of_on: '2024-06-30',
  },
  staff: {
    staff_id: 'old-clerk-1',
    person_id: `t_${'2'.repeat(32)}`,
    role: 'TC',
    org_level: 'township',
    org_code: '649900101',
    township_code: '649900101',
    account_token: `a_${'3'.repeat(32)}`,
    active_from: '2019-01-01',
    as_of_on: '2024-06-30',
  },
  households: { hh_id: 'OLD-H1', township_code: '649900101', village_code: '649900101201', as_of_on: '2024-06-30' },
  members: {
    person_id: `t_${'1'.repeat(32)}`,
    hh_id: 'OLD-H1',
    relation: '01',
    birth_year: 1951,
    disabled: true,
    as_of_on: '2024-06-30',
  },
  kinship: {
    person_a: `t_${'2'.repeat(32)}`,
    person_b: `t_${'1'.repeat(32)}`,
    relation: 'parent',
    valid_from: '2019-01-01',
    as_of_on: '2024-06-30',
  },
  verifications: {
    case_id: 'OLD-1',
    person_id: `t_${'1'.repeat(32)}`,
    hit_type: 'vehicle',
    origin: 'vehicle-register',
    returned_at: '2024-04-09T02:00:00.000Z',
    resolved: true,
    as_of_on: '2024-06-30',
  },
  objections: {
    case_id: 'OLD-1',
    raised_at: '2024-04-20T02:00:00.000Z',
    channel: 'village-board',
    as_of_on: '2024-06-30',
  },
  payments: {
    pay_month: '2024-06',
    case_id: 'OLD-1',
    account_token: `a_${'4'.repeat(32)}`,
    amount_fen: 52000,
    paid_at: '2024-06-20T16:00:00.000Z',
    on_roster: true,
    as_of_on: '2024-06-30',
  },
  reverifications: { case_id: 'OLD-1', actor_id: 't1-tr', due_on: '2025-05-08', as_of_on: '2024-06-30' },
  villages: {
    village_code: '649900101201',
    township_code: '649900101',
    registered_households: 412,
    poverty_rate: 0.071,
    as_of_on: '2024-06-30',
  },
};
