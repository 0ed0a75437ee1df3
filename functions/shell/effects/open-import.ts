import type { ImportManifest, ImportPlan } from '../../../schemas/history-import.ts';
import type { OpenImportEffect } from '../../core/effect.ts';
import { Problem } from '../../core/problem.ts';
import { canonicalText, hashOfJson, sha256 } from '../hash.ts';
import type { ImportPorts } from '../imports/import-plan.ts';
import { importManifestObject, importPlanKey } from '../keys.ts';

const planOf = ({ importId, manifest, sha256: hash, purpose }: OpenImportEffect): ImportPlan => ({
  importId,
  countyCode: manifest.countyCode,
  manifest: hash,
  pieces: manifest.files.reduce((sum, { pieces }) => sum + pieces.length, 0),
  rows: manifest.files.reduce((sum, { rows }) => sum + rows, 0),
  files: manifest.files.map(fileOf),
  purpose,
  checked: 0,
  loaded: 0,
});

const fileOf = ({ pieces, ...file }: ImportManifest['files'][number]): ImportPlan['files'][number] => ({
  ...file,
  pieces: pieces.length,
  stored: hashOfJson(pieces),
});

/** Keeps the plan of an import and its manifest, byte for byte what the hash is of. Safe to perform again: the first plan stays. */
export async function openImport({ store, objects }: ImportPorts, effect: OpenImportEffect): Promise<object> {
  const text = canonicalText(effect.manifest);
  if (sha256(text) !== effect.sha256)
    throw new Problem('input-invalid', { errors: [{ path: 'sha256', message: '与清单不符 is not of the manifest' }] });
  await objects.put(importManifestObject(effect.importId), Buffer.from(text), { ifAbsent: true });
  const item = { ...importPlanKey(effect.importId), version: 1, record: planOf(effect) };
  const result = await store.commit([{ kind: 'put-new', role: 'replay', item }]);
  return !result.ok && result.role === 'conflict' ? openImport({ store, objects } as ImportPorts, effect) : {};
}
