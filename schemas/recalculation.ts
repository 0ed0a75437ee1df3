import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId } from './ids.ts';

/** A recomputation of every benefit of a county from one approved standard (提标; D57 §31): a run that is walked page by page. */
export const Recalculation = z
  .strictObject({
    recalculationId: z.string().describe('提标编号 recomputation'),
    countyCode: CountyCode,
    parameterId: z.string().describe('依据的参数编号 parameter it rests on'),
    openedOn: CivilDate.describe('启动日期 day it was started'),
    openedBy: PersonId.describe('启动人 who started it'),
    status: z.enum(['open', 'done']).describe('状态：进行中、已完成 status'),
    lastCaseId: z.string().optional().describe('已算到的案件 last case walked'),
    cases: z.int().min(0).describe('已算户数 cases walked'),
    closedOn: CivilDate.optional().describe('完成日期 day it was done'),
  })
  .meta({
    id: 'Recalculation',
    description: '提标 Recomputation after a raised standard',
    examples: [
      {
        recalculationId: '649900-standard.DB_URBAN@2026-10-01~2',
        countyCode: '649900',
        parameterId: 'standard.DB_URBAN@2026-10-01~2',
        openedOn: '2026-10-08',
        openedBy: 'p-county-1',
        status: 'open',
        cases: 0,
      },
    ],
  });
export type Recalculation = z.infer<typeof Recalculation>;

/** Every kind of event a recomputation can have. */
export const RecalculationEventBody = z.discriminatedUnion('type', [
  event('recalculation-started', { recalculation: Recalculation }),
  event('recalculation-advanced', {
    on: CivilDate,
    lastCaseId: z.string().optional(),
    cases: z.int(),
    done: z.boolean(),
  }),
]);
export type RecalculationEventBody = z.infer<typeof RecalculationEventBody>;
