import * as z from 'zod';
import { Material } from './case-evidence.ts';
import { CivilDate } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { LsFastAssessment } from './ls-assessment.ts';
import { FenAmount } from './money.ts';

/** Events of 小额快救 after its registration (LAW §50, TA26 二(一)): paid first, then completed and filed. */
export const fastAidEvents = [
  event('fast-aid-paid', {
    on: CivilDate,
    amountFen: FenAmount,
    remainderFen: FenAmount,
    method: z.enum(['cash', 'transfer']),
    assessment: LsFastAssessment,
    calendar: z.string(),
    lawPack: z.string(),
    delegationId: z.string().optional(),
  }),
  event('fast-aid-supplemented', { on: CivilDate, explanation: statement, materials: z.array(Material) }),
  event('fast-aid-filed', { on: CivilDate, remarks: statement.optional() }),
] as const;
