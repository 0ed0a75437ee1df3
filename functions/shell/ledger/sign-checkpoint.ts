import { type Checkpoint, checkpointText, originOf, parseCheckpoint } from '../../supervision/ledger/checkpoint.ts';
import {
  keyIdOf,
  type NoteKey,
  noteOf,
  parseNote,
  signatureLine,
  verifierKey,
} from '../../supervision/ledger/signed-note.ts';
import type { Ports } from '../ports.ts';
import { checkpointObject } from './ledger-keys.ts';
import { sha256Bytes, utf8 } from './node-hash.ts';

/** What a deployment's logs are called unless it says otherwise; like a domain, it is part of every origin. */
const LEDGER_NAME = 'sunlight/ledger';

/** The origin of a county's log, which is also the name of the key that signs it. */
export const logOrigin = (ports: Pick<Ports, 'ledgerName'>, countyCode: string): string =>
  originOf(ports.ledgerName?.() ?? LEDGER_NAME, countyCode);

/** The key of a county's log. */
async function logKey(ports: Pick<Ports, 'keyring' | 'ledgerName'>, countyCode: string): Promise<NoteKey> {
  const name = logOrigin(ports, countyCode);
  return { name, ...(await ports.keyring.noteKey(name)) };
}

/** The public key of a county's log as one line, to be handed to whoever verifies. */
export const logVerifierKey = async (
  ports: Pick<Ports, 'keyring' | 'ledgerName'>,
  countyCode: string,
): Promise<string> => verifierKey(sha256Bytes, await logKey(ports, countyCode));

/**
 * The signed checkpoint of a tree, made once: where one lies already it is that one, since not every algorithm signs alike twice.
 * Throws when it is of another tree: no log signs two.
 */
export async function signedCheckpoint(
  ports: Pick<Ports, 'objects' | 'keyring' | 'ledgerName'>,
  countyCode: string,
  tree: Pick<Checkpoint, 'size' | 'root'>,
): Promise<string> {
  const path = checkpointObject(countyCode, tree.size);
  const key = await logKey(ports, countyCode);
  const text = checkpointText({ origin: key.name, ...tree });
  if (!(await ports.objects.get(path))) {
    const line = signatureLine(sha256Bytes, key, await ports.keyring.signNote(key.name, utf8(text)));
    await ports.objects.put(path, utf8(noteOf(text, [line])), { ifAbsent: true });
  }
  const note = Buffer.from((await ports.objects.get(path)) ?? []).toString('utf8');
  const parsed = parseNote(note);
  const isOurs = parsed?.signatures.some(({ name, keyId }) => name === key.name && keyId === keyIdOf(sha256Bytes, key));
  if (parsed?.text !== text || !isOurs || !parseCheckpoint(parsed.text)) throw new Error(`${path} is of another tree`);
  return note;
}
