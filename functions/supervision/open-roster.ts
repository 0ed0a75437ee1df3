import * as z from 'zod';
import { Month } from '../../schemas/dates.ts';
import { Problem } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const OpenRosterInput = z
  .strictObject({ month: Month.describe('发放月份 month to pay') })
  .meta({ id: 'OpenRosterInput', description: '发放名册 Roster of a month', examples: [{ month: '2026-09' }] });

const Roster = z
  .strictObject({ rosterId: z.string().describe('名册编号 roster'), month: Month.describe('发放月份 month') })
  .meta({ id: 'Roster', description: '发放名册 Roster', examples: [{ rosterId: '649900-2026-09', month: '2026-09' }] });

/** Opens the county's payment roster. Only the county ever may (P04, 权钱分离); payments themselves are not open in this release, and it says so. */
export const openRoster = defineStep({
  id: 'supervision.open-roster',
  zh: '开立发放名册',
  en: 'Open a roster',
  route: 'POST /v1/rosters',
  provision: [cite('SEED', '二(二)1')],
  input: OpenRosterInput,
  output: Roster,
  facts: () => ({}),
  decide: (_facts, { month }) => {
    throw new Problem('payments-not-open', { month });
  },
});
