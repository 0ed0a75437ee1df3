import type { BeaconRound } from '../schemas/draw.ts';
import { dayInBeijing, daysLater } from './civil-day.ts';
import type { LoggedDraw } from './draw-log.ts';
import type { Body, FrozenDraw, Known } from './draw-parts.ts';
import { type Finding, incomplete, tampered } from './verdict.ts';

/** Round r of drand's quicknet chain falls r − 1 times 3 seconds after its genesis (its chain information). */
const quicknetDay = (round: string): string | undefined =>
  /^[1-9]\d{0,11}$/.test(round) ? dayInBeijing((1_692_803_367 + 3 * (Number(round) - 1)) * 1000) : undefined;

/** The round that a freeze commits to falls when checkpoint and frame are fixed. */
export function committedFindings({ frozen: { beacon, on }, at: { place, at } }: FrozenDraw): readonly Finding[] {
  const early = beacon.on < daysLater(on, 2);
  const otherDay = beacon.source === 'drand-quicknet' && quicknetDay(beacon.round) !== beacon.on;
  return [
    ...(on === dayInBeijing(Date.parse(at))
      ? []
      : [tampered(place, '冻结日期与登记时间不符', `was recorded at ${at}`)]),
    ...(early ? [tampered(`${place} beacon`, '随机源早于检查点', 'the round is not after the day of the seed')] : []),
    ...(otherDay ? [tampered(`${place} beacon`, '该轮次不在所载日期', 'the round is not of that day')] : []),
  ];
}

/** How a round is called on the command line. */
export const roundName = ({ source, round }: BeaconRound): string => `${source}/${round}`;

/** The value of the round: entered by one, countersigned by another, neither of whom decided, and what the source published. */
export function beaconFindings({ frozen, rest }: FrozenDraw, seeded: LoggedDraw, known: Known): readonly Finding[] {
  const { value, by, on } = seeded.body.data as Body<'draw-seeded'>;
  const place = `${seeded.place} value`;
  const entered = rest.filter(({ body }) => body.type === 'draw-beacon-entered').at(-1)?.body.data as
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
