import type { Actor } from '../../schemas/actor.ts';
import { type QueryAskedBody, RunRecord } from '../../schemas/audit-query.ts';
import type { StartQueryEffect } from '../core/effect.ts';
import type { AskedRun } from '../core/facts.ts';
import { fold } from '../core/fold.ts';
import type { LogState } from '../core/log-fold.ts';
import { seal } from '../core/perform.ts';
import { Problem } from '../core/problem.ts';
import { actOf, type RunAsked } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { lawPackOn } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { hashOfEvent, hashOfJson } from './hash.ts';
import { eventKey, headKey, runKey } from './keys.ts';
import type { Item, Ports, Write } from './ports.ts';
import { writesBetween } from './projection.ts';

const ATTEMPTS = 12;

export interface Asker {
  readonly actor: Actor;
  /** Id of the step that asks. */
  readonly step: string;
}

type Sources = Pick<Ports, 'store' | 'sql' | 'clock'>;

const requestHashOf = ({ query, params, purpose }: StartQueryEffect): string => hashOfJson({ query, params, purpose });

/** The event of the access log and what follows from it. */
function noteWrites(effect: StartQueryEffect, asker: Asker, of: { head: Item | undefined; at: string }): Write[] {
  const { actor, step } = asker;
  const id = actor.orgCode || actor.clientId;
  const before = of.head ? ({ ...(of.head.record as object), parts: {} } as LogState) : undefined;
  const { runId, query, params, counties, purpose } = effect;
  const body: QueryAskedBody = {
    type: 'query-asked',
    data: {
      act: actOf({ id: step }),
      runId,
      query,
      params: { ...params },
      counties: [...counties],
      purpose,
      person: actor.personId,
      at: of.at,
    },
  };
  const meta = {
    subject: { kind: 'access', id },
    before,
    actor,
    step,
    at: of.at,
    countyCode: counties[0] ?? countyOf(id),
    lawPack: lawPackOn(civilDateOf(of.at)),
    calendar: '',
  } as const;
  const event = seal(body, meta, hashOfEvent);
  const item = { ...eventKey('access', id, event.seq), version: event.seq, record: event };
  return [
    ...writesBetween('access', id, { before, after: fold(before, event) }),
    { kind: 'put-new', role: 'version', item },
  ];
}

/** Notes who asked what and why, together with the run itself: neither is ever there without the other. */
async function note(sources: Sources, effect: StartQueryEffect, asker: Asker): Promise<void> {
  const { actor } = asker;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const items = await sources.store.load([headKey('access', actor.orgCode || actor.clientId), runKey(effect.runId)]);
    const known = items.find(({ pk }) => pk === runKey(effect.runId).pk);
    if (known) {
      if (RunRecord.parse(known.record).requestHash === requestHashOf(effect)) return;
      throw new Problem('idempotency-key-reused');
    }
    const at = sources.clock.now();
    const { runId, query, sql, values, counties, smallCells } = effect;
    const record: RunRecord = {
      runId,
      query,
      sql,
      values: [...values],
      counties: [...counties],
      ...(smallCells && { smallCells }),
      requestHash: requestHashOf(effect),
      by: actor.personId,
      at,
    };
    const head = items.find(({ sk }) => sk === 'HEAD');
    const result = await sources.store.commit([
      ...noteWrites(effect, asker, { head, at }),
      { kind: 'put-new', role: 'unique', item: { ...runKey(runId), version: 1, record } },
    ]);
    if (result.ok) return;
  }
  throw new Problem('too-busy');
}

/** The run's number at the engine, which starts it when nobody has yet: after a crash the next poll does. */
async function started(sources: Sources, item: Item): Promise<string> {
  const record = RunRecord.parse(item.record);
  if (record.engineRunId !== undefined) return record.engineRunId;
  const { sql, values, counties, runId } = record;
  const engineRunId = await sources.sql.start({ sql, values, counties });
  const version = item.version ?? 1;
  const moved = { ...runKey(runId), version: version + 1, record: { ...record, engineRunId } };
  const result = await sources.store.commit([{ kind: 'put-at', role: 'version', item: moved, expected: version }]);
  if (result.ok) return engineRunId;
  // Another poll started it at the same time; both runs answer alike, the one that was written down counts.
  const [now] = await sources.store.load([runKey(runId)]);
  return (now && RunRecord.parse(now.record).engineRunId) ?? engineRunId;
}

/**
 * Notes a query in the access log and starts it; asked again under the same run number it does nothing twice. Throws `Problem`
 * `idempotency-key-reused` when the number stands for another question, `too-busy` when the log could not be written.
 */
export async function startQuery(sources: Sources, effect: StartQueryEffect, asker: Asker): Promise<void> {
  await note(sources, effect, asker);
  const [item] = await sources.store.load([runKey(effect.runId)]);
  if (!item) throw new Error(`the run ${effect.runId} was not kept`);
  await started(sources, item);
}

/** A run as it stands now, with the rows of the range; undefined when there is none of that number. */
export async function readRun(sources: Sources, { runId, ...range }: RunAsked): Promise<AskedRun | undefined> {
  const [item] = await sources.store.load([runKey(runId)]);
  if (!item) return undefined;
  const { query, counties, smallCells } = RunRecord.parse(item.record);
  const result = await sources.sql.result(await started(sources, item), range);
  const { state, reason, columns, rows, total, scannedBytes } = result;
  const view = {
    runId,
    query,
    state,
    ...(reason !== undefined && { reason }),
    ...(columns && { columns: [...columns] }),
    ...(rows && { rows: rows.map((row) => [...row]) }),
    ...(total !== undefined && { total }),
    ...(scannedBytes !== undefined && { scannedBytes }),
  };
  return { counties, smallCells, view };
}
