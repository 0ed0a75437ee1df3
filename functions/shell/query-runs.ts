import { type QueryAskedBody, RunRecord } from '../../schemas/audit-query.ts';
import type { StartQueryEffect } from '../core/effect.ts';
import type { AskedRun } from '../core/facts.ts';
import { actOf, type RunAsked } from '../core/step.ts';
import { type Asker, noteOnce } from './access-note.ts';
import { hashOfJson } from './hash.ts';
import { runKey } from './keys.ts';
import type { Item, Ports } from './ports.ts';

type Sources = Pick<Ports, 'store' | 'sql' | 'clock'>;

const requestHashOf = ({ query, params, purpose, text, counties }: StartQueryEffect): string =>
  hashOfJson({ query, params, purpose, ...(text !== undefined && { text, counties }) });

const askedBody = (effect: StartQueryEffect, { actor, step }: Asker, at: string): QueryAskedBody => {
  const { runId, query, params, text, counties, purpose } = effect;
  return {
    type: 'query-asked',
    data: {
      act: actOf({ id: step }),
      runId,
      query,
      params: { ...params },
      ...(text !== undefined && { text }),
      counties: [...counties],
      purpose,
      person: actor.personId,
      at,
    },
  };
};

function recordOf(effect: StartQueryEffect, { actor }: Asker, at: string): Omit<RunRecord, 'requestHash'> {
  const { runId, query, sql, text, values, params, counties, recorded, purpose, smallCells } = effect;
  return {
    runId,
    query,
    sql,
    values: [...values],
    params: { ...params },
    ...(text !== undefined && { text }),
    counties: [...counties],
    purpose,
    ...(recorded && { recorded }),
    ...(smallCells && { smallCells }),
    by: actor.personId,
    at,
  };
}

/** Notes who asked what and why, together with the run itself. */
const note = (sources: Sources, effect: StartQueryEffect, asker: Asker): Promise<void> =>
  noteOnce(sources, {
    asker,
    counties: effect.counties,
    key: runKey(effect.runId),
    requestHash: requestHashOf(effect),
    body: (at) => askedBody(effect, asker, at),
    record: (at) => recordOf(effect, asker, at),
  });

/** The run's number at the engine, which starts it when nobody has yet: after a crash the next poll does. */
async function started(sources: Sources, item: Item): Promise<string> {
  const record = RunRecord.parse(item.record);
  if (record.engineRunId !== undefined) return record.engineRunId;
  const { sql, values, counties, recorded, runId, query, text } = record;
  const named = text === undefined ? { named: query } : {};
  const engineRunId = await sources.sql.start({ sql, values, counties, recorded, ...named });
  const version = item.version ?? 1;
  const moved = { ...runKey(runId), version: version + 1, record: { ...record, engineRunId } };
  const result = await sources.store.commit([{ kind: 'put-at', role: 'version', item: moved, expected: version }]);
  if (result.ok) return engineRunId;
  // Another poll started it at the same time; both runs answer alike, the one that was written down counts.
  const [now] = await sources.store.load([runKey(runId)]);
  return (now && RunRecord.parse(now.record).engineRunId) ?? engineRunId;
}

/**
 * Notes a query in the access log and starts it; asked again under the same run number it does nothing twice. Throws what `noteOnce`
 * throws.
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
  const { query, counties, smallCells, by, at, params, purpose, text } = RunRecord.parse(item.record);
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
  return { counties, smallCells, asked: { by, at, params, purpose, text }, view };
}
