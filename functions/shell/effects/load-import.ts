import { countyObject, importManifest } from '../../../schemas/lake-zones.ts';
import type { LoadImportEffect } from '../../core/effect.ts';
import { type ImportPorts, keepProgress, keptPlan, type PlannedPiece, until } from '../imports/import-plan.ts';
import { importPieceObject } from '../keys.ts';

/**
 * Copies the pieces of a recorded import to the lake's zone of imports, under their hashes, for a while; the next call goes on. The manifest
 * goes first: nothing stands in the zone that no manifest names. Safe to perform again.
 */
export async function loadImport(ports: ImportPorts, { importId }: LoadImportEffect): Promise<object> {
  const kept = await keptPlan(ports, importId);
  const { plan, pieces, manifest } = kept;
  const { countyCode } = plan;
  let { loaded } = plan;
  if (loaded === 0) await ports.objects.put(importManifest(countyCode, plan.manifest), manifest, { ifAbsent: true });
  const over = until();
  while (loaded < pieces.length && !over()) {
    const { table, piece } = pieces[loaded] as PlannedPiece;
    const bytes = await ports.objects.get(importPieceObject(importId, piece.sha256));
    if (!bytes) throw new Error(`a piece of ${importId} is gone: ${piece.sha256}`);
    const key = countyObject('imports', { table, countyCode, ym: piece.ym, name: piece.sha256 });
    await ports.objects.put(key, bytes, { ifAbsent: true });
    loaded += 1;
  }
  if (loaded > plan.loaded) await keepProgress(ports, kept, { loaded });
  return { state: loaded === pieces.length ? 'loaded' : 'loading', pieces: pieces.length, loaded };
}
