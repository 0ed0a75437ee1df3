import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { Household } from '../../schemas/household.ts';
import type { HouseholdChange } from '../../schemas/household-change.ts';
import { PersonToken } from '../../schemas/ids.ts';
import { AdjustmentGround, CheckResult, type Proposal } from '../../schemas/management.ts';
import type { TermName } from '../../schemas/term.ts';
import { type Conclusion, type Consequence, consequenceOf } from '../core/adjustment-proposal.ts';
import { orderOf } from '../core/appeal-order.ts';
import { countedOn } from '../core/assessed.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { correctedHousehold } from '../core/household-correction.ts';
import { managementOf, openChanges, restingStatus } from '../core/managed.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { checkNewcomers, withoutUnfounded } from '../core/newcomers.ts';
import { must } from '../core/problem.ts';
import { reverificationTerm } from '../core/reverification-term.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { viewsNotice } from '../core/views-notice.ts';
import { factLines, hearingDue } from '../law/adjustment-clauses.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { householdAfter } from '../law/household-changes.ts';
import { cite } from '../law/sources.ts';

const RecordReverificationInput = z
  .strictObject({
    result: CheckResult,
    ground: AdjustmentGround.exclude(['revocation']).default('means').describe('依据，缺省为经济状况或人口变化 ground'),
    person: PersonToken.optional().describe('拒绝工作的成员 member who refused work, for that ground'),
    reasons: z
      .array(z.string().min(1).max(2000))
      .max(20)
      .default([])
      .describe('理由，拟减发、停发、渐退时必填 reasons'),
    unfounded: z.array(z.string().max(20)).max(50).default([]).describe('查无实据的变化编号 changes found untrue'),
    household: Household.optional().describe('核查后的家庭情况，有变化时填写 household as found, where it differs'),
  })
  .meta({ id: 'RecordReverificationInput', description: '核查结论 Result of a check', examples: [{ result: 'none' }] });
type RecordReverificationInput = z.infer<typeof RecordReverificationInput>;

/**
 * The township reviewer's conclusion of a check, periodic or of a change (D57 §31–33, LAW §46–48): the amount is computed, never entered.
 * What leaves the aid as it is begins the next cycle; an increase goes to decision; a reduction or stop first asks the household for its
 * views (W23), and the aid goes on meanwhile.
 */
export const recordReverification = defineStep({
  id: 'review.record-reverification',
  zh: '提出核查结论',
  en: 'Conclude a check',
  route: 'POST /v1/cases/{caseId}/reverifications',
  provision: [
    cite('D57', '§31'),
    cite('D57', '§32'),
    cite('D57', '§34'),
    cite('LAW', '§46-48'),
    cite('SEED', '二(三)4'),
  ],
  input: RecordReverificationInput,
  output: CaseView,
  ifMatch: true,
  facts: caseFacts,
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    checkRelativesFiled(facts);
    const { restores, appealId } = orderOf(state) ?? {};
    must(!restores, 'restoration-first', { appealId });
    const conclusion = concluded(facts, input, on);
    checkLooked(facts, conclusion, on);
    checkNewcomers(facts, conclusion.confirmed, on);
    const consequence = consequenceOf({ state, setting, on }, conclusion);
    const changes = openChanges(state);
    const settled = conclusion.confirmed.map(({ changeId }) => changeId);
    const proposal = proposalOf(facts, { conclusion, consequence, setting, on });
    const papers =
      proposal && asksViews(proposal, on)
        ? viewsNotice({ facts, setting, townshipCode: head.townshipCode, on }, proposal)
        : [];
    const household = {
      ...(conclusion.household === state.parts.household ? {} : { household: conclusion.household }),
    };
    const data = {
      on,
      basis: managementOf(state).check?.basis ?? 'change',
      result: input.result,
      status: statusAfter(facts, proposal, papers.length > 0),
      settled,
      unfounded: changes.filter(({ changeId }) => input.unfounded.includes(changeId)).map(({ changeId }) => changeId),
      reasons: input.reasons,
      amountFen: consequence.amountFen,
      parameterIds: [...consequence.parameterIds],
      ...(proposal ? { proposal: { ...proposal, ...(papers[0] ? { notice: papers[0].paperId } : {}) } } : {}),
      ...household,
    };
    const terms = termsAfter(facts, setting, { proposal, asked: papers.length > 0, conclusion, on });
    return reply(facts, { type: 'household-reverified', data, terms, papers }, now);
  },
});

/** The household as found: figures of the check, then what the changes found true do to the count (D57 §7). */
function concluded(facts: Facts, input: RecordReverificationInput, on: string): Conclusion {
  const state = theCase(facts);
  const open = openChanges(state);
  const unknown = input.unfounded.filter((id) => !open.some(({ changeId }) => changeId === id));
  must(unknown.length === 0, 'input-invalid', {
    errors: unknown.map((id) => ({ path: 'unfounded', message: `没有这项待核查的变化 no such open change: ${id}` })),
  });
  const confirmed: readonly HouseholdChange[] = open.filter(({ changeId }) => !input.unfounded.includes(changeId));
  const { household = state.parts.household } = correctedHousehold(state, input.household, on);
  const unfounded = open.filter((change) => !confirmed.includes(change));
  const looked = withoutUnfounded(household, unfounded);
  const statuses = confirmed.some(({ person, joined }) => person !== undefined || joined !== undefined);
  return {
    result: input.result,
    ground: input.ground,
    person: input.person,
    reasons: input.reasons,
    confirmed,
    household: statuses ? householdAfter(looked, confirmed) : looked,
  };
}

/** SD2 and the ground: somebody else looked; a change was found within the cycle; what is against the household has its reasons. */
function checkLooked(facts: Facts, { result, ground, confirmed, household, reasons }: Conclusion, on: string): void {
  const state = theCase(facts);
  const { check } = managementOf(state);
  const surveyed = check?.surveyors.includes(facts.actor.personId) === true;
  must(!surveyed, 'surveyor-may-not-review', { surveyors: check?.surveyors });
  const nobodyLeft = countedOn({ parts: { ...state.parts, household } }, on).length === 0;
  const onPaper = nobodyLeft || ['voluntary-exit', 'moved-away', 'work-refusals'].includes(ground);
  must(onPaper || check?.visitedOn || check?.verifiedOn, 'check-missing', { openedOn: check?.openedOn });
  const withoutChange = check?.basis === 'change' && confirmed.length === 0;
  must(result === 'none' || !withoutChange, 'no-change-within-cycle', { openedOn: check?.openedOn });
  must(reasons.length > 0 || result === 'none' || result === 'increase', 'reasons-missing');
}

type Concluded = {
  readonly conclusion: Conclusion;
  readonly consequence: Consequence;
  readonly setting: Setting;
  readonly on: string;
};

function proposalOf(facts: Facts, { conclusion, consequence, on }: Concluded): Proposal | undefined {
  const { result, ground, reasons, confirmed } = conclusion;
  if (result === 'none') return undefined;
  const { oldAmountFen, amountFen, computation, review } = consequence;
  return {
    result,
    ground,
    on,
    by: facts.actor.personId,
    oldAmountFen,
    amountFen,
    facts: [...factLines(confirmed)],
    reasons: [...reasons],
    computation: [...computation],
    ...(review ? { review } : {}),
  };
}

/** Who leaves by a written statement has given up further views with it (C9); everybody else is asked (LAW §48, K6). */
const asksViews = ({ result, ground }: Proposal, on: string): boolean =>
  (result === 'reduce' || result === 'stop') && ground !== 'voluntary-exit' && hearingDue(on);

const statusAfter = (facts: Facts, proposal: Proposal | undefined, asked: boolean) =>
  proposal ? (asked ? 'hearing' : 'checking') : restingStatus(managementOf(theCase(facts)));

/** The check is done; what follows has a day of its own. Without a change the next cycle begins. */
function termsAfter(
  facts: Facts,
  setting: Setting,
  of: {
    readonly proposal: Proposal | undefined;
    readonly asked: boolean;
    readonly conclusion: Conclusion;
    readonly on: string;
  },
) {
  const state = theCase(facts);
  const { head, parts } = state;
  const rests = of.proposal === undefined;
  const next: TermName[] = of.asked ? ['adjustment', 'hearing-notice'] : ['adjustment'];
  const found = { ...state, parts: { ...parts, household: of.conclusion.household } };
  const cycle = rests && !managementOf(state).fadeOut ? reverificationTerm(found, setting, of.on) : [];
  const start = rests ? cycle : startTerms(next, { head, setting, fromOn: of.on });
  const over: readonly TermName[] = [
    'change-check',
    'reverification',
    'verification-inform',
    'evaluation',
    'termination-recheck',
    ...(rests ? (['death-adjustment', 'appeal-order'] as const) : []),
  ];
  const begun = start.map(({ term }) => term);
  return { start, end: runningTerms(parts.terms).filter((name) => over.includes(name) && !begun.includes(name)) };
}
