import type { Mandate } from '../../schemas/mandate.ts';
import type { CaseEvent } from './case-event.ts';

/** The mandates of a case after an event. */
export function foldMandates(before: readonly Mandate[] | undefined, event: CaseEvent): readonly Mandate[] | undefined {
  if (event.type === 'mandate-recorded') return [...(before ?? []), event.data.authority];
  if (event.type !== 'mandate-revoked') return before;
  const { mandateId, on: revokedOn, revocation } = event.data;
  return before?.map((one) =>
    one.mandateId === mandateId ? { ...one, revokedOn, ...(revocation ? { revocation } : {}) } : one,
  );
}
