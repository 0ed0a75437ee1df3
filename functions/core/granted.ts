import type { EntitlementEntry } from '../../schemas/benefit.ts';
import type { CaseHead } from '../../schemas/case.ts';
import { validityEnd } from '../law/calendar.ts';
import type { Assessed } from './assessed.ts';

/** What a confirmation grants: money by month or once, class or care grade, and until when a recognition without cash holds. */
export function granted({ opinion }: CaseHead, assessed: Assessed, on: string) {
  const { firstMonth, careGrade, period } = assessed;
  const amountFen = assessed.amountOpen ? (opinion?.amountFen ?? 0) : assessed.amountFen;
  const validUntil = period?.kind === 'validity' ? validityEnd(on, period.months) : undefined;
  return {
    amountFen,
    ...(assessed.class ? { class: assessed.class } : {}),
    ...(careGrade ? { careGrade } : {}),
    ...(firstMonth ? { firstMonth } : {}),
    ...(validUntil ? { validUntil } : {}),
    entitlements: entitlementsOf(assessed, { amountFen, on, validUntil }),
  };
}

/** Month by month what follows from the decision, with what changes by itself already known on its day (G16); one sum, or a status without cash. */
function entitlementsOf(
  { firstMonth, raise }: Assessed,
  by: { readonly amountFen: number; readonly on: string; readonly validUntil: string | undefined },
): EntitlementEntry[] {
  const { amountFen, on, validUntil } = by;
  const month = on.slice(0, 7);
  if (validUntil) return [{ kind: 'confirmation', fromMonth: month, untilMonth: validUntil.slice(0, 7), amountFen }];
  if (!firstMonth) return [{ kind: 'one-off', fromMonth: month, untilMonth: month, amountFen }];
  const first: EntitlementEntry = { kind: 'confirmation', fromMonth: firstMonth, amountFen };
  return raise ? [first, { kind: 'age', fromMonth: raise.from, amountFen: raise.amountFen }] : [first];
}
