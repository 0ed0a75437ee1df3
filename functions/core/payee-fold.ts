import type { Payee, PayeeEventBody } from '../../schemas/payee.ts';
import type { Event, State } from './event.ts';

export type PayeeState = State<Payee>;
export type PayeeEvent = Event & PayeeEventBody;

/** The next state of the payee of a case. */
export const foldPayee = (state: PayeeState | undefined, event: PayeeEvent): PayeeState => ({
  version: event.seq,
  chain: event.hash,
  head: payeeAfter(state?.head, event),
  parts: {},
});

/** The payee after a body, as replies tell it before the event is sealed. */
export function payeeAfter(head: Payee | undefined, { type, data }: PayeeEventBody): Payee {
  const { caseId, townshipCode } = data;
  const { pending, card, ...rest } = head ?? { caseId, townshipCode, accounts: [] };
  const kept = card ? { card } : {};
  switch (type) {
    case 'payee-entered':
      return { ...rest, ...kept, pending: data.account };
    case 'payee-approved': {
      if (!pending) throw new Error(`nothing is pending for the payee of ${caseId}`);
      const { approvedBy, approvedAt } = data;
      return { ...rest, ...kept, accounts: [...rest.accounts, { ...pending, approvedBy, approvedAt }] };
    }
    case 'payee-rejected':
      return { ...rest, ...kept };
    case 'card-keeping-filed':
      return { ...rest, ...(pending ? { pending } : {}), card: data.card };
    case 'card-keeping-ended':
      return { ...rest, ...(pending ? { pending } : {}), ...(card ? { card: { ...card, until: data.on } } : {}) };
  }
}
