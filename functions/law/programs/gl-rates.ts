import type { Month } from '../../../schemas/dates.ts';
import { addMonths } from '../civil-day.ts';
import { ageOn } from '../household.ts';

/** What the old-age allowance pays in an area, fen a month. */
export type GlRates = { readonly '80': number; readonly '90': number };

/** The tier of a benefit month, by the age on its first day (A7, A10); undefined under 80. */
export const glTier = (birthOn: string, month: Month): '80' | '90' | undefined => {
  const age = ageOn(birthOn, `${month}-01`);
  return age >= 90 ? '90' : age >= 80 ? '80' : undefined;
};

/** The allowance of a benefit month by age alone, in fen; the switch at 90 needs no application (G16). */
export const glMonthly = (birthOn: string, month: Month, rates: GlRates): number => {
  const tier = glTier(birthOn, month);
  return tier === undefined ? 0 : rates[tier];
};

/** The month after a day: when benefits confirmed on it start. */
export const monthAfter = (on: string): Month => addMonths(`${on.slice(0, 7)}-01`, 1).slice(0, 7);

/** The first month on whose first day a person has reached an age. */
export const firstMonthAt = (birthOn: string, age: number): Month => {
  const month = `${Number(birthOn.slice(0, 4)) + age}-${birthOn.slice(5, 7)}`;
  return ageOn(birthOn, `${month}-01`) >= age ? month : monthAfter(`${month}-01`);
};
