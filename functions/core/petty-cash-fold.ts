import type { PettyCash, PettyCashEventBody } from '../../schemas/petty-cash.ts';
import type { Event, State } from './event.ts';

export type PettyCashState = State<PettyCash>;
export type PettyCashEvent = Event & PettyCashEventBody;

/** The next state of a township's petty cash. Amounts in fen. */
export const foldPettyCash = (state: PettyCashState | undefined, event: PettyCashEvent): PettyCashState => ({
  version: event.seq,
  chain: event.hash,
  head: next(state?.head, event),
  parts: {},
});

/** The petty cash after a body, as replies tell it before the event is sealed. */
export function next(head: PettyCash | undefined, { type, data }: PettyCashEventBody): PettyCash {
  if (type === 'petty-cash-opened') {
    const { townshipCode, on, amountFen } = data;
    return { townshipCode, openedOn: on, balanceFen: amountFen, receivedFen: amountFen, paidFen: 0 };
  }
  if (head === undefined) throw new Error(`the first event of a petty cash is ${type}`);
  switch (type) {
    case 'petty-cash-replenished':
      return {
        ...head,
        balanceFen: head.balanceFen + data.amountFen,
        receivedFen: head.receivedFen + data.amountFen,
      };
    case 'petty-cash-paid':
      return { ...head, balanceFen: head.balanceFen - data.amountFen, paidFen: head.paidFen + data.amountFen };
    case 'petty-cash-counted': {
      const { townshipCode: _own, ...count } = data;
      return { ...head, count };
    }
    case 'petty-cash-reconciled':
      return { ...head, reconciledThrough: data.month, reconciledBy: data.by };
  }
}
