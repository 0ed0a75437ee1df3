import { ExportRecord, type QueryExportedBody } from '../../../schemas/query-export.ts';
import type { ExportRunEffect } from '../../core/effect.ts';
import { Problem } from '../../core/problem.ts';
import { actOf } from '../../core/step.ts';
import { type Asker, noteOnce } from '../access-note.ts';
import { csvFile } from '../csv.ts';
import { plainRows } from '../export-cells.ts';
import { hashOfJson, sha256 } from '../hash.ts';
import { keptResults } from '../kept-result.ts';
import { runKey } from '../keys.ts';
import type { Ports } from '../ports.ts';

type Sources = Pick<Ports, 'store' | 'objects' | 'clock'>;

/** The library that writes workbooks is loaded by the first one and by nothing else. */
const fileOf = async ({ format, sheet }: ExportRunEffect): Promise<Uint8Array> =>
  format === 'csv' ? csvFile(plainRows(sheet)) : (await import('../xlsx-file.ts')).xlsxFile(sheet);

const requestHashOf = ({ runId, format, purpose }: ExportRunEffect): string => hashOfJson({ runId, format, purpose });

async function written(sources: Sources, effect: ExportRunEffect, asker: Asker): Promise<void> {
  const { exportId, runId, query, counties, format, purpose, sheet } = effect;
  const bytes = await fileOf(effect);
  const hash = sha256(bytes);
  // By the hash as well: a second try after a crash writes other bytes, since a workbook tells the minute it was made.
  const key = `${keptResults}/exports/${exportId}/${hash.slice(0, 16)}/${query}.${format}`;
  await sources.objects.put(key, bytes, { ifAbsent: true });
  const { actor, step } = asker;
  const body = (at: string): QueryExportedBody => ({
    type: 'query-exported',
    data: {
      act: actOf({ id: step }),
      exportId,
      runId,
      query,
      counties: [...counties],
      format,
      count: sheet.rows.length,
      sha256: hash,
      purpose,
      person: actor.personId,
      at,
    },
  });
  const record = (at: string) => ({ exportId, key, sha256: hash, bytes: bytes.length, at });
  await noteOnce(sources, { asker, counties, key: runKey(exportId), requestHash: requestHashOf(effect), body, record });
}

/**
 * Writes a result into a file, notes in the access log who exported it and why, and only then gives an address. Asked again under the
 * same number it gives a further address of the same file. Throws what `noteOnce` throws.
 */
export async function exportRun(
  sources: Sources,
  effect: ExportRunEffect,
  asker: Asker,
): Promise<{ readonly url: string; readonly sha256: string; readonly bytes: number }> {
  const key = runKey(effect.exportId);
  const [known] = await sources.store.load([key]);
  if (!known) await written(sources, effect, asker);
  const [item] = await sources.store.load([key]);
  const record = ExportRecord.parse(item?.record);
  if (record.requestHash !== requestHashOf(effect)) throw new Problem('idempotency-key-reused');
  const url = await sources.objects.downloadAddress({ key: record.key, expiresAt: effect.expiresAt });
  return { url, sha256: record.sha256, bytes: record.bytes };
}
