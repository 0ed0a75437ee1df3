import type { Appeal } from '../../schemas/appeal.ts';
import type { AppealDuty, AppealedAct, AppealOrder, AppealOutcome } from '../../schemas/appeal-order.ts';
import type { CaseStatus } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { raises, restoredEntitlements } from './appeal-order.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';

const against: readonly AppealOutcome[] = ['upheld', 'revoked', 'revoked-with-redo', 'withdrawn', 'not-accepted'];

/** How an appeal against each act can end: an amount can be changed, a refusal or inaction be turned into an order to act. */
const possible: Readonly<Record<AppealedAct, readonly AppealOutcome[]>> = {
  W08: [...against, 'ordered-to-act'],
  W21: [...against, 'ordered-to-act'],
  W25: [...against, 'changed'],
  W27: [...against, 'ordered-to-act'],
  W28: against,
  inaction: ['upheld', 'ordered-to-act', 'withdrawn', 'not-accepted'],
};

/** Outcomes that leave something to do. */
const ordering: readonly AppealOutcome[] = ['revoked', 'revoked-with-redo', 'changed', 'ordered-to-act'];
export const isOrder = (outcome: AppealOutcome): boolean => ordering.includes(outcome);

/** What a body decided, as it is registered. */
export interface Decided {
  readonly outcome: AppealOutcome;
  readonly orderNo: string;
  readonly dueOn?: CivilDate | undefined;
  readonly amountFen?: number | undefined;
  readonly procedural?: true | undefined;
}

/** Refuses an outcome the act appealed against cannot have, an order without its day, and an amount that is none of this outcome. */
export function checkOutcome({ act }: Appeal, decided: Decided): void {
  const { outcome, dueOn, amountFen } = decided;
  must(possible[act].includes(outcome), 'outcome-not-of-this-act', { act, outcomes: possible[act] });
  const missing = [
    ...(isOrder(outcome) && !dueOn ? ['dueOn'] : []),
    ...(outcome === 'changed' && amountFen === undefined ? ['amountFen'] : []),
  ];
  must(missing.length === 0, 'appeal-order-incomplete', { missing });
  must(outcome === 'changed' || amountFen === undefined, 'input-invalid', {
    errors: [{ path: 'amountFen', message: '仅变更决定填写 for a change only' }],
  });
}

const dutyOf = (appeal: Appeal): AppealDuty => {
  if (appeal.duty) return appeal.duty;
  if (appeal.act === 'W25' || appeal.act === 'W28') return 'benefit';
  return appeal.act === 'W08' ? 'acceptance' : 'decision';
};

/**
 * The duty an order opens in its case, and where the case stands then: a refusal goes back to acceptance, a denial or an end of the procedure to the investigation, a decision on the
 * amount to a check of its own where it is to be made anew. What no longer holds is restored by an act of the confirming authority, never by the registration.
 */
export function orderedBy(
  facts: Facts,
  appeal: Appeal,
  decided: Decided & { readonly dueOn: CivilDate },
): { readonly order: AppealOrder; readonly status?: CaseStatus } {
  const { outcome, orderNo, dueOn, amountFen, procedural } = decided;
  const { appealId, kind, act, number, decidedBy } = appeal;
  const duty = dutyOf(appeal);
  const restores = duty === 'benefit' && raisedBy(facts, appeal, decided);
  const anew = outcome === 'revoked-with-redo' || (outcome === 'revoked' && !restores);
  const order: AppealOrder = {
    appealId,
    kind,
    outcome,
    act,
    duty,
    orderNo,
    dueOn,
    ...(decidedBy ? { decidedBy } : {}),
    ...(number ? { paper: number } : {}),
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(restores ? { restores } : {}),
    ...(outcome === 'revoked-with-redo' && !procedural ? reasonsOf(facts) : {}),
  };
  if (act === 'inaction') return { order };
  if (act === 'W08') return { order, status: 'submitted' };
  if (act === 'W27' && theCase(facts).head.acceptedOn === undefined) return { order, status: 'submitted' };
  if (duty === 'decision') return { order, status: 'investigating' };
  return anew ? { order, status: 'checking' } : { order };
}

/** Whether more is due once the decision no longer holds; a change may not be to the worse (FYF §63(2), ALL §77(2)). */
function raisedBy(facts: Facts, { number }: Appeal, { outcome, amountFen }: Decided): boolean {
  const state = theCase(facts);
  const restored = restoredEntitlements(state, {
    ...(number ? { paper: number } : {}),
    ...(amountFen === undefined ? {} : { amountFen }),
  });
  const more = raises(state, restored);
  must(outcome !== 'changed' || more, 'change-to-the-worse', { amountFen });
  return more;
}

/** The reasons of the decision that fell: they may not simply be repeated. */
function reasonsOf({ paper }: Facts): { readonly reasons?: string[] } {
  const reasons = paper?.data['reasons'];
  const lines = Array.isArray(reasons) ? reasons.filter((line): line is string => typeof line === 'string') : [];
  return lines.length > 0 ? { reasons: lines } : {};
}
