import { consistencyRanges } from '../../supervision/ledger/merkle.ts';
import { noteOf, parseNote } from '../../supervision/ledger/signed-note.ts';
import type { Ports, WitnessPort } from '../ports.ts';
import { StoredSeal } from './cosignatures.ts';
import { ledgerHead } from './ledger-head.ts';
import { cosignedObject, sealKey } from './ledger-keys.ts';
import { utf8 } from './node-hash.ts';
import { storedHashes } from './stored-tiles.ts';

type WitnessPorts = Pick<Ports, 'store' | 'objects' | 'witnesses'>;

interface Tree {
  readonly countyCode: string;
  readonly size: number;
  readonly note: string;
}

async function request(ports: WitnessPorts, { countyCode, size, note }: Tree, old: number): Promise<string> {
  const proof = await storedHashes(ports.objects, { countyCode, size }, consistencyRanges(old, size));
  const lines = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `old ${old}\n${lines.join('')}\n${note}`;
}

/** The signature lines a witness gives. It says itself what it saw last, when it is asked from another size (C2SP tlog-witness, 409). */
async function cosignaturesOf(ports: WitnessPorts, witness: WitnessPort, tree: Tree): Promise<readonly string[]> {
  let answer = await witness.addCheckpoint(await request(ports, tree, 0));
  const old = Number(answer.body.trim());
  if (answer.status === 409 && Number.isSafeInteger(old) && old <= tree.size)
    answer = await witness.addCheckpoint(await request(ports, tree, old));
  if (answer.status !== 200) throw new Error(`witness ${witness.address}: ${answer.status} ${answer.body.trim()}`);
  const text = parseNote(tree.note)?.text ?? '';
  const signatures = parseNote(noteOf(text, [answer.body]))?.signatures;
  if (!signatures) throw new Error(`witness ${witness.address}: not a signature`);
  const { knows } = witness;
  const known = knows ? signatures.filter((one) => knows(text, one)) : signatures;
  if (known.length === 0) throw new Error(`witness ${witness.address}: signed by no key that is known, or wrongly`);
  return known.map(({ line }) => line);
}

/**
 * Asks every witness to cosign the newest checkpoint of a county and keeps what they sign. One that does not answer, or refuses, holds
 * up nothing: it is told on stderr, and asked again with the next checkpoint. Answers how many cosignatures the checkpoint has.
 */
export async function askWitnesses(ports: WitnessPorts, countyCode: string): Promise<number> {
  const { size } = await ledgerHead(ports.store, countyCode);
  const key = sealKey(countyCode, size);
  const [item] = size === 0 ? [] : await ports.store.load([key]);
  if (!item) return 0;
  const seal = StoredSeal.parse(item.record);
  if (seal.cosignatures.length > 0 || !ports.witnesses?.length) return seal.cosignatures.length;
  const lines: string[] = [];
  for (const witness of ports.witnesses)
    await cosignaturesOf(ports, witness, { countyCode, size, note: seal.note }).then(
      (some) => lines.push(...some),
      (error: unknown) =>
        process.stderr.write(
          `${JSON.stringify({ level: 'warn', kind: 'witness', countyCode, error: String(error) })}\n`,
        ),
    );
  const version = item.version ?? 1;
  if (lines.length === 0) return 0;
  const record: StoredSeal = {
    ...seal,
    cosignatures: [...(await kept(ports, { countyCode, size, note: seal.note }, lines))],
  };
  await ports.store.commit([
    { kind: 'put-at', role: 'other', item: { ...key, version: version + 1, record }, expected: version },
  ]);
  return record.cosignatures.length;
}

/** Puts cosignatures beside the log, so that mirrors have them, before the table does: an earlier try's are those that count. */
async function kept(
  { objects }: WitnessPorts,
  { countyCode, size, note }: Tree,
  lines: readonly string[],
): Promise<readonly string[]> {
  const path = cosignedObject(countyCode, size);
  await objects.put(path, utf8(note + lines.join('')), { ifAbsent: true });
  const text = Buffer.from((await objects.get(path)) ?? []).toString('utf8');
  const signatures = parseNote(text)?.signatures;
  if (!signatures || !text.startsWith(note)) throw new Error(`${path} is of another checkpoint`);
  return signatures.map(({ line }) => line).filter((line) => !note.includes(line));
}
