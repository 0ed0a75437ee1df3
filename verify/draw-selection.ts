import type { Drawn } from '../schemas/draw.ts';
import { CERTAIN, type Framed, type Frozen, framedCases } from './draw-frame.ts';
import { sha256 } from './tree.ts';

/** A part behind its length, four bytes big-endian. */
function framed(part: Buffer | string): Buffer {
  const bytes = Buffer.from(part as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The seed of a draw (`functions/supervision/draw/seed.ts` says how it is framed), written anew. */
export function seedOfDraw(frozen: Frozen, text: string, value: string): Buffer {
  const { beacon, frameRoot } = frozen;
  const parts = ['draw/v1', text, beacon.source, beacon.round, value, Buffer.from(frameRoot, 'hex')];
  return sha256(...parts.map(framed));
}

interface Numbered extends Framed {
  readonly random: bigint;
  readonly risk: bigint;
}

const numbered = (seed: Buffer, one: Framed): Numbered => {
  const digest = sha256(seed, Buffer.from(one.caseId));
  return { ...one, random: BigInt(digest.readUIntBE(0, 6)), risk: BigInt(digest.readUIntBE(6, 6)) };
};

/** Whether `a` stands before `b` by [u/(1−u)]·[(1−π)/π], in whole numbers; both are in the order of their numbers before. */
function paretoOrder(a: Numbered, b: Numbered): number {
  const [one, million] = [1n << 48n, BigInt(CERTAIN)];
  const [p, q] = [BigInt(a.pi), BigInt(b.pi)];
  const difference = a.risk * (million - p) * (one - b.risk) * q - b.risk * (million - q) * (one - a.risk) * p;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const sorted = (cases: readonly Framed[]): string[] => cases.map(({ caseId }) => caseId).sort();

/** What a seed draws from a frame. Sorting is stable, so that equal numbers stay in the order of the case numbers. */
export function drawnBy(frozen: Frozen, seed: Buffer): Drawn {
  const cases = framedCases(frozen).map((one) => numbered(seed, one));
  const free = cases.filter(({ pi }) => pi !== CERTAIN);
  const taken = new Set<string>();
  const random: Numbered[] = [];
  for (const one of [...free].sort((a, b) => Number(a.random - b.random))) {
    const before = random.filter(({ stratum }) => stratum === one.stratum).length;
    if (before >= one.stratum.n) continue;
    random.push(one);
    taken.add(one.caseId);
  }
  const left = free.filter(({ caseId, pi }) => pi > 0 && !taken.has(caseId));
  return {
    certain: sorted(cases.filter(({ pi }) => pi === CERTAIN)),
    random: sorted(random),
    risk: sorted(left.sort(paretoOrder).slice(0, frozen.risk)),
  };
}
