import * as z from 'zod';
import { Post } from './actor.ts';
import { CaseClass, ExtensionGround } from './case.ts';
import { CivilDate, Instant, Month } from './dates.ts';
import { PersonId, PersonToken } from './ids.ts';
import { FenAmount } from './money.ts';
import { DeliveryMethod, type PaperKind } from './paper.ts';
import { Program } from './program.ts';
import { FiledRelation } from './staff.ts';

const lines = z.array(z.string().max(2000)).describe('条目 lines');

/** Data of each paper (rulebook section 4): tokens, dates and amounts; names are filled in when the paper is read. */
export const paperData = {
  W05: z.strictObject({
    items: lines,
    receivedAt: Instant,
    clerk: PersonId.optional(),
    externalNo: z.string().optional(),
  }),
  W06: z.strictObject({
    items: z.array(z.strictObject({ zh: z.string(), how: z.string() })),
    windowWorkingDays: z.int(),
    note: z.string().optional(),
  }),
  W07: z.strictObject({
    program: Program,
    acceptedOn: CivilDate,
    dueOn: CivilDate,
    workingDays: z.int(),
    provisional: z.boolean(),
    clerk: PersonId,
    phone: z.string(),
  }),
  W08: z.strictObject({ ground: z.string(), fact: z.string(), remedy: z.string() }),
  W09: z.strictObject({
    staff: PersonId,
    member: PersonToken,
    relation: FiledRelation,
    filedOn: CivilDate,
    post: Post.optional().describe('近亲属的岗位 post of the relative'),
    program: Program.optional().describe('申请的业务 program applied for'),
  }),
  W12: z.strictObject({
    failed: lines,
    windowWorkingDays: z.int().describe('自收到之日起的工作日数 working days from service'),
    windowEndsOn: CivilDate.describe('按签发当日送达计算的最后一日 last day if served on the day of issue'),
    provisional: z.boolean(),
  }),
  W17: z.strictObject({
    applicant: PersonToken,
    members: z.int(),
    village: z.string(),
    program: Program,
    class: CaseClass.optional(),
    amountFen: FenAmount,
    days: z.int(),
    fromOn: CivilDate.optional().describe('公示期起 first day of publicity'),
    endsOn: CivilDate.optional().describe('公示期止 last day of publicity'),
    minor: z.boolean().optional().describe('申请人未成年，任何渠道均隐去名字 a minor: masked on every channel'),
    provisional: z.boolean().optional().describe('公示期止为暂定 last day is provisional'),
    townshipPhone: z.string(),
    countyPhone: z.string(),
  }),
  W19: z.strictObject({
    ground: ExtensionGround,
    oldDueOn: CivilDate,
    dueOn: CivilDate,
    provisional: z.boolean(),
    note: z.string(),
  }),
  W20: z.strictObject({
    program: Program,
    members: z.int(),
    class: CaseClass.optional(),
    amountFen: FenAmount,
    firstMonth: Month,
    reverifyMonths: z.int(),
    delegation: z.string(),
    persons: z.array(PersonToken).optional().describe('保障对象 persons covered'),
  }),
  W21: z.strictObject({
    program: Program,
    reasons: lines,
    computation: lines,
    clauses: lines,
    offers: lines,
    remedy: z.string(),
  }),
  W22: z.strictObject({
    applicant: PersonToken,
    members: z.int(),
    amountFen: FenAmount,
    minor: z.boolean().optional().describe('申请人未成年，任何渠道均隐去名字 a minor: masked on every channel'),
    program: Program,
    village: z.string(),
  }),
  W27: z.strictObject({
    reasons: lines,
    attempts: z.int(),
    /** Last day of the window in which materials were not completed: the application then counts as given up (T3). */
    lapsedAfter: CivilDate.optional(),
    remedy: z.string(),
  }),
  W35: z.strictObject({
    paperNumber: z.string(),
    paperTitle: z.string(),
    method: DeliveryMethod,
    servedOn: CivilDate,
    servedBy: PersonId,
    signedBy: z.string().optional(),
  }),
} as const satisfies Record<PaperKind, z.ZodType>;

export type PaperData = { readonly [K in PaperKind]: z.infer<(typeof paperData)[K]> };
