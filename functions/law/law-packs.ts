import type { CivilDate } from '../../schemas/dates.ts';
import type { SourceKey } from './source-titles.ts';

export type LawPackId = 'RP-2021' | 'RP-2022' | 'RP-2025' | 'RP-2026A' | 'RP-2026B';

/** The texts in force together from a day on, the strongest first (rulebook 0.4). */
export interface LawPack {
  readonly id: LawPackId;
  readonly fromOn: CivilDate;
  readonly layers: readonly SourceKey[];
}

/** Every rule pack, oldest first. A new law is a further row; old rows stay for old acts. */
export const lawPacks: readonly LawPack[] = [
  { id: 'RP-2021', fromOn: '2021-07-01', layers: ['REG649', 'D57', 'T43', 'Z18'] },
  { id: 'RP-2022', fromOn: '2022-10-20', layers: ['REG649', 'D57', 'T43', 'N83', 'Z18'] },
  { id: 'RP-2025', fromOn: '2025-01-01', layers: ['REG649', 'D57', 'T43', 'N83', 'R62', 'Z18'] },
  { id: 'RP-2026A', fromOn: '2026-01-29', layers: ['REG649', 'D57', 'T43', 'N83', 'R62', 'TA26', 'Z18'] },
  { id: 'RP-2026B', fromOn: '2026-07-01', layers: ['LAW', 'REG649', 'D57', 'T43', 'N83', 'R62', 'TA26', 'Z18'] },
];

/**
 * The rule pack of a civil date. Bind procedure to the day of each act and entitlement to the day of the decision
 * (rulebook 0.4; no text has a transition clause, LAW §78 is all of its 附则).
 *
 * Throws RangeError before 2021-07-01: no act of this system can be that old.
 */
export const lawPackOn = (on: CivilDate): LawPackId => packOn(on).id;

/** The layers in force on a civil date, the strongest first. Throws RangeError before 2021-07-01. */
export const layersOn = (on: CivilDate): readonly SourceKey[] => packOn(on).layers;

const packOn = (on: CivilDate): LawPack => {
  const pack = lawPacks.findLast(({ fromOn }) => fromOn <= on);
  if (pack === undefined) throw new RangeError(`no rule pack on ${on}`);
  return pack;
};
