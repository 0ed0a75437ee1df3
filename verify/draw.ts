import { beaconFindings, committedFindings } from './draw-beacon.ts';
import { checkpointFindings, voidFindings } from './draw-checkpoint.ts';
import { type Frozen, frameFindings } from './draw-frame.ts';
import { completeFindings, type DrawIndex, type LoggedDraw } from './draw-log.ts';
import { cosignedHeads } from './draw-notes.ts';
import type { Body, Known } from './draw-parts.ts';
import { drawnBy, seedOfDraw } from './draw-selection.ts';
import type { LogFiles } from './log-files.ts';
import { logHeads } from './log-heads.ts';
import type { Trust } from './note.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

/** A draw's name and its acts, as they stand in the log. */
type DrawOfLog = readonly [string, readonly LoggedDraw[]];

/** Seed and selection, computed anew. */
function selectionFindings(frozen: Frozen, seeded: LoggedDraw): readonly Finding[] {
  const { checkpoint, value, seed, drawn } = seeded.body.data as Body<'draw-seeded'>;
  const text = checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1);
  const computed = seedOfDraw(frozen, text, value);
  if (computed.toString('hex') !== seed)
    return [
      tampered(`${seeded.place} seed`, '种子与其来源不符', `its parts make the seed ${computed.toString('hex')}`),
    ];
  const right = drawnBy(frozen, computed);
  return (['certain', 'random', 'risk'] as const).flatMap((part) => {
    const missing = right[part].find((caseId) => !drawn[part].includes(caseId));
    const extra = drawn[part].find((caseId) => !right[part].includes(caseId));
    const ordered = JSON.stringify(drawn[part]) === JSON.stringify(right[part]);
    if (ordered) return [];
    const place = `${seeded.place} drawn.${part} ${missing ?? extra ?? ''}`.trim();
    return [tampered(place, '抽中的案件与种子不符', missing ? 'was drawn and is left out' : 'was not drawn')];
  });
}

function drawFindings([id, events]: DrawOfLog, index: DrawIndex, known: Known): readonly Finding[] {
  const [at, ...rest] = events;
  if (at?.body.type !== 'draw-frozen')
    return [tampered(`draw:${id}`, '没有冻结事件', 'does not begin with its freeze')];
  const frozen = at.body.data;
  const draw = { frozen, at, rest };
  const ends = rest.filter(({ body }) => body.type === 'draw-seeded' || body.type === 'draw-voided');
  const [end, again] = ends;
  const late = again ?? (end && rest.at(-1) !== end ? rest.at(-1) : undefined);
  const refrozen = rest.find(({ body }) => body.type === 'draw-frozen');
  return [
    ...frameFindings(frozen, at.place),
    ...completeFindings(frozen, at, index),
    ...committedFindings(draw),
    ...[late, refrozen].flatMap((one) => (one ? [tampered(one.place, '抽查已有结果', 'comes after the draw')] : [])),
    ...(end ? [] : [incomplete(`draw:${id}`, '尚未抽取', 'was frozen and not drawn yet')]),
    ...(end?.body.type === 'draw-voided' ? voidFindings(draw, end, known) : []),
    ...(end?.body.type === 'draw-seeded'
      ? [
          ...checkpointFindings(draw, end, known),
          ...beaconFindings(draw, end, known),
          ...selectionFindings(frozen, end),
        ]
      : []),
  ];
}

/** A further try follows only one that was given up. */
function triesFindings({ draws }: DrawIndex): readonly Finding[] {
  return [...draws.keys()].flatMap((id) => {
    const before = Number(id.at(-1)) - 1;
    if (before === 0) return [];
    const given = draws.get(`${id.slice(0, -1)}${before}`)?.some(({ body }) => body.type === 'draw-voided');
    return given ? [] : [tampered(`draw:${id}`, '前一次抽查未作废', 'follows a draw that was not given up')];
  });
}

/**
 * Every draw of a log that was gone through (`drawIndex`): frame, checkpoint, round, seed and selection, each computed anew. `kept` are
 * files of cosigned checkpoints from elsewhere (`GET /v1/checkpoints`, a witness).
 */
export async function verifyDraws(
  files: LogFiles,
  index: DrawIndex,
  of: { readonly trust: Trust; readonly kept: readonly string[]; readonly published: ReadonlyMap<string, string> },
): Promise<Verdict> {
  const { trust, kept, published } = of;
  const { heads } = await logHeads(files, { ...trust, witnesses: [] });
  const cosigned = await cosignedHeads(files, kept, trust);
  const roots = new Map(heads.map(({ size, root }) => [size, root]));
  const known: Known = { trust, cosigned: cosigned.heads, roots, published };
  const others = cosigned.heads.filter(({ head }) => (roots.get(head.size) ?? head.root) !== head.root);
  const none = index.draws.size === 0 && index.findings.length === 0;
  return {
    findings: [
      ...index.findings,
      ...cosigned.findings,
      ...others.map(({ place }) => tampered(place, '不是本存证的检查点', 'is of another tree than the log')),
      ...(none ? [incomplete('draws', '存证中没有抽查', 'the log has no draw')] : []),
      ...[...index.draws].flatMap((draw) => drawFindings(draw, index, known)),
      ...triesFindings(index),
    ],
    checked: { draws: index.draws.size, cosignedCheckpoints: cosigned.heads.length },
  };
}
