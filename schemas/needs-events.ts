import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { Department } from './department.ts';
import { event, statement } from './event-shape.ts';
import { PersonToken } from './ids.ts';
import { Need } from './need.ts';

/** Events of the comprehensive assessment of needs and of what is passed on (SEED 二(三)1, LAW §64). */
export const needsEvents = [
  event('needs-assessed', { on: CivilDate, needs: z.array(Need), opinion: statement }),
  event('case-referred', {
    on: CivilDate,
    referralId: z.string(),
    department: Department,
    needs: z.array(Need),
    person: PersonToken,
    agreed: z.boolean(),
    dueOn: CivilDate,
  }),
] as const;
