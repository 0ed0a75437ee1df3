import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { FenAmount } from './money.ts';

/** What a household asks temporary assistance for (LAW §29, §50; TA18 二(一)). */
export const AidRequest = z
  .strictObject({
    type: z.enum(['emergency', 'expense']).describe('急难型或支出型 Emergency or expense'),
    registeredOn: CivilDate.describe('登记日 Day it was registered'),
    placeCounty: z
      .string()
      .regex(/^\d{6}$/, '急难发生地代码须为 6 位')
      .optional()
      .describe('急难发生地县级代码，缺省为本县 County of the emergency, this one if absent'),
    circumstances: z.string().min(1).max(1000).optional().describe('遭遇的急难情形 what happened'),
    happenedOn: CivilDate.optional().describe('发生日期 when it happened'),
    requestedFen: FenAmount.min(1).describe('申请金额（分） Amount asked for in fen'),
  })
  .meta({
    id: 'AidRequest',
    description: '临时救助需求 Request for temporary assistance',
    examples: [{ type: 'emergency', registeredOn: '2026-10-01', requestedFen: 70000 }],
  });
export type AidRequest = z.infer<typeof AidRequest>;
