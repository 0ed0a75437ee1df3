import {
  type AthenaClient,
  type ColumnInfo,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  type QueryExecution,
  type Row,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { inRange, keepRun, keptRun } from '../kept-result.ts';
import { readBounds } from '../lake/bounds.ts';
import { breadthOfWorkGroup, ROW_CEILING, tooLong, tooManyBytes, tooManyRows, workGroupOf } from '../lake/ceilings.ts';
import { preparedName } from '../lake/prepared-name.ts';
import { sqlLiteral } from '../lake/sql-piece.ts';
import { lakeValues, withLake } from '../lake-sql.ts';
import type { AuditSql, CaseStore, Clock, ObjectStore, QueryRun } from '../ports.ts';

export interface AthenaAuditSqlOptions {
  readonly client: AthenaClient;
  /** Where the counties' watermarks stand. */
  readonly store: Pick<CaseStore, 'load'>;
  readonly database: string;
  /** Where results are kept with the values of their types, so that every page is the same rows. */
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly clock: Clock;
  /** `ROW_CEILING` by default. */
  readonly maxRows?: number;
  /** Five minutes by default. */
  readonly timeoutMs?: number;
}

const A_PAGE = 1_000;
type Value = string | number | boolean | null;

const instant = (text: string): string => {
  const at = new Date(`${text.replace(/ UTC$/, '').replace(' ', 'T')}Z`);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
};

/** Athena answers text; types make numbers, truth values and ISO instants of it, as the local engine gives them. */
function cellOf(text: string | undefined, type: string | undefined): Value {
  if (text === undefined) return null;
  switch (type) {
    case 'tinyint':
    case 'smallint':
    case 'integer':
    case 'bigint':
      return Number.isSafeInteger(Number(text)) ? Number(text) : text;
    case 'float':
    case 'double':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      return text === 'true';
    case 'timestamp':
    case 'timestamp with time zone':
      return instant(text);
    default:
      return text;
  }
}

const valuesOf = (row: Row, columns: readonly ColumnInfo[]): Value[] =>
  columns.map(({ Type }, i) => cellOf(row.Data?.[i]?.VarCharValue, Type));

async function resultsOf({ client, maxRows = ROW_CEILING }: AthenaAuditSqlOptions, runId: string) {
  const rows: Value[][] = [];
  let columns: readonly ColumnInfo[] = [];
  let token: string | undefined;
  do {
    const { ResultSet, NextToken } = await client.send(
      new GetQueryResultsCommand({ QueryExecutionId: runId, MaxResults: A_PAGE, ...(token && { NextToken: token }) }),
    );
    columns = ResultSet?.ResultSetMetadata?.ColumnInfo ?? columns;
    // The first page begins with the names of the columns.
    const data = (ResultSet?.Rows ?? []).slice(token === undefined ? 1 : 0);
    rows.push(...data.map((row) => valuesOf(row, columns)));
    token = NextToken;
  } while (token !== undefined && rows.length <= maxRows);
  return { columns: columns.map(({ Name = '' }) => Name), rows };
}

const runIdShape = /^[\w-]{1,128}$/;

/** A run as it stands. What succeeded is read from Athena once and kept; failures are told by Athena itself. */
async function result(options: AthenaAuditSqlOptions, runId: string): Promise<QueryRun> {
  if (!runIdShape.test(runId)) throw new Error('no number of a run');
  const kept = await keptRun(options.objects, runId);
  if (kept) return kept;
  const run = await askedOf(options, runId);
  if (run.state === 'succeeded') await keepRun(options.objects, run);
  return run;
}

const failed = (runId: string, reason: string): QueryRun => ({ runId, state: 'failed', reason });

/** Why Athena stopped: our limits in our words, anything else as Athena says it. */
function reasonOf({ Status, Statistics, WorkGroup = '' }: QueryExecution): string {
  const reason = Status?.StateChangeReason ?? Status?.State ?? '';
  if (/bytes scanned limit/i.test(reason))
    return tooManyBytes(breadthOfWorkGroup(WorkGroup), { bytes: Statistics?.DataScannedInBytes ?? 0 });
  return `查询失败 The query failed: ${reason}`;
}

/** A run that is under way, unless it has taken too long: Athena itself would go on for half an hour. */
async function underWay(options: AthenaAuditSqlOptions, runId: string, run: QueryExecution): Promise<QueryRun> {
  const { client, clock, timeoutMs = 5 * 60_000 } = options;
  const began = run.Status?.SubmissionDateTime;
  if (!began || Date.parse(clock.now()) - began.getTime() <= timeoutMs) return { runId, state: 'running' };
  await client.send(new StopQueryExecutionCommand({ QueryExecutionId: runId }));
  return failed(runId, tooLong(timeoutMs));
}

async function askedOf(options: AthenaAuditSqlOptions, runId: string): Promise<QueryRun> {
  const { client, maxRows = ROW_CEILING } = options;
  const { QueryExecution: run = {} } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: runId }));
  const state = run.Status?.State;
  if (state === 'FAILED' || state === 'CANCELLED') return failed(runId, reasonOf(run));
  if (state !== 'SUCCEEDED') return underWay(options, runId, run);
  const found = await resultsOf(options, runId);
  if (found.rows.length > maxRows) return failed(runId, tooManyRows(maxRows));
  return { runId, state: 'succeeded', ...found, scannedBytes: run.Statistics?.DataScannedInBytes ?? 0 };
}

/**
 * Audit queries in AWS over the Glue tables of all zones (`raw_events`, `days_events` …), in the workgroup of the counties asked about,
 * which limits what is read. A query of the library is executed as it was prepared for the county, any other text is sent; either way
 * values go in as literals of the `?` marks and the counties stand in the text. Rejects with what the SDK throws.
 */
export function athenaAuditSql(options: AthenaAuditSqlOptions): AuditSql {
  const { client, store, database } = options;
  return {
    async start({ sql, values, named, ...scope }) {
      const prepared = preparedName({ named, sql }, scope);
      const marks = [...lakeValues(sql, scope, await readBounds(store, scope.counties)), ...values];
      const { QueryExecutionId } = await client.send(
        new StartQueryExecutionCommand({
          QueryString: prepared === undefined ? withLake(sql, scope) : `EXECUTE ${prepared}`,
          WorkGroup: workGroupOf(scope.counties),
          QueryExecutionContext: { Database: database },
          ...(marks.length > 0 && { ExecutionParameters: marks.map(sqlLiteral) }),
        }),
      );
      if (QueryExecutionId === undefined) throw new Error('Athena gave the run no number');
      return QueryExecutionId;
    },
    result: async (runId, range) => inRange(await result(options, runId), range),
  };
}
