import * as z from 'zod';
import { Post } from './actor.ts';
import { CivilDate, Instant } from './dates.ts';
import { PersonId, PersonToken } from './ids.ts';
import { Program } from './program.ts';
import { FiledRelation } from './staff.ts';

const lines = z.array(z.string().max(2000)).describe('条目 lines');
const program = Program.optional().describe('申请的业务 program applied for');

/** Data of the papers of application and acceptance (rulebook section 4, W05 to W09). */
export const intakePapers = {
  W05: z.strictObject({
    items: lines,
    receivedAt: Instant,
    clerk: PersonId.optional(),
    externalNo: z.string().optional(),
    program,
  }),
  W06: z.strictObject({
    items: z.array(z.strictObject({ zh: z.string(), how: z.string() })),
    windowWorkingDays: z.int(),
    note: z.string().optional(),
    program,
  }),
  W07: z.strictObject({
    program: Program,
    acceptedOn: CivilDate,
    dueOn: CivilDate,
    workingDays: z.int(),
    provisional: z.boolean(),
    stage: z.literal('opinion').optional().describe('所列期限为初审意见期限 the term named is that of the opinion'),
    clerk: PersonId,
    phone: z.string(),
  }),
  W08: z.strictObject({ ground: z.string(), fact: z.string(), remedy: z.string(), program }),
  W09: z.strictObject({
    staff: PersonId,
    member: PersonToken,
    relation: FiledRelation,
    filedOn: CivilDate,
    post: Post.optional().describe('近亲属的岗位 post of the relative'),
    program,
  }),
} as const;
