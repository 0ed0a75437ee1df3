import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import type { BeaconRound } from '../../../schemas/draw.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A part before which its length stands in four bytes, most significant first: no two lists of parts make the same bytes. */
function framed(part: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + part.length);
  new DataView(bytes.buffer).setUint32(0, part.length);
  bytes.set(part, 4);
  return bytes;
}

/** What a seed is made of; none of it can be chosen by who knows what comes of it. */
export interface SeedParts {
  /**
   * The text of the checkpoint's note: origin, size and root, each with its newline, without any signature. A signature can be made
   * anew (ECDSA) and a cosignature left out at will; the text cannot.
   */
  readonly checkpointText: string;
  readonly beacon: Pick<BeaconRound, 'source' | 'round'>;
  /** As the source published it. */
  readonly value: string;
  /** Hexadecimal. */
  readonly frameRoot: string;
}

/**
 * The seed of a draw in hexadecimal: SHA-256 over six parts, each behind its length in four bytes (big-endian): `draw/v1`, the text of
 * the checkpoint, the beacon's source, round and value, and the 32 bytes of the frame root (detection.md C). Text is UTF-8.
 */
export const seedOf = ({ checkpointText, beacon, value, frameRoot }: SeedParts): string => {
  const texts = ['draw/v1', checkpointText, beacon.source, beacon.round, value];
  return bytesToHex(sha256(concatBytes(...[...texts.map(utf8), hexToBytes(frameRoot)].map(framed))));
};

const uint48 = (bytes: Uint8Array, at: number): bigint =>
  bytes.subarray(at, at + 6).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/** The two random numbers of a case, each a whole number below 2^48. */
export interface CaseNumbers {
  readonly random: bigint;
  readonly risk: bigint;
}

/**
 * The numbers of a case: of SHA-256(32 bytes of the seed ‖ case number) the bytes 0 to 5 for the random part and 6 to 11 for the risk
 * part, big-endian. Two, so that being drawn in one part says nothing about the other: π = 1 − (1 − π_R)(1 − π_P).
 */
export function numbersOf(seed: string): (caseId: string) => CaseNumbers {
  const prefix = hexToBytes(seed);
  return (caseId) => {
    const digest = sha256(concatBytes(prefix, utf8(caseId)));
    return { random: uint48(digest, 0), risk: uint48(digest, 6) };
  };
}
