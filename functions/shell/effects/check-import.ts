import type { PieceFault } from '../../../schemas/history-import.ts';
import type { CheckImportEffect } from '../../core/effect.ts';
import { civilDateOf } from '../../law/clock-face.ts';
import { sha256 } from '../hash.ts';
import {
  type ImportPorts,
  type KeptPlan,
  keepProgress,
  keptPlan,
  type PlannedPiece,
  until,
} from '../imports/import-plan.ts';
import { pieceFaults } from '../imports/piece-faults.ts';
import { importedPieces, importPieceObject } from '../keys.ts';

const MOST_ADDRESSES = 100;

const CONTENT = 'application/vnd.apache.parquet';

/** One-use addresses for pieces that are not there, as many as one answer holds. */
async function uploads(
  { objects }: ImportPorts,
  { plan, pieces }: KeptPlan,
  expiresAt: string,
): Promise<readonly object[]> {
  const there = new Set(await objects.list(`${importedPieces}/${plan.importId}/`));
  const missing = pieces.filter(({ piece }) => !there.has(importPieceObject(plan.importId, piece.sha256)));
  return Promise.all(
    missing.slice(0, MOST_ADDRESSES).map(async ({ piece }) => {
      const key = importPieceObject(plan.importId, piece.sha256);
      const address = { key, size: piece.bytes, contentType: CONTENT, sha256: piece.sha256, expiresAt };
      return { sha256: piece.sha256, ...(await objects.uploadAddress(address)) };
    }),
  );
}

/** What is wrong with a stored piece; undefined when it is not there. */
async function faultsOf(
  ports: ImportPorts,
  kept: KeptPlan,
  planned: PlannedPiece,
): Promise<readonly PieceFault[] | undefined> {
  const { file, table, piece } = planned;
  const { importId, countyCode: county } = kept.plan;
  const bytes = await ports.objects.get(importPieceObject(importId, piece.sha256));
  if (!bytes) return undefined;
  const told = { file, sha256: piece.sha256 };
  if (sha256(bytes) !== piece.sha256) return [{ ...told, row: 0, column: '', code: 'file-changed' }];
  const owner = { county, today: civilDateOf(ports.clock.now()) };
  return (await pieceFaults(bytes, { table, piece, owner })).map((fault) => ({ ...told, ...fault }));
}

/**
 * Checks the pieces of an import in their order, for a while; the next call goes on where this one ended. Pieces never change once they are
 * there, so none is checked twice. Safe to perform again.
 */
export async function checkImport(ports: ImportPorts, { importId, expiresAt }: CheckImportEffect): Promise<object> {
  const kept = await keptPlan(ports, importId);
  const { pieces, plan } = kept;
  let { checked } = plan;
  const state = (name: string, more: object = {}): object => ({ state: name, pieces: pieces.length, checked, ...more });
  if (checked < pieces.length) {
    const addresses = await uploads(ports, kept, expiresAt);
    if (addresses.length > 0) return state('open', { uploads: addresses });
  }
  const over = until();
  while (checked < pieces.length && !over()) {
    const faults = await faultsOf(ports, kept, pieces[checked] as PlannedPiece);
    if (faults === undefined) break;
    if (faults.length > 0) return state('refused', { faults });
    checked += 1;
  }
  if (checked > plan.checked) await keepProgress(ports, kept, { checked });
  return state(checked === pieces.length ? 'checked' : 'checking');
}
