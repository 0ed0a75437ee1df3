import * as z from 'zod';

/** An amount in fen (分), a safe integer: money is never a float. */
export const Fen = z
  .int()
  .min(-100_000_000_000)
  .max(100_000_000_000)
  .meta({ id: 'Fen', description: '金额，单位分 Amount in fen', examples: [66000] });
export type Fen = z.infer<typeof Fen>;

/** An amount in fen that cannot be negative. */
export const FenAmount = z
  .int()
  .min(0)
  .max(100_000_000_000)
  .meta({ id: 'FenAmount', description: '非负金额，单位分 Non-negative amount in fen', examples: [66000] });
export type FenAmount = z.infer<typeof FenAmount>;

/** An exact ratio as numerator and denominator, e.g. the edge multiple 3/2. */
export const Ratio = z
  .strictObject({ num: z.int().min(0).describe('分子 numerator'), den: z.int().min(1).describe('分母 denominator') })
  .meta({ id: 'Ratio', description: '精确比值 Exact ratio', examples: [{ num: 3, den: 2 }] });
export type Ratio = z.infer<typeof Ratio>;
