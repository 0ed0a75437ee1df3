import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DrawStratum } from '../../../schemas/draw.ts';
import { perfectRoot, rangeHash, type Subtree, treeHash } from '../ledger/merkle.ts';

/** One in millionths: drawn for certain. */
export const CERTAIN = 1_000_000;

/** A case of a frame with the name of its stratum; score and probability in millionths. */
export interface FramedCase {
  readonly caseId: string;
  readonly stratum: string;
  readonly score: number;
  readonly pi: number;
}

/** The name of a stratum: township, program and class, apart by a slash. */
export const stratumName = ({ townshipCode, program, class: of }: Omit<DrawStratum, 'rows' | 'n'>): string =>
  `${townshipCode}/${program}/${of}`;

/** By code units: case numbers are ASCII, so this is the order of their bytes too. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All cases of a frame in the order of their numbers, whatever the order of strata and rows. */
export const casesOf = (strata: readonly DrawStratum[]): readonly FramedCase[] =>
  strata
    .flatMap((one) => one.rows.map(([caseId, score, pi]) => ({ caseId, stratum: stratumName(one), score, pi })))
    .sort((a, b) => byText(a.caseId, b.caseId));

/** A row in its RFC 8785 form: keys in order, integers, ASCII without anything to escape. */
const rowText = ({ caseId, stratum, score, pi }: FramedCase): string => JSON.stringify({ caseId, pi, score, stratum });

const hash = treeHash(sha256);

/** The root of a frame in hexadecimal: RFC 6962 over the RFC 8785 form of its rows, sorted by case number (detection.md C). */
export const frameRootOf = (cases: readonly FramedCase[]): string => {
  const leaves = [...cases]
    .sort((a, b) => byText(a.caseId, b.caseId))
    .map((row) => hash.leaf(new TextEncoder().encode(rowText(row))));
  const perfect = ({ height, index }: Subtree) =>
    perfectRoot(hash, leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
  return bytesToHex(rangeHash(hash, { from: 0, to: leaves.length }, perfect));
};
