import type { ArchivedFile, ArchiveManifest } from '../../../schemas/archive.ts';
import type { ExportArchiveEffect } from '../../core/effect.ts';
import { archiveSources, type Piece } from '../archive-pieces.ts';
import { sha256 } from '../hash.ts';
import { archiveObject } from '../keys.ts';
import type { ObjectStore, Ports } from '../ports.ts';

/** A poll works this long and leaves the rest to the next one: far below what a gateway waits for. */
const BUDGET = 6_000;

type Sources = Pick<Ports, 'store' | 'objects' | 'keyring' | 'clock'>;

/** Puts a piece there unless an earlier poll did, and says what lies there now. */
async function put(objects: ObjectStore, archiveId: string, piece: Piece): Promise<ArchivedFile> {
  const key = archiveObject(archiveId, piece.name);
  const known = await objects.get(key);
  if (known) return { name: piece.name, kind: piece.kind, sha256: sha256(known), bytes: known.length };
  const bytes = await piece.bytes();
  await objects.put(key, bytes, { ifAbsent: true });
  return { name: piece.name, kind: piece.kind, sha256: sha256(bytes), bytes: bytes.length };
}

const addressesOf = async (
  objects: ObjectStore,
  { archiveId, expiresAt }: ExportArchiveEffect,
  names: readonly string[],
) =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        await objects.downloadAddress({ key: archiveObject(archiveId, name), expiresAt }),
      ]),
    ),
  ) as Record<string, string>;

async function answer(objects: ObjectStore, effect: ExportArchiveEffect, manifest: ArchiveManifest): Promise<object> {
  const names = ['manifest.json', ...manifest.files.map(({ name }) => name)];
  return { state: 'succeeded', manifest, urls: await addressesOf(objects, effect, names) };
}

/**
 * Puts the folder of an archive together, piece by piece within the time of one poll; the manifest comes last and is what says that
 * the folder is whole. Safe to perform again at any point: what lies there is kept and hashed as it lies.
 */
export async function exportArchive(ports: Sources, effect: ExportArchiveEffect): Promise<object> {
  const { objects, clock } = ports;
  const manifestKey = archiveObject(effect.archiveId, 'manifest.json');
  const made = await objects.get(manifestKey);
  if (made) return answer(objects, effect, JSON.parse(Buffer.from(made).toString('utf8')) as ArchiveManifest);
  const { pieces, ...told } = await archiveSources(ports, effect);
  const until = performance.now() + BUDGET;
  const files: ArchivedFile[] = [];
  for (const piece of pieces) {
    if (performance.now() > until) return { state: 'running' };
    files.push(await put(objects, effect.archiveId, piece));
  }
  const { archiveId, caseId, program, version, retention } = effect;
  const manifest: ArchiveManifest = {
    archiveId,
    caseId,
    program,
    version,
    madeAt: clock.now(),
    ...told,
    retention: [...retention],
    files,
  };
  await objects.put(manifestKey, Buffer.from(JSON.stringify(manifest, null, 2)), { ifAbsent: true });
  return exportArchive(ports, effect);
}
