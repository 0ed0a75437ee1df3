import type { AppealDuty, AppealOrder, CaseAppeals } from '../../schemas/appeal-order.ts';
import type { CaseHead } from '../../schemas/case.ts';
import type { CaseEvent } from './case-event.ts';

type Settled = Extract<CaseEvent, { type: 'appeal-settled' }>;

/** The appeals of a case after an event; the same object where it has nothing to do with them. */
export function foldAppeals(now: CaseAppeals | undefined, event: CaseEvent): CaseAppeals | undefined {
  if (event.type === 'appeal-recorded') return { ...now, entries: [...(now?.entries ?? []), event.data.entry] };
  if (now === undefined) return now;
  if (event.type === 'appeal-settled') return settled(now, event);
  const { order, entries } = now;
  const left = order && afterAct(order, event);
  return left === order ? now : { entries, ...(left ? { order: left } : {}) };
}

function settled(now: CaseAppeals, { data }: Settled): CaseAppeals {
  const { appealId, outcome, receivedOn, order = now.order } = data;
  const entries = now.entries.map((entry) => (entry.appealId === appealId ? { ...entry, outcome, receivedOn } : entry));
  return { entries, ...(order ? { order } : {}) };
}

/** Acts that fulfil each duty an order can open. */
const fulfilling: Readonly<Record<AppealDuty, readonly CaseEvent['type'][]>> = {
  acceptance: ['application-accepted', 'application-refused', 'application-withdrawn'],
  decision: ['case-decided', 'procedure-terminated', 'application-withdrawn'],
  benefit: ['adjustment-decided', 'fade-out-decided', 'confirmation-revoked'],
};

/** What is left of an order after an act: nothing once it is carried out; the new decision once the former amounts are restored. */
function afterAct(order: AppealOrder, event: CaseEvent): AppealOrder | undefined {
  const restored = event.type === 'adjustment-decided' && event.data.ground === 'appeal';
  if (restored && order.outcome === 'revoked-with-redo') {
    const { restores: _done, ...rest } = order;
    return rest;
  }
  const unchanged = order.duty === 'benefit' && event.type === 'household-reverified' && event.data.result === 'none';
  return unchanged || fulfilling[order.duty].includes(event.type) ? undefined : order;
}

/** The case item once an appeal reopened it: where it is decided anew, nothing of the former decision holds but the facts behind it. */
export function reopened(head: CaseHead, { data }: Settled): Partial<CaseHead> {
  const { status, order } = data;
  if (status === undefined) return {};
  const open = { status, endedOn: undefined, endedBy: undefined };
  if (status !== 'investigating') return { ...open, endReason: undefined };
  return {
    ...open,
    decision: undefined,
    opinion: undefined,
    publicity: undefined,
    extension: undefined,
    reinvestigators: undefined,
    objectionOpen: false,
    evaluationFailed: undefined,
    attempts: 0,
    warnedOn: undefined,
    dueOn: order?.dueOn ?? head.dueOn,
  };
}
