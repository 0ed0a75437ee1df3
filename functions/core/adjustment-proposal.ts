import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { HouseholdChange } from '../../schemas/household-change.ts';
import type { AdjustmentGround, CheckResult } from '../../schemas/management.ts';
import { withoutShare } from '../law/benefit-amounts.ts';
import { refusalsInRow } from '../law/household-changes.ts';
import { parameterOn } from '../law/parameters.ts';
import { retainedAsMinor } from '../law/tk-retention.ts';
import { type Assessed, assessCase, countedOn } from './assessed.ts';
import type { CaseState } from './case-fold.ts';
import { benefitIn, effectMonth, managementOf } from './managed.ts';
import { must, Problem } from './problem.ts';
import type { Setting } from './setting.ts';

/** What a check concludes, on which ground, and the household as it was found. */
export interface Conclusion {
  readonly result: CheckResult;
  readonly ground: AdjustmentGround;
  /** The member it is about, where the ground is one member's conduct. */
  readonly person?: string | undefined;
  readonly household: Household;
  /** Changes found true by this check. */
  readonly confirmed: readonly HouseholdChange[];
  readonly reasons: readonly string[];
}

/** What follows for the amount, and the computation behind it. Fen a month. */
export interface Consequence {
  readonly oldAmountFen: number;
  readonly amountFen: number;
  readonly computation: readonly string[];
  readonly parameterIds: readonly string[];
  readonly review: boolean;
}

type Found = { readonly state: CaseState; readonly setting: Setting; readonly on: CivilDate };

/**
 * The amount that follows from a check (D57 §31–34, N83 一(三)); refuses a result that does not follow: an increase without a higher
 * amount, a reduction without a lower one, a stop of a household that still qualifies, or nothing where it no longer does.
 */
export function consequenceOf(found: Found, conclusion: Conclusion): Consequence {
  const { ground } = conclusion;
  if (ground === 'work-refusals') return byShare(found, conclusion);
  if (ground === 'voluntary-exit' || ground === 'moved-away') return byLeaving(found, conclusion);
  return byMeans(found, conclusion);
}

const oldAmount = ({ state, on }: Found): number => benefitIn(state, effectMonth(on));

const nothingLeft = (found: Found, line: string): Consequence => ({
  oldAmountFen: oldAmount(found),
  amountFen: 0,
  computation: [line],
  parameterIds: [],
  review: false,
});

/** Three refusals of suitable work in a row take that member's own share (D57 §34, A8): the flag K9 lets a county switch it off. */
function byShare(found: Found, { result, person = '', household }: Conclusion): Consequence {
  const { state, setting, on } = found;
  const { program } = state.head;
  const value = (key: 'refusal.count' | 'refusal.applies') =>
    parameterOn(setting.parameters, key, { program, on })?.value;
  must(value('refusal.applies') === true, 'ground-not-lawful', { ground: 'work-refusals' });
  const required = Number(value('refusal.count') ?? 3);
  const count = refusalsInRow(managementOf(state).changes, person);
  must(count >= required, 'refusals-too-few', { count, required });
  const members = countedOn({ parts: { ...state.parts, household } }, on).length;
  const oldAmountFen = oldAmount(found);
  const amountFen = withoutShare(oldAmountFen, members);
  must(result === (amountFen === 0 ? 'stop' : 'reduce'), 'result-contradicts-check', { result, amountFen });
  const line = `扣减本人份额：${oldAmountFen / 100} × ${members - 1} ÷ ${members}，进到元 = ${amountFen / 100} 元`;
  return { oldAmountFen, amountFen, computation: [line], parameterIds: [], review: false };
}

/** Leaving on one's own wish, or for a place outside the county: the latter only under a rule the county has on record (rulebook 6.5). */
function byLeaving(found: Found, { result, ground, confirmed }: Conclusion): Consequence {
  const { state, setting, on } = found;
  const left = confirmed.some(({ kind, toTownship }) =>
    ground === 'moved-away' ? kind === 'move' && toTownship === undefined : kind === 'voluntary-exit',
  );
  must(left && result === 'stop', 'result-contradicts-check', { result, ground });
  if (ground === 'voluntary-exit') return nothingLeft(found, '家庭书面声明自愿退出，自次月起停发');
  const rule = parameterOn(setting.parameters, 'move.outsideCounty', { program: state.head.program, on });
  if (!rule) throw new Problem('program-closed', { missing: ['parameter:move.outsideCounty'] });
  return nothingLeft(found, '迁出本县，按自治区规定停发');
}

/** By the means test of the day on the household as found. */
function byMeans(found: Found, conclusion: Conclusion): Consequence {
  const { state, setting, on } = found;
  const { result, household, confirmed, reasons } = conclusion;
  const assessment = assessCase({ ...state, parts: { ...state.parts, household } }, setting, on);
  const oldAmountFen = oldAmount(found);
  const review = assessment.entitled === 'review';
  const amountFen = assessment.entitled === false ? 0 : assessment.amountFen;
  if (keptAsMinor(found, assessment, household)) {
    must(result === 'none', 'minor-retained', { result });
    const { computation, parameterIds } = assessment.finding;
    return { oldAmountFen, amountFen: oldAmountFen, computation, parameterIds, review: false };
  }
  const lawful = followsFrom(found, assessment, oldAmountFen);
  must(lawful.includes(result) && (!review || reasons.length > 0), 'result-contradicts-check', {
    result,
    lawful,
    oldAmountFen,
    amountFen,
    entitled: assessment.entitled,
  });
  if (result === 'fade-out') checkFadeOutGround(found, confirmed, household);
  const kept = result === 'none' ? oldAmountFen : amountFen;
  return {
    oldAmountFen,
    amountFen: result === 'fade-out' ? oldAmountFen : kept,
    computation: assessment.finding.computation,
    parameterIds: assessment.finding.parameterIds,
    review,
  };
}

/** Results the computation allows. At the end of a fade-out a household that qualifies again goes back to its normal amount (6.4). */
function followsFrom({ state }: Found, { entitled, amountFen }: Assessed, old: number): readonly CheckResult[] {
  const { fadeOut, check } = managementOf(state);
  const atEnd = check?.basis === 'fade-out-end';
  if (entitled === false) return fadeOut ? ['stop', ...(atEnd ? [] : (['none'] as const))] : ['stop', 'fade-out'];
  const byAmount: CheckResult = amountFen > old ? 'increase' : amountFen < old ? 'reduce' : 'none';
  const changes: CheckResult[] = fadeOut && byAmount === 'none' ? ['increase'] : [byAmount];
  return entitled === 'review' ? ['none', 'increase', 'reduce', 'stop'] : changes;
}

/** A fade-out needs a rise by employment (D57 §33, B18); the notice's wider ground only where the county switches it on. */
function checkFadeOutGround(
  { state, setting, on }: Found,
  confirmed: readonly HouseholdChange[],
  household: Household,
): void {
  const wide = parameterOn(setting.parameters, 'fade.wideGround', { program: state.head.program, on })?.value;
  const counted = countedOn({ parts: { ...state.parts, household } }, on);
  const employed = confirmed.some(
    ({ kind, person }) => kind === 'employment' && (person === undefined || counted.includes(person)),
  );
  must(employed || wide === true, 'fade-out-not-warranted');
}

/** Whoever came into 特困 as a minor is not put out for the age of entry alone (LAW §16, T43 §24, K4). */
function keptAsMinor({ state, on }: Found, { entitled, grounds }: Assessed, household: Household): boolean {
  if (state.head.program !== 'TK' || entitled !== false) return false;
  const failed = grounds.filter(({ passed }) => passed === false);
  const person = household.members.find((member) => member.person === state.head.applicant);
  return person !== undefined && failed.every(({ code }) => code === 'labour-ability') && retainedAsMinor(person, on);
}
