import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Event } from '../../functions/core/event.ts';
import { canonicalText, hashOfEvent, hashOfJson, sha256 as sha256Hex } from '../../functions/shell/hash.ts';
import { logHash, sha256Bytes, utf8 } from '../../functions/shell/ledger/node-hash.ts';
import { entryOf } from '../../functions/shell/ledger/seal-manifest.ts';
import { checkpointText } from '../../functions/supervision/ledger/checkpoint.ts';
import { entryBundle } from '../../functions/supervision/ledger/entry-bundle.ts';
import { type NoteKey, noteOf, signatureLine, verifierKey } from '../../functions/supervision/ledger/signed-note.ts';
import {
  appendedTiles,
  edgeOf,
  entriesPath,
  rootOf,
  type Tile,
  tilePath,
  tilesFor,
  wholeTree,
} from '../../functions/supervision/ledger/tiles.ts';
import { eventRow, StoredEvent } from '../../functions/supervision/record-rows.ts';
import { comparableRow } from '../../schemas/lake-row.ts';
import type { SealedEvent, SealManifest } from '../../schemas/ledger.ts';
import { plainCase } from './plain-case.ts';

const COUNTY = '649900';
const DAY_MS = 86_400_000;
/** Cases a day: with the twelve events of each, what a batch of the sealer takes. */
const CASES_A_DAY = 160;

interface Entry {
  readonly bytes: Uint8Array;
  readonly sealed: SealedEvent;
}

/** What was written. */
export interface WrittenLog {
  readonly verifierKey: string;
  readonly events: number;
  readonly bytes: number;
}

/** The events of one case under another number, all on one day so that a batch holds whole cases, chained anew. */
function entriesOfCase(template: readonly Event[], serial: number, from: number): readonly Entry[] {
  const caseId = `649900101-DB-2026-${String(serial).padStart(6, '0')}`;
  const text = JSON.stringify(template).replaceAll(template[0]?.subjectId ?? '', caseId);
  let prevHash = '';
  return (JSON.parse(text) as Event[]).map(({ hash: _hash, ...event }) => {
    const body = { ...event, prevHash, at: new Date(from + event.seq * 60_000).toISOString() };
    prevHash = hashOfEvent(body);
    const { subjectKind, subjectId, seq } = body;
    const rowSha256 = hashOfJson(comparableRow('events', eventRow(StoredEvent.parse(body))));
    return {
      bytes: utf8(entryOf({ ...body, hash: prevHash })),
      sealed: { subjectKind, subjectId, seq, sha256: prevHash, rowSha256 },
    };
  });
}

/** A log in a folder that grows by batches. */
function growing(folder: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key: NoteKey = {
    name: `bench/${COUNTY}`,
    type: 1,
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
  };
  const widest = new Map<string, Tile>();
  let [size, previous, open] = [0, '', [] as Uint8Array[]];
  const write = async (name: string, bytes: Uint8Array | string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  };
  const tileAt = ({ level, index }: { level: number; index: number }): Tile => widest.get(`${level}/${index}`) as Tile;
  return {
    verifierKey: verifierKey(sha256Bytes, key),
    async append(entries: readonly Entry[], at: string): Promise<void> {
      const tiles = appendedTiles(
        logHash,
        { size, edge: edgeOf(size).map(tileAt) },
        entries.map(({ bytes }) => logHash.leaf(bytes)),
      );
      const standing = [...open, ...entries.map(({ bytes }) => bytes)];
      for (const tile of tiles) {
        widest.set(`${tile.level}/${tile.index}`, tile);
        await write(tilePath(tile), tile.bytes);
        const from = tile.index * 256 - (size - open.length);
        if (tile.level === 0) await write(entriesPath(tile), entryBundle(standing.slice(from, from + tile.width)));
      }
      const manifest: SealManifest = {
        format: 'sunlight-seal/1',
        countyCode: COUNTY,
        from: size,
        at,
        previous,
        events: entries.map(({ sealed }) => sealed),
      };
      await write(`manifests/${String(size).padStart(12, '0')}.json`, canonicalText(manifest));
      previous = sha256Hex(canonicalText(manifest));
      size += entries.length;
      open = standing.slice(standing.length - (size % 256));
      const root = rootOf(logHash, tilesFor(wholeTree(size), size).map(tileAt), size);
      const text = checkpointText({ origin: key.name, size, root });
      const line = signatureLine(sha256Bytes, key, sign(null, Buffer.from(text), privateKey));
      await write(`checkpoints/${String(size).padStart(12, '0')}`, noteOf(text, [line]));
    },
  };
}

/** Writes a log of at least so many events; answers its key and what it holds. */
async function writeLog(folder: string, template: readonly Event[], least: number): Promise<WrittenLog> {
  const log = growing(folder);
  const first = Date.parse('2024-01-01T01:00:00.000Z');
  let [events, bytes] = [0, 0];
  for (let day = 0; events < least; day += 1) {
    const from = first + day * DAY_MS;
    const entries = Array.from({ length: CASES_A_DAY }, (_, i) =>
      entriesOfCase(template, day * CASES_A_DAY + i + 1, from),
    ).flat();
    await log.append(entries, new Date(from + DAY_MS / 2).toISOString());
    events += entries.length;
    bytes += entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
  }
  return { verifierKey: log.verifierKey, events, bytes };
}

// A process of its own: what making the log takes is no part of what verifying it takes.
const [folder = '', least = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await writeLog(folder, plainCase(), Number(least))));
