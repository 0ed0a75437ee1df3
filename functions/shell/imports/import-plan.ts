import { ImportManifest, ImportPlan } from '../../../schemas/history-import.ts';
import type { ImportTable } from '../../supervision/imported-row.ts';
import { importManifestObject, importPlanKey } from '../keys.ts';
import type { Ports } from '../ports.ts';

export type ImportPorts = Pick<Ports, 'store' | 'objects' | 'clock'>;

/** A piece with the file it was cut from. */
export interface PlannedPiece {
  readonly file: string;
  readonly table: ImportTable;
  readonly piece: ImportManifest['files'][number]['pieces'][number];
}

export interface KeptPlan {
  readonly plan: ImportPlan;
  readonly version: number;
  readonly manifest: Uint8Array;
  readonly pieces: readonly PlannedPiece[];
}

/** The plan of an import with its pieces in their order. */
export async function keptPlan({ store, objects }: ImportPorts, importId: string): Promise<KeptPlan> {
  const [item] = await store.load([importPlanKey(importId)]);
  const manifest = await objects.get(importManifestObject(importId));
  if (!item || !manifest) throw new Error(`the plan of ${importId} was not kept`);
  const { files } = ImportManifest.parse(JSON.parse(Buffer.from(manifest).toString('utf8')));
  return {
    plan: ImportPlan.parse(item.record),
    version: item.version ?? 1,
    manifest,
    pieces: files.flatMap(({ file, table, pieces }) =>
      pieces.map((piece) => ({ file, table: table as ImportTable, piece })),
    ),
  };
}

/** Keeps how far an import came; another call that came further wins, and the work is done again without harm. */
export async function keepProgress(
  { store }: ImportPorts,
  { plan, version }: KeptPlan,
  to: Partial<Pick<ImportPlan, 'checked' | 'loaded'>>,
): Promise<void> {
  const item = { ...importPlanKey(plan.importId), version: version + 1, record: { ...plan, ...to } };
  await store.commit([{ kind: 'put-at', role: 'version', item, expected: version }]);
}

/** A call works this long and leaves the rest to the next one: far below what a gateway waits for. */
export const until = (ms = 6_000): (() => boolean) => {
  const end = performance.now() + ms;
  return () => performance.now() > end;
};
