import type { CivilDate } from '../../schemas/dates.ts';
import type { Program } from '../../schemas/program.ts';
import type { Setting } from '../core/setting.ts';
import { parameterOn } from '../law/parameters.ts';

/** The remedy paragraph the county's legal office approved for a paper (rulebook 4); a program without it is closed. */
export function remedyText(
  setting: Setting,
  key: 'remedy.W08' | 'remedy.W27',
  at: { readonly program: Program; readonly on: CivilDate },
): string {
  const text = parameterOn(setting.parameters, key, at)?.value;
  if (typeof text !== 'string') throw new Error(`a program opened without ${key}`);
  return text;
}
