import { readFile } from 'node:fs/promises';
import { dayInBeijing } from './civil-day.ts';
import type { LogFiles } from './log-files.ts';
import { type Head, openCheckpoint, type Trust } from './note.ts';
import type { Finding } from './verdict.ts';

/** A checkpoint with the seconds at which trusted witnesses signed it, one each, the earliest first. */
export interface CosignedHead {
  readonly head: Head;
  readonly text: string;
  readonly place: string;
  readonly seen: readonly number[];
}

/** The civil day in Beijing on which as many witnesses as are needed had signed; undefined where fewer did. */
export function dayOf({ seen }: CosignedHead, needed: number): string | undefined {
  const at = seen[needed - 1];
  return at === undefined ? undefined : dayInBeijing(at * 1000);
}

/** Opens a cosigned note: the log must have signed it; which witnesses did is counted, none is required here. */
export function cosignedHead(
  note: string,
  place: string,
  { keys, witnesses }: Trust,
): { readonly cosigned: CosignedHead | undefined; readonly findings: readonly Finding[] } {
  const { head, findings } = openCheckpoint(note, place, { keys, witnesses: [] });
  if (!head) return { cosigned: undefined, findings };
  const opened = witnesses.map((witness) => openCheckpoint(note, place, { keys: [], witnesses: [witness] }));
  const wrong = opened.flatMap((one) => one.findings.filter(({ kind }) => kind === 'tampered'));
  const seen = opened.flatMap((one) => one.head?.seenAt.slice(0, 1) ?? []).sort((a, b) => a - b);
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  return { cosigned: { head, text, place, seen }, findings: [...findings, ...wrong] };
}

/** Every cosigned checkpoint of a folder (`cosigned/<size>`), and those that were kept elsewhere. */
export async function cosignedHeads(
  files: LogFiles,
  kept: readonly string[],
  trust: Trust,
): Promise<{ readonly heads: readonly CosignedHead[]; readonly findings: readonly Finding[] }> {
  const named = files.names.filter((name) => name.startsWith('cosigned/'));
  const notes = [
    ...(await Promise.all(named.map(async (place) => ({ place, note: String(await files.read(place)) })))),
    ...(await Promise.all(kept.map(async (place) => ({ place, note: await readFile(place, 'utf8') })))),
  ];
  const opened = notes.map(({ note, place }) => cosignedHead(note, place, trust));
  return {
    heads: opened.flatMap(({ cosigned }) => cosigned ?? []),
    findings: opened.flatMap(({ findings }) => findings),
  };
}
