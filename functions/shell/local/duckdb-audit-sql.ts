import { randomUUID } from 'node:crypto';
import { inRange, keepRun, keptRun } from '../kept-result.ts';
import { readBounds } from '../lake/bounds.ts';
import { ROW_CEILING } from '../lake/ceilings.ts';
import type { AuditSql, CaseStore, ObjectStore, QueryRun } from '../ports.ts';
import { queryInSandbox, type SandboxedQuery, type SandboxLimits } from './duckdb-sandbox.ts';

export interface DuckdbAuditSqlOptions {
  /** Where the counties' watermarks stand. */
  readonly store: Pick<CaseStore, 'load'>;
  readonly objects: ObjectStore;
  /** Folder of the objects whose keys begin with `lake/`: `<root>/objects/lake`. */
  readonly lakeDir: string;
  /** 30 seconds by default, once its turn has come. */
  readonly timeoutMs?: number;
  /** `ROW_CEILING` by default. */
  readonly maxRows?: number;
  /** By how much of the region is asked when absent. */
  readonly maxBytes?: number;
}

export interface LocalAuditSql extends AuditSql {
  /** Waits for the runs under way. */
  close(): Promise<void>;
}

const runIdShape = /^duck-[0-9a-f-]{36}$/;

const interrupted = (runId: string): QueryRun => ({
  runId,
  state: 'failed',
  reason: '查询已中断，请重新提交 The run was interrupted: ask again',
});

/** Our own refusals are written for readers; of the engine's errors only the first line, which names no file. */
const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return error instanceof Error && error.name === 'QueryRefused'
    ? text
    : `查询失败 The query failed: ${text.split('\n')[0]?.replaceAll(/(\/[\w.-]+){2,}/g, '…') ?? ''}`;
};

/**
 * Audit queries on the local host: DuckDB over the Parquet files the recorder wrote, one run at a time, each in a sandbox of its
 * own. A result is kept as an object, so a poll after a restart finds it; a run that a restart broke off reads as failed.
 */
export function duckdbAuditSql(options: DuckdbAuditSqlOptions): LocalAuditSql {
  const { store, objects, lakeDir, timeoutMs = 30_000, maxRows = ROW_CEILING, maxBytes } = options;
  const limits: SandboxLimits = { timeoutMs, maxRows, ...(maxBytes !== undefined && { maxBytes }) };
  const open = new Map<string, QueryRun>();
  let tail: Promise<void> = Promise.resolve();

  const answer = async (query: Omit<SandboxedQuery, 'bounds'>) => {
    const bounds = await readBounds(store, query.counties);
    return queryInSandbox({ ...query, bounds }, { objects, lakeDir }, limits);
  };
  const perform = async (runId: string, query: Omit<SandboxedQuery, 'bounds'>): Promise<void> => {
    const done: QueryRun = await answer(query).then(
      (found) => ({ runId, state: 'succeeded', ...found }),
      (error: unknown) => ({ runId, state: 'failed', reason: reasonOf(error) }),
    );
    // It reads as running until it is kept: whoever was told a result finds it after a restart too.
    await keepRun(objects, done).then(
      () => open.delete(runId),
      () => open.set(runId, done),
    );
  };

  return {
    async start(query) {
      const runId = `duck-${randomUUID()}`;
      open.set(runId, { runId, state: 'running' });
      tail = tail.then(() => perform(runId, query));
      return runId;
    },
    async result(runId, range) {
      const known = open.get(runId) ?? (runIdShape.test(runId) ? await keptRun(objects, runId) : null);
      return known ? inRange(known, range) : interrupted(runId);
    },
    close: () => tail,
  };
}
