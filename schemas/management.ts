import * as z from 'zod';
import { CivilDate, Month } from './dates.ts';
import { HouseholdChange } from './household-change.ts';
import { PersonId, PersonToken, Sha256 } from './ids.ts';
import { FenAmount } from './money.ts';

const line = z.string().max(2000);

/** Why a benefit is changed or ended (rulebook 6.3 to 6.5, 7.5); what each rests on stands in law/adjustments. */
export const AdjustmentGround = z
  .enum(['means', 'death', 'work-refusals', 'moved-away', 'voluntary-exit', 'fade-out-over', 'revocation', 'appeal'])
  .meta({
    id: 'AdjustmentGround',
    description:
      '依据：经济状况或人口变化、死亡、三次无正当理由拒绝工作、迁出本县、自愿退出、渐退期满、撤销原确认、复议决定或裁判 Ground of a change',
    examples: ['means'],
  });
export type AdjustmentGround = z.infer<typeof AdjustmentGround>;

/** What may come of a check (LAW §46–48, D57 §31–33). */
export const CheckResult = z.enum(['none', 'increase', 'reduce', 'stop', 'fade-out']).meta({
  id: 'CheckResult',
  description: '核查结果：不变、拟增发、拟减发、拟停发、拟渐退 Result of a check',
  examples: ['none'],
});
export type CheckResult = z.infer<typeof CheckResult>;

/** What is proposed and on what; a proposal against the household waits for its views (LAW §48). */
export const Proposal = z.strictObject({
  result: z.enum(['increase', 'reduce', 'stop', 'fade-out', 'revoke']),
  ground: AdjustmentGround,
  on: CivilDate,
  by: PersonId,
  oldAmountFen: FenAmount,
  amountFen: FenAmount,
  facts: z.array(line),
  reasons: z.array(line),
  computation: z.array(z.string()),
  /** A person has to settle what the computation leaves open. */
  review: z.boolean().optional(),
  /** The notice asking for views (W23), when it was served, and the last day of the window. */
  notice: z.string().optional(),
  servedOn: CivilDate.optional(),
  windowEndsOn: CivilDate.optional(),
  /** Revocations: void from the beginning where fraud is found, and the correction it answers. */
  fraud: z.boolean().optional(),
  correctionId: z.string().optional(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Views as they were heard, or given up in writing (LAW §48; W24). */
export const Representations = z.strictObject({
  form: z.enum(['heard', 'waived', 'nobody-left']),
  on: CivilDate,
  way: z.enum(['oral', 'written', 'phone', 'online']),
  staff: z.array(PersonId),
  speaker: PersonToken.optional(),
  evidence: z.array(Sha256),
});
export type Representations = z.infer<typeof Representations>;

/** A fade-out that runs (渐退期, N83 一(三), D57 §33). */
export const FadeOut = z.strictObject({
  fromMonth: Month,
  untilMonth: Month,
  fullAmountFen: FenAmount,
  decidedOn: CivilDate,
});
export type FadeOut = z.infer<typeof FadeOut>;

/** What is checked at present, and by whom: those who looked do not conclude (SD2). */
export const Check = z.strictObject({
  basis: z.enum(['periodic', 'change', 'fade-out-end', 'appeal']),
  openedOn: CivilDate,
  surveyors: z.array(PersonId),
  visitedOn: CivilDate.optional(),
  verifiedOn: CivilDate.optional(),
});
export type Check = z.infer<typeof Check>;

/** What was paid in months that a revocation for fraud made void; fen. */
export const Overpaid = z.strictObject({ fromMonth: Month, untilMonth: Month, amountFen: FenAmount });
export type Overpaid = z.infer<typeof Overpaid>;

/** Dynamic management of a case (动态管理): a part of its own beside the case item. */
export const Management = z.strictObject({
  changes: z.array(HouseholdChange),
  checkedOn: CivilDate.optional(),
  check: Check.optional(),
  proposal: Proposal.optional(),
  representations: Representations.optional(),
  /** Publicity before 特困 is ended (T43 §26). */
  posted: z
    .strictObject({ channels: z.array(z.string()), postedOn: CivilDate.optional(), endsOn: CivilDate.optional() })
    .optional(),
  fadeOut: FadeOut.optional(),
  lastFadeOutUntil: Month.optional(),
  correction: z
    .strictObject({ correctionId: z.string(), orderedOn: CivilDate, dueOn: CivilDate, by: PersonId })
    .optional(),
  overpaid: Overpaid.optional(),
  recoveredFen: FenAmount.optional(),
  /** Standards already applied, by parameter id. */
  standards: z.array(z.string()),
});
export type Management = z.infer<typeof Management>;
