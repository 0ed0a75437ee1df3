/** The head of a log's tree: which log, how many leaves, which root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The name of a county's log in checkpoints, and of the key that signs them. `ledger` names the deployment, like a domain. */
export const originOf = (ledger: string, countyCode: string): string => `${ledger}/${countyCode}`;

/** What is signed: origin, size and root, a line each. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** Reads what was signed; undefined when it is no checkpoint. Lines after the third are of others and say nothing about the tree. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  const [origin = '', size = '', root = ''] = lines;
  if (lines.length < 4 || lines.pop() !== '' || lines.includes('')) return undefined;
  const bytes = Buffer.from(root, 'base64');
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  if (bytes.length !== 32 || bytes.toString('base64') !== root) return undefined;
  return { origin, size: Number(size), root: new Uint8Array(bytes) };
}

/** What a witness signs at a second since 1970: the text of the checkpoint under a heading of its own (C2SP tlog-cosignature, Ed25519). */
export const cosignedText = (checkpoint: string, seconds: number): string =>
  `cosignature/v1\ntime ${seconds}\n${checkpoint}`;

/** A cosignature carries its second before the 64 bytes of the signature. */
export function cosignatureOf(
  signature: Uint8Array,
): { readonly seconds: number; readonly signature: Uint8Array } | undefined {
  if (signature.length !== 8 + 64) return undefined;
  const seconds = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(seconds) ? { seconds, signature: signature.subarray(8) } : undefined;
}

/** Second and signature as they stand in the signature line. */
export function timestamped(seconds: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  bytes.set(signature, 8);
  return bytes;
}
