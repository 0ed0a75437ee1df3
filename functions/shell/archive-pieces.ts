import type { ArchivedFile, ArchiveManifest } from '../../schemas/archive.ts';
import { Paper } from '../../schemas/paper.ts';
import { type CaseEvent, type CaseState, foldCase } from '../core/case-fold.ts';
import type { ExportArchiveEffect } from '../core/effect.ts';
import { tokensIn } from '../core/paper-access.ts';
import { sheetOf } from '../documents/paper-sheet.ts';
import { renderPaper } from '../documents/render-paper.ts';
import { attachmentKey, attachmentObject, eventPartition } from './keys.ts';
import type { Item, ObjectStore, Ports } from './ports.ts';
import { openNames } from './reveal.ts';

/** One file to be put into the folder. */
export interface Piece {
  readonly name: string;
  readonly kind: ArchivedFile['kind'];
  bytes(): Promise<Uint8Array>;
}

type Told = Pick<ArchiveManifest, 'events' | 'chain' | 'lawPacks' | 'elsewhere'>;

const text = (value: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(value, 'utf8'));
const json = (value: unknown): Promise<Uint8Array> => text(`${JSON.stringify(value, null, 2)}\n`);

/** The events of a case up to a version, in order. */
async function eventsUpTo(store: Ports['store'], caseId: string, version: number): Promise<readonly CaseEvent[]> {
  const events: CaseEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.partition(eventPartition('case', caseId), cursor ? { cursor } : {});
    events.push(...page.items.map(({ record }) => record as CaseEvent));
    cursor = page.cursor;
  } while (cursor !== undefined);
  const upTo = events.filter(({ seq }) => seq <= version);
  if (upTo.length !== version) throw new Error(`${caseId} has ${upTo.length} of ${version} events`);
  return upTo;
}

/** Values of a field anywhere in a value: attachment numbers, hashes. */
function valuesOf(value: unknown, wanted: (key: string, text: string) => boolean, key = ''): readonly string[] {
  if (typeof value === 'string') return wanted(key, value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => valuesOf(one, wanted, Array.isArray(value) ? key : name));
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
const isHash = (_key: string, value: string): boolean => /^[0-9a-f]{64}$/.test(value);

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

function attachmentPiece(objects: ObjectStore, { record }: Item): Piece & { readonly sha256: string } {
  const { attachmentId, contentType, sha256 } = record as { attachmentId: string; contentType: string; sha256: string };
  return {
    name: `attachments/${attachmentId}.${extensions[contentType] ?? 'bin'}`,
    kind: 'attachment',
    sha256,
    bytes: async () => {
      const bytes = await objects.get(attachmentObject(attachmentId));
      if (!bytes) throw new Error(`the file ${attachmentId} is not there`);
      return bytes;
    },
  };
}

async function attachmentsOf(ports: Pick<Ports, 'store' | 'objects'>, events: readonly CaseEvent[]) {
  const ids = distinct(events.flatMap(({ data }) => valuesOf(data, (key) => key === 'attachmentId')));
  const items: Item[] = [];
  for (let i = 0; i < ids.length; i += 100)
    items.push(...(await ports.store.load(ids.slice(i, i + 100).map(attachmentKey))));
  return items.map((item) => attachmentPiece(ports.objects, item));
}

async function paperPieces(
  papers: readonly Paper[],
  effect: ExportArchiveEffect,
  names: Awaited<ReturnType<typeof openNames>>,
): Promise<readonly Piece[]> {
  const words = { ...effect.words, names };
  return papers.flatMap((paper): readonly Piece[] => [
    { name: `papers/${paper.paperId}.txt`, kind: 'paper-text', bytes: () => text(renderPaper(paper, words)) },
    {
      name: `papers/${paper.paperId}.pdf`,
      kind: 'paper-pdf',
      bytes: async () => {
        const [{ sheetPdf }, { installedFont }] = await Promise.all([
          import('./pdf/paper-pdf.ts'),
          import('./pdf/paper-font.ts'),
        ]);
        return sheetPdf(sheetOf(paper, words), { font: await installedFont() });
      },
    },
  ]);
}

/** Everything that belongs into the folder of a case at a version: read anew by each poll, the same each time. */
export async function archiveSources(
  ports: Pick<Ports, 'store' | 'objects' | 'keyring' | 'clock'>,
  effect: ExportArchiveEffect,
): Promise<Told & { readonly pieces: readonly Piece[] }> {
  const events = await eventsUpTo(ports.store, effect.caseId, effect.version);
  const state = events.reduce<CaseState | undefined>(foldCase, undefined);
  const papers = events.flatMap((event) => (event.papers ?? []).map((paper) => Paper.parse(paper)));
  const names = await openNames(ports as Ports, tokensIn([events, papers]));
  const attachments = await attachmentsOf(ports, events);
  const contained = new Set(attachments.map(({ sha256 }) => sha256));
  const hashes = distinct(events.flatMap(({ data }) => valuesOf(data, isHash)));
  const { bodies: _bodies, ...parts } = state?.parts ?? { bodies: {} };
  return {
    events: events.length,
    chain: state?.chain ?? '',
    lawPacks: [...distinct(events.map(({ lawPack }) => lawPack))],
    elsewhere: hashes.filter((hash) => !contained.has(hash)),
    pieces: [
      {
        name: 'events.jsonl',
        kind: 'events',
        bytes: () => text(`${events.map((one) => JSON.stringify(one)).join('\n')}\n`),
      },
      { name: 'case.json', kind: 'case', bytes: () => json({ head: state?.head, ...parts }) },
      { name: 'persons.json', kind: 'persons', bytes: () => json(names) },
      ...(await paperPieces(papers, effect, names)),
      ...attachments,
    ],
  };
}
