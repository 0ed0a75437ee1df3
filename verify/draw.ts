import type { BeaconRound, DrawEventBody } from '../schemas/draw.ts';
import { type Frozen, frameFindings } from './draw-frame.ts';
import { completeFindings, type DrawIndex, type LoggedDraw } from './draw-log.ts';
import { type CosignedHead, cosignedHead, cosignedHeads, dayOf } from './draw-notes.ts';
import { drawnBy, seedOfDraw } from './draw-selection.ts';
import type { LogFiles } from './log-files.ts';
import { logHeads } from './log-heads.ts';
import type { Trust } from './note.ts';
import { type Finding, incomplete, tampered, type Verdict } from './verdict.ts';

type Body<T extends DrawEventBody['type']> = Extract<DrawEventBody, { type: T }>['data'];

/** What draws are held against beside the log itself. */
interface Known {
  readonly trust: Trust;
  /** Checkpoints with cosignatures, from the folder and from elsewhere. */
  readonly cosigned: readonly CosignedHead[];
  /** Sizes with the roots that the log signed, from its own checkpoints. */
  readonly roots: ReadonlyMap<number, string>;
  /** Values of rounds as their sources published them: `source/round` to value. */
  readonly published: ReadonlyMap<string, string>;
}

const daysLater = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const dayInBeijing = (at: string | number): string =>
  new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Round r of drand's quicknet chain falls r − 1 times 3 seconds after its genesis (its chain information). */
const quicknetDay = (round: string): string | undefined =>
  /^[1-9]\d{0,11}$/.test(round) ? dayInBeijing((1_692_803_367 + 3 * (Number(round) - 1)) * 1000) : undefined;

function committedFindings({ beacon, on }: Frozen, { place, at }: LoggedDraw): readonly Finding[] {
  const early = beacon.on < daysLater(on, 2);
  const otherDay = beacon.source === 'drand-quicknet' && quicknetDay(beacon.round) !== beacon.on;
  return [
    ...(on === dayInBeijing(at) ? [] : [tampered(place, '冻结日期与登记时间不符', `was recorded at ${at}`)]),
    ...(early ? [tampered(`${place} beacon`, '随机源早于检查点', 'the round is not after the day of the seed')] : []),
    ...(otherDay ? [tampered(`${place} beacon`, '该轮次不在所载日期', 'the round is not of that day')] : []),
  ];
}

/** Cosigned checkpoints of the day after a freeze that hold it, the first of them first. */
function qualifying(frozen: Frozen, at: LoggedDraw, cosigned: readonly CosignedHead[]): readonly CosignedHead[] {
  const wanted = daysLater(frozen.on, 1);
  return cosigned
    .filter(({ head }) => head.size > at.index)
    .filter((one) => dayOf(one, frozen.witnesses) === wanted)
    .sort((a, b) => a.head.size - b.head.size);
}

/** The checkpoint of a seed: signed, of this log, over the freeze, cosigned on the day after it, and the first that was. */
function checkpointFindings(frozen: Frozen, at: LoggedDraw, seeded: LoggedDraw, known: Known): readonly Finding[] {
  const { checkpoint, size } = seeded.body.data as Body<'draw-seeded'>;
  const place = `${seeded.place} checkpoint`;
  const { cosigned, findings } = cosignedHead(checkpoint, place, known.trust);
  if (!cosigned) return findings;
  const { head, seen } = cosigned;
  const root = known.roots.get(head.size);
  const wrong = (condition: boolean, zh: string, en: string): readonly Finding[] =>
    condition ? [tampered(place, zh, en)] : [];
  const day = dayOf(cosigned, frozen.witnesses);
  const wanted = daysLater(frozen.on, 1);
  const first = qualifying(frozen, at, known.cosigned).find((one) => one.head.size < head.size);
  return [
    ...findings,
    ...wrong(
      head.size !== size || (root !== undefined && root !== head.root),
      '不是本存证的检查点',
      'is not of this log',
    ),
    ...(root === undefined ? [incomplete(place, '存证中没有此检查点', 'the log has no checkpoint of that size')] : []),
    ...wrong(at.index >= head.size, '检查点不含冻结事件', `does not hold the freeze at index ${at.index}`),
    ...(known.trust.witnesses.length < frozen.witnesses
      ? [
          incomplete(
            place,
            '未提供见证人公钥（--witness）',
            `needs the keys of ${frozen.witnesses} witnesses (--witness)`,
          ),
        ]
      : wrong(seen.length < frozen.witnesses, '联署不足', `has ${seen.length} of ${frozen.witnesses} cosignatures`)),
    ...wrong(day !== undefined && day !== wanted, '不是冻结次日的检查点', `was cosigned on ${day}, not on ${wanted}`),
    ...(first
      ? [tampered(place, '不是当日第一个有联署的检查点', `${first.place} was cosigned before it that day`)]
      : []),
  ];
}

/** The value of the round: entered by one, countersigned by another, neither of whom decided, and what the source published. */
function beaconFindings(
  frozen: Frozen,
  events: readonly LoggedDraw[],
  seeded: LoggedDraw,
  known: Known,
): readonly Finding[] {
  const { value, by, on } = seeded.body.data as Body<'draw-seeded'>;
  const place = `${seeded.place} value`;
  const entered = events.filter(({ body }) => body.type === 'draw-beacon-entered').at(-1)?.body.data as
    | Body<'draw-beacon-entered'>
    | undefined;
  const round = roundName(frozen.beacon);
  const published = known.published.get(round);
  const wrong = (condition: boolean, zh: string, en: string): readonly Finding[] =>
    condition ? [tampered(place, zh, en)] : [];
  const hands = [by, entered?.by ?? ''];
  return [
    ...wrong(
      entered?.value !== value || entered.by === by,
      '公开值未经两人录入',
      'was not entered by two persons alike',
    ),
    ...wrong(
      hands.some((one) => frozen.deciders.includes(one)),
      '确认人参与抽取',
      'is by somebody who decided',
    ),
    ...wrong(on < frozen.beacon.on, '早于约定轮次', `was given before the round of ${frozen.beacon.on}`),
    ...wrong(published !== undefined && published !== value, '与公开值不符', `${round} was published as ${published}`),
    ...(published === undefined
      ? [
          incomplete(
            place,
            `未提供 ${round} 的公开值（--beacon）`,
            `--beacon ${round}=<value> was not given to compare`,
          ),
        ]
      : []),
  ];
}

export const roundName = ({ source, round }: BeaconRound): string => `${source}/${round}`;

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

/** A draw that was given up must not have been one that could be made. */
function voidFindings(frozen: Frozen, at: LoggedDraw, voided: LoggedDraw, known: Known): readonly Finding[] {
  const [could] = qualifying(frozen, at, known.cosigned);
  return could ? [tampered(voided.place, '本可抽取而作废', `could have been drawn with ${could.place}`)] : [];
}

function drawFindings(id: string, events: readonly LoggedDraw[], index: DrawIndex, known: Known): readonly Finding[] {
  const [at, ...rest] = events;
  if (at?.body.type !== 'draw-frozen')
    return [tampered(`draw:${id}`, '没有冻结事件', 'does not begin with its freeze')];
  const frozen = at.body.data;
  const ends = rest.filter(({ body }) => body.type === 'draw-seeded' || body.type === 'draw-voided');
  const [end, again] = ends;
  const late = again ?? (end && rest.at(-1) !== end ? rest.at(-1) : undefined);
  const refrozen = rest.find(({ body }) => body.type === 'draw-frozen');
  return [
    ...frameFindings(frozen, at.place),
    ...completeFindings(frozen, at, index),
    ...committedFindings(frozen, at),
    ...[late, refrozen].flatMap((one) => (one ? [tampered(one.place, '抽查已有结果', 'comes after the draw')] : [])),
    ...(end ? [] : [incomplete(`draw:${id}`, '尚未抽取', 'was frozen and not drawn yet')]),
    ...(end?.body.type === 'draw-voided' ? voidFindings(frozen, at, end, known) : []),
    ...(end?.body.type === 'draw-seeded'
      ? [
          ...checkpointFindings(frozen, at, end, known),
          ...beaconFindings(frozen, rest, end, known),
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
      ...[...index.draws].flatMap(([id, events]) => drawFindings(id, events, index, known)),
      ...triesFindings(index),
    ],
    checked: { draws: index.draws.size, cosignedCheckpoints: cosigned.heads.length },
  };
}
