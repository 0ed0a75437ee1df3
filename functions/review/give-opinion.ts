import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import { PersonToken } from '../../schemas/ids.ts';
import { FenAmount } from '../../schemas/money.ts';
import type { Term } from '../../schemas/term.ts';
import { type Assessed, assessCase, checkConclusion } from '../core/assessed.ts';
import { reviewForm } from '../core/case-forms.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { checkEvaluated, gapsOn } from '../core/investigation.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { raisedClass } from '../core/raised-class.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { checkTrained, trainedFacts } from '../core/trained.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { publicityDue } from '../law/program-path.ts';
import { cite } from '../law/sources.ts';

const GiveOpinionInput = z
  .strictObject({
    result: z.enum(['confirm', 'deny']).describe('审核意见：拟确认、拟不予确认 opinion'),
    grounds: z
      .array(z.string().max(40))
      .max(10)
      .default([])
      .describe('拟不予确认的依据，依业务而定，如 income、property、obligors、rigid-spending grounds of a denial'),
    reasons: z
      .array(z.string().min(1).max(2000))
      .max(20)
      .default([])
      .describe(
        '理由；与计算结果不一致或须人工认定时必填 reasons, needed where the opinion departs from the assessment',
      ),
    amountFen: FenAmount.optional().describe(
      '一般临时救助的拟救助金额（分），由审核人核定，不超过申请金额 sum proposed for temporary assistance',
    ),
    members: z
      .array(PersonToken)
      .max(30)
      .optional()
      .describe('纳入保障的成员，须为全部共同生活成员，缺省为全部 members taken in: all who count'),
  })
  .meta({ id: 'GiveOpinionInput', description: '审核意见 Opinion', examples: [{ result: 'confirm' }] });
type GiveOpinionInput = z.infer<typeof GiveOpinionInput>;

/**
 * The township reviewer's opinion (T10, D57 §19): amount and class follow from the means test of the day. A proposed confirmation is
 * posted, again after an objection only where conclusion, amount or class changed (3.4); a proposed denial is not posted at all. Until
 * it is posted an opinion may be replaced: a confirmer who disagrees sends the case back instead of deciding against it.
 */
export const giveOpinion = defineStep({
  id: 'review.give-opinion',
  zh: '提出审核意见',
  en: 'Give the opinion',
  route: 'POST /v1/cases/{caseId}/opinion',
  provision: [cite('D57', '§19'), cite('LAW', '§44'), cite('N83', '一(一)')],
  input: GiveOpinionInput,
  output: CaseView,
  ifMatch: true,
  facts: trainedFacts,
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    checkTrained(facts, 'give-opinion', { persons: [facts.actor.personId], on });
    checkReady(facts, setting, on);
    const assessed = assessCase(state, setting, on);
    const { persons, finding } = assessed;
    const left = persons.filter((person) => !(input.members ?? persons).includes(person));
    must(left.length === 0, 'all-members-enter', { missing: left });
    const grounds = checkConclusion(input, assessed);
    const repost = isToBePosted(head, input, { assessed, setting, on });
    const data = {
      on,
      result: input.result,
      amountFen: input.result === 'confirm' ? amountOf(input, assessed) : 0,
      ...(input.result === 'confirm' && assessed.class
        ? { class: assessed.class, ...raisedClass(state, assessed) }
        : {}),
      assessment: finding,
      grounds: [...grounds],
      reasons: input.reasons,
      repost,
    };
    const end = [
      'opinion',
      'verification-objection',
      ...(input.result === 'deny' ? ['posting'] : []),
      'reinvestigation',
    ] as Term['term'][];
    const start = [
      ...(repost ? postingAgain(facts, setting, on) : []),
      ...denialToDecide(facts, input, { setting, on }),
    ];
    const granted = input.result === 'confirm';
    const papers = reviewForm({ facts, setting, on }, { form: 'opinion', granted, finding, ...data });
    return reply(facts, { type: 'opinion-given', data, terms: { start, end }, papers }, now);
  },
});

/** Guards before the content of the opinion: filing, P02, an open objection, evaluation, SD2. */
function checkReady(facts: Facts, setting: Setting, on: string): void {
  const state = theCase(facts);
  const { head } = state;
  checkRelativesFiled(facts);
  const missing = gapsOn(state, on);
  must(missing.length === 0, 'investigation-incomplete', { missing });
  const reinvestigated = head.status !== 'reinvestigating' || (head.reinvestigators ?? []).length > 0;
  must(!head.evaluationFailed, 'reinvestigation-missing', { evaluatedOn: head.evaluatedOn });
  must(!head.objectionOpen && reinvestigated, 'objection-open', { objections: head.objections });
  checkEvaluated(state, setting, on);
  const lenient = parameterOn(setting.parameters, 'sod.reviewerMayBeSurveyor', { program: head.program, on })?.value;
  const surveyed = head.surveyors.includes(facts.actor.personId);
  must(lenient === true || !surveyed, 'surveyor-may-not-review', { surveyors: head.surveyors });
}

/** The law sets the money of every program but standard temporary assistance: there a person does, within what is asked (TA18 二(二)). */
function amountOf({ amountFen }: GiveOpinionInput, { amountOpen: open, amountFen: most }: Assessed): number {
  const fits = open ? amountFen !== undefined && amountFen > 0 && amountFen <= most : amountFen === undefined;
  const message = open
    ? `须填写救助金额，且不超过 ${most} 分 state a sum of at most ${most} fen`
    : '该业务金额由法定标准计算，不得填写 the amount of this program is computed';
  must(fits, 'input-invalid', { errors: [{ path: 'amountFen', message }] });
  return amountFen ?? most;
}

/** 特困 is posted again after every objection (T43 §15), the others where something changed (rulebook 3.4). */
function isToBePosted(
  head: CaseHead,
  input: GiveOpinionInput,
  by: { readonly assessed: Assessed; readonly setting: Setting; readonly on: string },
): boolean {
  if (input.result === 'deny' || !publicityDue(head)) return false;
  const { opinion, publicity, program } = head;
  const posted = publicity?.endsOn !== undefined && opinion?.result === 'confirm';
  const same = opinion?.amountFen === amountOf(input, by.assessed) && opinion?.class === by.assessed.class;
  const rule = parameterOn(by.setting.parameters, 'publicity.rePublicizeDB', { program, on: by.on })?.value;
  const again = program === 'TK' && head.status === 'reinvestigating';
  return !posted || !same || again || rule === 'ALWAYS';
}

/**
 * 特困 is decided within days of the end of its publicity (rulebook 3.3). An opinion against it is not posted: there the same days run from the
 * opinion, so that a denial is watched too.
 */
function denialToDecide(
  facts: Facts,
  { result }: GiveOpinionInput,
  { setting, on }: { readonly setting: Setting; readonly on: string },
): Term[] {
  const { head, parts } = theCase(facts);
  const watched = runningTerms(parts.terms).includes('decision');
  if (head.program !== 'TK' || head.mode !== 'delegated' || result !== 'deny' || watched) return [];
  return startTerms(['decision'], { head, setting, fromOn: on });
}

/** A second posting has a latest day of its own, unless that day has already gone by. */
function postingAgain(facts: Facts, setting: Setting, on: string): Term[] {
  const { head, parts } = theCase(facts);
  const { acceptedOn, extension, dueOn, program } = head;
  if (!acceptedOn || !dueOn || program === 'TK' || runningTerms(parts.terms).includes('posting')) return [];
  const decisionDueOn = extension?.dueOn ?? dueOn;
  const again = startTerms(['posting'], { head, setting, fromOn: acceptedOn, decisionDueOn });
  return again.filter((term) => term.dueOn >= on);
}
