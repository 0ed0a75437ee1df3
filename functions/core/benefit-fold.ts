import type { Benefit, EntitlementEntry } from '../../schemas/benefit.ts';
import type { CaseHead } from '../../schemas/case.ts';
import { civilDateOf } from '../law/clock-face.ts';
import type { CaseEvent } from './case-event.ts';

/** Papers that carry a decision about the amount: their number stands on every roster line (rulebook 8). */
const decisive: readonly string[] = ['W20', 'W25', 'W26', 'W28', 'W30', 'W32'];

const granted = (event: CaseEvent): readonly EntitlementEntry[] =>
  'entitlements' in event.data ? event.data.entitlements : [];

/** What the case gives right to after an event: entries are only ever added, so that every earlier month can be told as it was known. */
export function foldBenefit(benefit: Benefit | undefined, head: CaseHead, event: CaseEvent): Benefit | undefined {
  const entries = granted(event);
  if (entries.length === 0) return benefit;
  const { caseId, program, townshipCode, villageCode, applicant } = head;
  const paper = event.papers?.find(({ kind }) => decisive.includes(kind))?.number;
  const decidedOn = 'on' in event.data ? event.data.on : civilDateOf(event.at);
  const fresh = entries.map((entry) => ({
    ...entry,
    decidedOn,
    decidedAt: event.at,
    decidedBy: event.actor.personId,
    ...(paper ? { paper } : {}),
  }));
  const before = benefit?.entitlements ?? [];
  return { caseId, program, townshipCode, villageCode, applicant, entitlements: [...before, ...fresh] };
}
