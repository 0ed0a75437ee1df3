import { benefitEvents } from '../../schemas/benefit-events.ts';
import type { CaseHead } from '../../schemas/case.ts';
import type { Household } from '../../schemas/household.ts';
import type { CaseEvent } from './case-event.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const types: ReadonlySet<string> = new Set(benefitEvents.map(({ shape }) => shape.type.value));

/** Whether an event belongs to dynamic management. */
export const isInManagement = (event: CaseEvent): event is InManagement => types.has(event.type);

/** Events of dynamic management. */
export type InManagement =
  | Of<'change-reported' | 'check-opened' | 'household-reverified' | 'representations-recorded' | 'termination-posted'>
  | Of<
      'adjustment-decided' | 'fade-out-decided' | 'adjustment-published' | 'correction-ordered' | 'correction-answered'
    >
  | Of<
      'revocation-proposed' | 'termination-objected' | 'confirmation-revoked' | 'recovery-ordered' | 'standard-applied'
    >;

/** How many belong to a household: whoever is still to join, or has left, is listed and does not. */
const sizeOf = ({ members }: Household): number =>
  members.filter(({ statuses = [] }) => !statuses.some(({ kind }) => kind === 'joining' || kind === 'left')).length;

/** What an act of dynamic management changes on the case item: the status, and the amount that holds now (rulebook 6). */
export function changeInManagement(event: InManagement): Partial<CaseHead> {
  switch (event.type) {
    case 'change-reported': {
      const { status, consentsComplete } = event.data;
      return { status, ...(consentsComplete === undefined ? {} : { consentsComplete }) };
    }
    case 'household-reverified': {
      const { status, household } = event.data;
      return { status, ...(household ? { members: sizeOf(household) } : {}) };
    }
    case 'check-opened':
    case 'revocation-proposed':
    case 'termination-objected':
      return { status: event.data.status };
    case 'adjustment-decided': {
      const { on, status, result, ground } = event.data;
      if (result === 'dropped') return { status };
      if (ground === 'appeal') return { status, ...adjusted(event), endedOn: undefined, endReason: undefined };
      return { status, ...adjusted(event), ...(result === 'stop' ? { endedOn: on, endReason: ground } : {}) };
    }
    case 'standard-applied':
    case 'fade-out-decided':
      return { status: event.data.status, ...adjusted(event) };
    case 'confirmation-revoked': {
      const { on, status, ground } = event.data;
      return { status, ...adjusted(event), endedOn: on, endReason: ground };
    }
    default:
      return {};
  }
}

const adjusted = ({
  data,
  actor,
}: Of<'adjustment-decided' | 'fade-out-decided' | 'confirmation-revoked' | 'standard-applied'>): Partial<CaseHead> => ({
  adjusted: { on: data.on, by: actor.personId, amountFen: data.amountFen, fromMonth: data.fromMonth },
});

/** Self-care assessed after the confirmation: the grade that holds now and, where it adds to the aid, the amount (T43 §23). */
export const careAssessed = (
  { decision }: Pick<CaseHead, 'decision'>,
  { data, actor }: Of<'self-care-assessed'>,
): Partial<CaseHead> => {
  const { on, grade, entitlements } = data;
  const raise = entitlements.at(-1);
  return {
    ...(decision ? { decision: { ...decision, careGrade: grade } } : {}),
    ...(raise ? { adjusted: { on, by: actor.personId, amountFen: raise.amountFen, fromMonth: raise.fromMonth } } : {}),
  };
};
