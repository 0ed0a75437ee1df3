import type { ParameterValue } from '../../schemas/parameter.ts';

/** Whether a part of a whole reaches a share kept as an exact ratio; a share that is none is never reached (fail closed). */
export const ratioAtLeast = (part: number, whole: number, share: ParameterValue | undefined): boolean =>
  typeof share === 'object' && 'num' in share && part * share.den >= whole * share.num;
