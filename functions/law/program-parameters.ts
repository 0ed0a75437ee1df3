import type { Household } from '../../schemas/household.ts';
import type { ParameterKey, ParameterRecord } from '../../schemas/parameter.ts';
import type { DbProgram, Program } from '../../schemas/program.ts';
import { missingParameters, parameterOn } from './parameters.ts';
import { layersOn, type SourceKey } from './sources.ts';

type Area = Household['urbanRural'];

/** What a program beside 低保 needs: the parameters of 低保 in its area or not, keys of its own, and a text that must be in force. */
type Need = {
  readonly means: boolean;
  readonly keys: readonly ParameterKey[];
  readonly law?: SourceKey;
};

const needs: Readonly<Record<Exclude<Program, DbProgram>, (area: Area) => Need>> = {
  TK: (area) => ({
    means: true,
    keys: ['tk.basicMultiple', 'tk.care.0', 'tk.care.1', 'tk.care.2', `disposableIncome.prevYear.${area}`],
  }),
  BY: () => ({ means: true, keys: [] }),
  GX: (area) => ({ means: true, keys: ['gx.rigidRatio', `disposableIncome.prevYear.${area}`], law: 'R62' }),
  GL: (area) => ({ means: true, keys: [`gl.${area}.80`, `gl.${area}.90`, 'gl.incomeCap'] }),
  LS_FAST: (area) => ({ means: false, keys: [`standard.DB_${upper(area)}`, 'ls.pettyCashCap'], law: 'TA26' }),
  LS_STD: () => ({ means: false, keys: ['ls.townshipApprovalCap'] }),
};

const upper = (area: Area): 'URBAN' | 'RURAL' => (area === 'urban' ? 'URBAN' : 'RURAL');

/** The key of the monthly standard of an area, in fen. */
export const standardKey = (area: Area): `standard.${DbProgram}` => `standard.DB_${upper(area)}`;

/**
 * Why a program cannot be assessed on a civil date, `parameter:<key>` or `law:<source>`; empty when it is open. Fail closed (rulebook 11.3):
 * the programs beside 低保 rest on its means parameters of the same area and on local amounts that have no default; 刚性支出 and 小额快救
 * exist only from the day of their text (rulebook 0.4). Throws RangeError before 2021-07-01.
 */
export const missingFor = (
  records: readonly ParameterRecord[],
  program: Program,
  { area, on }: { readonly area: Area; readonly on: string },
): readonly string[] => {
  const ofArea: DbProgram = `DB_${upper(area)}`;
  if (program === 'DB_URBAN' || program === 'DB_RURAL')
    return missingParameters(records, program, on).map((key) => `parameter:${key}`);
  const { means, keys, law } = needs[program](area);
  const own = keys.filter((key) => parameterOn(records, key, { program, on }) === undefined);
  const missing = [...(means ? missingParameters(records, ofArea, on) : []), ...own];
  const notYet = law !== undefined && !layersOn(on).includes(law) ? [`law:${law}`] : [];
  return [...notYet, ...missing.map((key) => `parameter:${key}`)];
};
