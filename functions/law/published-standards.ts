import type { ParameterKey, ParameterRecord } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import { type ParameterInForce, parameterOn } from './parameters.ts';

/** A parameter the public is told about a program, and the program it is set for where it is set per program. */
interface Told {
  readonly key: ParameterKey;
  readonly of?: Program;
}

const told = (...keys: readonly ParameterKey[]): readonly Told[] => keys.map((key) => ({ key }));
const standards = told('standard.DB_URBAN', 'standard.DB_RURAL');
const tiersOf = (of: Program): readonly Told[] => (['tier.A', 'tier.B', 'tier.C'] as const).map((key) => ({ key, of }));

const toldOf: Readonly<Record<Program, readonly Told[]>> = {
  DB_URBAN: [...told('standard.DB_URBAN'), ...tiersOf('DB_URBAN')],
  DB_RURAL: [...told('standard.DB_RURAL'), ...tiersOf('DB_RURAL')],
  TK: [...standards, ...told('tk.basicMultiple', 'tk.care.0', 'tk.care.1', 'tk.care.2')],
  BY: [...standards, { key: 'edge.multiplier', of: 'DB_URBAN' }],
  GX: [...standards, ...told('gx.rigidRatio')],
  GL: told('gl.urban.80', 'gl.urban.90', 'gl.rural.80', 'gl.rural.90', 'gl.incomeCap'),
  LS_FAST: [...standards, ...told('ls.fastCap')],
  LS_STD: told('ls.townshipApprovalCap'),
};

/** Class amounts are told only where the county pays by tiers (K5). */
const applies =
  (records: readonly ParameterRecord[], on: string) =>
  ({ key, of }: Told): boolean =>
    !key.startsWith('tier.') || parameterOn(records, 'benefit.mode', { program: of, on })?.value === 'TIER';

/** A standard of a program in force on a day. */
export type StandardInForce = Told & { readonly inForce: ParameterInForce };

/**
 * The standards of a program on a day, from the approved parameters (SEED 二(三)5; LAW §18): what the public is told is what decisions
 * are computed from. A standard nobody has approved is left out, never guessed.
 */
export const standardsOn = (
  records: readonly ParameterRecord[],
  program: Program,
  on: string,
): readonly StandardInForce[] =>
  toldOf[program].filter(applies(records, on)).flatMap((one) => {
    const inForce = parameterOn(records, one.key, { program: one.of, on });
    return inForce ? [{ ...one, inForce }] : [];
  });

/** The next day after a given one from which a standard of the program is another, if one is approved. */
export function nextChange(records: readonly ParameterRecord[], program: Program, on: string): string | undefined {
  const keys = toldOf[program].map(({ key }) => key);
  const days = records
    .filter(({ key, approvedBy, from }) => keys.includes(key) && approvedBy !== undefined && from > on)
    .map(({ from }) => from)
    .toSorted();
  const ids = (day: string): string =>
    standardsOn(records, program, day)
      .map(({ inForce }) => inForce.id)
      .join();
  return days.find((day) => ids(day) !== ids(on));
}
