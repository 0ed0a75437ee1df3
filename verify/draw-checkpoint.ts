import { daysLater } from './civil-day.ts';
import type { LoggedDraw } from './draw-log.ts';
import { type CosignedHead, cosignedHead, dayOf } from './draw-notes.ts';
import type { Body, FrozenDraw, Known } from './draw-parts.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

/** Cosigned checkpoints of the day after a freeze that hold it, the first of them first. */
function qualifying({ frozen, at }: FrozenDraw, cosigned: readonly CosignedHead[]): readonly CosignedHead[] {
  const wanted = daysLater(frozen.on, 1);
  return cosigned
    .filter(({ head }) => head.size > at.index)
    .filter((one) => dayOf(one, frozen.witnesses) === wanted)
    .sort((a, b) => a.head.size - b.head.size);
}

/** The checkpoint of a seed: signed, of this log, over the freeze, cosigned on the day after it, and the first that was. */
export function checkpointFindings(draw: FrozenDraw, seeded: LoggedDraw, known: Known): readonly Finding[] {
  const { frozen, at } = draw;
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
  const first = qualifying(draw, known.cosigned).find((one) => one.head.size < head.size);
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

/** A draw that was given up must not have been one that could be made. */
export function voidFindings(draw: FrozenDraw, voided: LoggedDraw, known: Known): readonly Finding[] {
  const [could] = qualifying(draw, known.cosigned);
  return could ? [tampered(voided.place, '本可抽取而作废', `could have been drawn with ${could.place}`)] : [];
}
