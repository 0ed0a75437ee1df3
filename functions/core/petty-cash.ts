import type { Actor } from '../../schemas/actor.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { TownshipCode } from '../../schemas/ids.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { CashPayment, PettyCash, PettyCashEventBody, PettyCashView } from '../../schemas/petty-cash.ts';
import { addMonths } from '../law/calendar.ts';
import { multiple } from '../law/means-parameters.ts';
import { parameterOn } from '../law/parameters.ts';
import { floor, mul, rational } from '../law/rational.ts';
import { countyOf } from '../law/tenants.ts';
import { type Facts, stateOf } from './facts.ts';
import { covers } from './perform.ts';
import { next, type PettyCashState } from './petty-cash-fold.ts';
import { must } from './problem.ts';
import type { Outcome } from './step.ts';
import type { SubjectRef } from './subject.ts';

/** The petty cash of a township as a subject: one each, numbered by the township's code. */
export const pettyCashOf = (townshipCode: string): SubjectRef => ({ kind: 'petty-cash', id: townshipCode });

/** The petty cash of a township that was loaded, if it was ever opened. */
export const pettyCashIn = (facts: Facts, townshipCode: string): PettyCash | undefined =>
  stateOf<PettyCashState>(facts, pettyCashOf(townshipCode))?.head;

/**
 * The petty cash's side of a payment (rulebook 8; SEED 二(二)1; TA18 二(四)): pure, so that the act on the case writes both subjects in one
 * transaction (`also`). `capFen` is the most a single payment may be: one month's standard for 小额快救. Refuses what was never opened
 * (`petty-cash-not-open`), one person in both hands (`payer-may-not-approve`), more than the cap (`petty-cash-single-cap`) and more than
 * there is (`petty-cash-insufficient`): the balance is never negative.
 */
export function payFromPettyCash(
  cash: PettyCash | undefined,
  payment: CashPayment & { readonly townshipCode: string; readonly on: CivilDate; readonly capFen: number },
): { readonly subject: SubjectRef; readonly event: PettyCashEventBody } {
  const { capFen, ...data } = payment;
  const { townshipCode, amountFen } = data;
  must(data.handler !== data.approver, 'payer-may-not-approve', { handler: data.handler });
  must(cash, 'petty-cash-not-open', { townshipCode });
  must(amountFen <= capFen, 'petty-cash-single-cap', { amountFen, capFen });
  must(amountFen <= cash.balanceFen, 'petty-cash-insufficient', { amountFen, balanceFen: cash.balanceFen });
  return { subject: pettyCashOf(townshipCode), event: { type: 'petty-cash-paid', data } };
}

const onDay = (on: CivilDate) => ({ program: 'LS_FAST', on }) as const;

/** The ceiling of a petty cash on a day, in fen; undefined where the county has set none. */
export function pettyCashCap(parameters: readonly ParameterRecord[], on: CivilDate): number | undefined {
  const cap = parameterOn(parameters, 'ls.pettyCashCap', onDay(on))?.value;
  return cap === undefined ? undefined : Number(cap);
}

/** A petty cash as callers see it: with the ceiling of the day, and whether it has fallen to the level at which it is replenished. */
export function pettyCashView(cash: PettyCash, parameters: readonly ParameterRecord[], on: CivilDate): PettyCashView {
  const capFen = pettyCashCap(parameters, on);
  const share = parameterOn(parameters, 'ls.replenishBelow', onDay(on))?.value;
  const levelFen = capFen === undefined || share === undefined ? 0 : floor(mul(rational(capFen), multiple(share)));
  return { ...cash, ...(capFen === undefined ? {} : { capFen }), replenish: cash.balanceFen < levelFen };
}

/** The township named in the path, if it is the caller's own or below the caller's; refuses others with `division-not-yours`. */
export function townshipNamed(actor: Actor, params: Facts['params']): string {
  const townshipCode = params['townshipCode'] ?? '';
  const known = TownshipCode.safeParse(townshipCode).success;
  must(known && covers(actor, divisionOf(townshipCode)), 'division-not-yours', { division: townshipCode });
  return townshipCode;
}

/** A township and its county, as powers compare them. */
export const divisionOf = (townshipCode: string) => ({ townshipCode, countyCode: countyOf(townshipCode) });

/** The opened petty cash of the township in the path. */
export function thePettyCash(facts: Facts): PettyCash {
  const townshipCode = townshipNamed(facts.actor, facts.params);
  const cash = pettyCashIn(facts, townshipCode);
  must(cash, 'petty-cash-not-open', { townshipCode });
  return cash;
}

/** The outcome of an act on a township's petty cash: its event, and the petty cash as it stands after it. */
export function pettyCashReply(facts: Facts, event: PettyCashEventBody, on: CivilDate): Outcome<PettyCashView> {
  const { townshipCode } = event.data;
  const after = next(pettyCashIn(facts, townshipCode), event);
  const reply = pettyCashView(after, facts.county?.parts.parameters ?? [], on);
  return { event, subject: pettyCashOf(townshipCode), reply };
}

/** What an act on the petty cash of the township in the path rests on: its ledger and the county's parameters. */
export const pettyCashFacts = ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
  const townshipCode = params['townshipCode'] ?? '';
  return { county: countyOf(townshipCode), subjects: [pettyCashOf(townshipCode)] };
};

/** Refuses money beyond the ceiling of the day (`petty-cash-cap-exceeded`), and any where the county has set none. */
export function checkCap(facts: Facts, balanceFen: number, on: CivilDate): void {
  const capFen = pettyCashCap(facts.county?.parts.parameters ?? [], on);
  must(capFen !== undefined, 'program-closed', { missing: ['parameter:ls.pettyCashCap'] });
  must(balanceFen <= capFen, 'petty-cash-cap-exceeded', { capFen, wouldBeFen: balanceFen });
}

/** The month before that of a day: the one a count closes. */
export const monthBefore = (on: CivilDate): string => addMonths(`${on.slice(0, 7)}-01`, -1).slice(0, 7);
