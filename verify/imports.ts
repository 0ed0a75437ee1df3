import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ImportManifest } from '../schemas/history-import.ts';
import type { LakeTableName } from '../schemas/lake.ts';
import { countyObject, importManifest } from '../schemas/lake-zones.ts';
import { eventName } from './entry.ts';
import type { CheckedLog } from './log.ts';
import type { Logged } from './log-events.ts';
import { sha256Hex } from './tree.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

/** What the verifier must understand of the event of an import: the hash of its manifest. */
const Imported = z.looseObject({ manifest: z.string() });

/** The imports of a log by the hash of their manifests, gathered while it is gone through. */
export function importIndex() {
  const imports = new Map<string, string>();
  return {
    onEvent({ event }: Logged): void {
      const imported = event.type === 'history-imported' ? Imported.safeParse(event.data).data : undefined;
      if (imported) imports.set(imported.manifest, eventName(event));
    },
    imports: imports as ReadonlyMap<string, string>,
  };
}

/** What lies in the zone of imports of a county, by name below the folder of the lake. */
async function namesIn(folder: string, county: string): Promise<readonly string[]> {
  const start = join(folder, 'imports');
  const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .filter((name) => name.includes(`/county_code=${county}/`))
    .sort();
}

/** Names of objects begin with `lake/`; the folder of the lake is that. */
const below = (key: string): string => key.slice('lake/'.length);

function manifestIn(bytes: Buffer): ImportManifest | undefined {
  try {
    return ImportManifest.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

interface Zone {
  readonly folder: string;
  readonly county: string;
  readonly names: ReadonlySet<string>;
}

/** A file against the hash that a manifest has for it. */
async function pieceFinding(zone: Zone, name: string, sha256: string): Promise<Finding | undefined> {
  if (!zone.names.has(name)) return incomplete(name, '缺少导入的数据文件', 'a file of an import is missing');
  return sha256Hex(await readFile(join(zone.folder, name))) === sha256
    ? undefined
    : tampered(name, '导入的数据文件与登记时不符', 'not the file that was imported');
}

/** The files of one manifest; those that are told of by name are noted in `told`. */
async function manifestFindings(zone: Zone, name: string, told: Set<string>): Promise<readonly Finding[]> {
  const bytes = await readFile(join(zone.folder, name));
  const manifest = manifestIn(bytes);
  if (!name.endsWith(`/${sha256Hex(bytes)}.json`) || manifest?.countyCode !== zone.county)
    return [tampered(name, '导入清单被改动', 'not the manifest of its name')];
  const findings: Finding[] = [];
  for (const { table, pieces } of manifest.files)
    for (const { ym, sha256 } of pieces) {
      const of = { table: table as LakeTableName, countyCode: zone.county, ym, name: sha256 };
      const piece = below(countyObject('imports', of));
      told.add(piece);
      findings.push(...[(await pieceFinding(zone, piece, sha256)) ?? []].flat());
    }
  return findings;
}

/**
 * History of older systems against a county's log: the event of an import names the hash of its manifest, the manifest that of every file.
 * Rows of imports are of no event of their own; a file that no manifest names is tampering, one whose import is not in the log is not
 * proved (yet).
 */
export async function verifyImports(
  folder: string,
  log: Pick<CheckedLog, 'county'>,
  imports: ReadonlyMap<string, string>,
): Promise<Verdict> {
  const { county } = log;
  const all = await namesIn(folder, county);
  const zone: Zone = { folder, county, names: new Set(all) };
  const manifests = all.filter((name) => name.startsWith('imports/manifests/'));
  const told = new Set<string>(manifests);
  const findings: Finding[] = [];
  for (const name of manifests) {
    findings.push(...(await manifestFindings(zone, name, told)));
    if (!imports.has(name.split('/').at(-1)?.replace('.json', '') ?? ''))
      findings.push(incomplete(name, '存证中没有这次导入，或尚未封存', 'no such import in the log, or not sealed yet'));
  }
  for (const [sha256, event] of imports)
    if (!zone.names.has(below(importManifest(county, sha256))))
      findings.push(incomplete(event, '缺少导入清单', 'the manifest of this import is missing'));
  for (const name of all)
    if (!told.has(name)) findings.push(tampered(name, '不属于任何导入', 'a file that no import brought'));
  return { findings, checked: { imports: imports.size, importedFiles: all.length - manifests.length } };
}
