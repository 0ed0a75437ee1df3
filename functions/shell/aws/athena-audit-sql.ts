import {
  type AthenaClient,
  type ColumnInfo,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  type Row,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { inRange, keepRun, keptRun } from '../kept-result.ts';
import { readBounds } from '../lake/bounds.ts';
import { lakeValues, sqlLiteral, withLake } from '../lake-sql.ts';
import type { AuditSql, CaseStore, ObjectStore, QueryRun } from '../ports.ts';

export interface AthenaAuditSqlOptions {
  readonly client: AthenaClient;
  /** Where the counties' watermarks stand. */
  readonly store: Pick<CaseStore, 'load'>;
  readonly workGroup: string;
  readonly database: string;
  /** Where results are kept with the values of their types, so that every page is the same rows. */
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  /** 10,000 by default. */
  readonly maxRows?: number;
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

async function resultsOf({ client, maxRows = 10_000 }: AthenaAuditSqlOptions, runId: string) {
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

async function askedOf(options: AthenaAuditSqlOptions, runId: string): Promise<QueryRun> {
  const { client, maxRows = 10_000 } = options;
  const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: runId }));
  const state = QueryExecution?.Status?.State;
  if (state === 'FAILED' || state === 'CANCELLED') {
    const reason = QueryExecution?.Status?.StateChangeReason ?? state;
    return { runId, state: 'failed', reason: `查询失败 The query failed: ${reason}` };
  }
  if (state !== 'SUCCEEDED') return { runId, state: 'running' };
  const found = await resultsOf(options, runId);
  if (found.rows.length > maxRows) {
    const reason = `结果超过 ${maxRows} 行，请缩小范围 More than ${maxRows} rows: narrow the question`;
    return { runId, state: 'failed', reason };
  }
  return {
    runId,
    state: 'succeeded',
    ...found,
    scannedBytes: QueryExecution?.Statistics?.DataScannedInBytes ?? 0,
  };
}

/**
 * Audit queries in AWS: an Athena workgroup over the Glue tables of all zones (`raw_events`, `days_events` …). Values go in as
 * literals of the `?` marks, the counties as a condition on every table. Rejects with what the SDK throws.
 */
export function athenaAuditSql(options: AthenaAuditSqlOptions): AuditSql {
  const { client, store, workGroup, database } = options;
  return {
    async start({ sql, values, ...scope }) {
      const marks = [...lakeValues(sql, scope, await readBounds(store, scope.counties)), ...values];
      const { QueryExecutionId } = await client.send(
        new StartQueryExecutionCommand({
          QueryString: withLake(sql, scope),
          WorkGroup: workGroup,
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
