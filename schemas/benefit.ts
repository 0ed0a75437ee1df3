import * as z from 'zod';
import { CivilDate, Instant, Month } from './dates.ts';
import { PersonId, PersonToken, TownshipCode, VillageCode } from './ids.ts';
import { FenAmount } from './money.ts';
import { Program } from './program.ts';

/** What an act grants: an amount a month, from a month on until the next entry takes its place, or to a last month. */
export const EntitlementEntry = z
  .strictObject({
    kind: z
      .enum([
        'confirmation',
        'increase',
        'reduction',
        'stop',
        'fade-out',
        'revocation',
        'standard',
        'age',
        'one-off',
        'appeal',
      ])
      .describe('依据：确认、增发、减发、停发、渐退、撤销、提标、年龄档、一次性、复议决定或裁判 what it rests on'),
    fromMonth: Month.describe('起始月 first month'),
    untilMonth: Month.optional().describe('截止月 last month'),
    amountFen: FenAmount.describe('月保障金额（分）amount a month'),
  })
  .meta({ id: 'EntitlementEntry', description: '保障金额及其起止月 Entitlement' });
export type EntitlementEntry = z.infer<typeof EntitlementEntry>;

/** An entry as it is kept: with the day and instant of the decision and its document number, without which nothing is paid. */
export const Entitlement = EntitlementEntry.extend({
  decidedOn: CivilDate.describe('决定日期 day of the decision'),
  decidedAt: Instant.describe('决定登记时间 recorded'),
  decidedBy: PersonId.optional().describe('决定人 who decided'),
  paper: z.string().optional().describe('决定文号 number of the decision'),
});
export type Entitlement = z.infer<typeof Entitlement>;

/** What a case gives right to, month by month: the part of a case from which rosters are made. No names, no accounts. */
export const Benefit = z.strictObject({
  caseId: z.string(),
  program: Program,
  townshipCode: TownshipCode,
  villageCode: VillageCode,
  applicant: PersonToken,
  entitlements: z.array(Entitlement),
});
export type Benefit = z.infer<typeof Benefit>;
