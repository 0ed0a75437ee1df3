import type { CivilDate } from '../../schemas/dates.ts';
import type { Program } from '../../schemas/program.ts';
import { parameterOn } from '../law/parameters.ts';
import { Problem } from './problem.ts';
import type { Setting } from './setting.ts';

/** The papers whose remedy paragraph a county words (rulebook 4): those against a person, and any decision on an amount. */
export type RemedyKey = 'remedy.W08' | 'remedy.W21' | 'remedy.W25' | 'remedy.W27' | 'remedy.W28' | 'remedy.W29';

/**
 * The remedy paragraph the county's legal office approved for a paper (ADR 0008). Nothing stands in for it: without one the act is
 * refused with `program-closed`, which names the parameter.
 */
export function remedyText(
  setting: Setting,
  key: RemedyKey,
  at: { readonly program: Program; readonly on: CivilDate },
): string {
  const text = parameterOn(setting.parameters, key, at)?.value;
  if (typeof text !== 'string') throw new Problem('program-closed', { missing: [`parameter:${key}`] });
  return text;
}
