import type { CaseHead } from '../../schemas/case.ts';
import type { PaperKind } from '../../schemas/paper.ts';
import type { PaperEntry } from './case-fold.ts';

/** Handed over when issued: the receipt and the notice of acceptance (rulebook 4). No term runs from their service. */
const atOnce: readonly PaperKind[] = ['W05', 'W07'];

/** Whether an applicant holds a paper already: reading it here must never come before the service a remedy runs from. */
export const isHandedOver = ({ kind, to, served }: PaperEntry, head: CaseHead): boolean =>
  to === head.applicant && (served !== undefined || atOnce.includes(kind));

/** Every person token in a value, once. */
export function tokensIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^t_[0-9a-f]{32}$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(tokensIn))];
}
