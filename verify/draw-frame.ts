import type { DrawEventBody, DrawStratum } from '../schemas/draw.ts';
import { growingTree, leafOf } from './growing-tree.ts';
import { type Finding, tampered } from './verdict.ts';

export type Frozen = Extract<DrawEventBody, { type: 'draw-frozen' }>['data'];

/** A case of a frame, with where it stands in it. */
export interface Framed {
  readonly caseId: string;
  readonly stratum: DrawStratum;
  readonly score: number;
  readonly pi: number;
}

/** Drawn for certain, in millionths. */
export const CERTAIN = 1_000_000;

export const nameOf = ({ townshipCode, program, class: of }: DrawStratum): string =>
  [townshipCode, program, of].join('/');

/** All rows of a frame by case number. */
export const framedCases = ({ strata }: Frozen): readonly Framed[] =>
  strata
    .flatMap((stratum) => stratum.rows.map(([caseId, score, pi]) => ({ caseId, stratum, score, pi })))
    .sort((a, b) => Buffer.compare(Buffer.from(a.caseId), Buffer.from(b.caseId)));

/** The root that the rows of a frame make: leaves are their RFC 8785 form, sorted by case number. */
export function rootOfFrame(frozen: Frozen): string {
  const tree = growingTree();
  for (const { caseId, stratum, score, pi } of framedCases(frozen))
    tree.add(leafOf(Buffer.from(`{"caseId":"${caseId}","pi":${pi},"score":${score},"stratum":"${nameOf(stratum)}"}`)));
  return Buffer.from(tree.root(), 'latin1').toString('hex');
}

/** ceil(rate × N), at least one where there is any, never more than there are (rulebook 7.1). */
function sizeOf({ rows, program }: DrawStratum, { rates }: Frozen): number | undefined {
  const rate = rates.find((one) => one.program === program);
  if (!rate) return undefined;
  const free = rows.filter(([, , pi]) => pi < CERTAIN).length;
  const counted = BigInt(rate.includeMandatory ? rows.length : free);
  const wanted = Number((counted * BigInt(rate.num) + BigInt(rate.den) - 1n) / BigInt(rate.den));
  return Math.min(free, Math.max(Math.min(1, free), wanted));
}

function strataFindings(frozen: Frozen, place: string): readonly Finding[] {
  const names = new Set<string>();
  return frozen.strata.flatMap((stratum) => {
    const name = nameOf(stratum);
    const again = names.has(name);
    names.add(name);
    const foreign = stratum.rows.find(([caseId]) => !caseId.startsWith(`${stratum.townshipCode}-`));
    const size = sizeOf(stratum, frozen);
    return [
      ...(again ? [tampered(`${place} ${name}`, '同一层出现两次', 'a stratum twice')] : []),
      ...(foreign ? [tampered(`${place} ${foreign[0]}`, '不属于该层', `is not of the stratum ${name}`)] : []),
      ...(size === stratum.n
        ? []
        : [tampered(`${place} ${name}`, `应抽 ${size} 件`, `draws ${stratum.n}, not the ${size} that the rate gives`)]),
    ];
  });
}

/** A frame by itself: its root, its strata, every case once, the number drawn from each stratum. */
export function frameFindings(frozen: Frozen, place: string): readonly Finding[] {
  const cases = framedCases(frozen);
  const twice = cases.find(({ caseId }, i) => caseId === cases[i - 1]?.caseId);
  const root = rootOfFrame(frozen);
  return [
    ...(root === frozen.frameRoot
      ? []
      : [tampered(`${place} frameRoot`, '抽查范围与其根哈希不符', `the rows of the frame make the root ${root}`)]),
    ...(twice ? [tampered(`${place} ${twice.caseId}`, '案件重复', 'is twice in the frame')] : []),
    ...strataFindings(frozen, place),
  ];
}
