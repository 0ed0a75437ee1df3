import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { TermName } from '../../schemas/term.ts';
import { checkDecidedAnew } from '../core/appeal-order.ts';
import { type Assessed, assessCase, checkConclusion } from '../core/assessed.ts';
import { publicityRecordForm, reviewForm } from '../core/case-forms.ts';
import { reply } from '../core/case-reply.ts';
import { runningReviewTerms, startTerms } from '../core/case-terms.ts';
import { checkConfirmingAuthority } from '../core/confirming-authority.ts';
import { checkCountyGate } from '../core/county-gate.ts';
import { decisionPaper } from '../core/decision-paper.ts';
import { checkDoubleAid, excludedBy } from '../core/double-aid.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { granted } from '../core/granted.ts';
import { gapsOf, gapsOn } from '../core/investigation.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { mandatoryChannels, missingChannels } from '../core/postings.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { checkTrained, trainedFacts } from '../core/trained.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { isUnderReview, transitionOf } from '../law/procedure.ts';
import { publicityDue } from '../law/program-path.ts';
import { cite, lawPackOn } from '../law/sources.ts';
import { earliestDecisionOn } from '../law/term-start.ts';

const DecideCaseInput = z
  .strictObject({
    result: z.enum(['confirmed', 'not-confirmed']).describe('确认或不予确认 decision'),
    grounds: z
      .array(z.string().max(40))
      .max(10)
      .default([])
      .describe('不予确认的依据，依业务而定，如 income、property、obligors、rigid-spending grounds of a denial'),
    reasons: z
      .array(z.string().min(1).max(2000))
      .max(20)
      .default([])
      .describe('理由，不予确认时必填 reasons, needed for a denial'),
  })
  .meta({ id: 'DecideCaseInput', description: '确认决定 Decision', examples: [{ result: 'confirmed' }] });
type DecideCaseInput = z.infer<typeof DecideCaseInput>;

const namesSeveral = (body: unknown): boolean =>
  Array.isArray(body) ||
  (typeof body === 'object' &&
    body !== null &&
    ['caseIds', 'cases', 'households', 'villages', 'group'].some((key) => key in body));

/**
 * Decides one case (T13, N83 四(一), D57 §21, LAW §44–45): the township under a delegation in force on the day, else the county. A
 * confirmation takes amount and class from the means test of the day and pays from the next month; a denial states facts, reasons and
 * remedy. Late is late, never a bar (P10). Issues W20 or W21, as the organ that decides.
 */
export const decideCase = defineStep({
  id: 'review.decide-case',
  zh: '作出确认决定',
  en: 'Decide the case',
  route: 'POST /v1/cases/{caseId}/decision',
  provision: [
    cite('SEED', '二(二)2'),
    cite('LAW', '§44(2)'),
    cite('LAW', '§45'),
    cite('D57', '§21'),
    cite('N83', '四(一)'),
  ],
  input: DecideCaseInput,
  output: CaseView,
  ifMatch: true,
  prohibited: (body) => (namesSeveral(body) ? { code: 'group-confirmation-forbidden' } : undefined),
  early: (head, { result }) => checkStage(head, result),
  facts: (call) => ({ ...trainedFacts(call), countyPapers: true, membersHeldBy: excludedBy(call.params['caseId']) }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    checkTrained(facts, 'decide-case', { persons: [facts.actor.personId], on });
    const { delegationId, by } = checkConfirmingAuthority(facts, 'decide-case', on);
    const mandatory = mandatoryChannels(setting.parameters, { program: head.program, on });
    checkPublicityOver(head, input, { on, mandatory });
    checkInvestigated(facts, input, on);
    checkSeparation(head, facts.actor.personId);
    checkDecidedAnew(facts, 'decision', input.reasons);
    checkRelativesFiled(facts);
    checkCountyGate(head, input.result);
    const assessed = assessCase(state, setting, on);
    const confirmed = input.result === 'confirmed';
    if (confirmed) checkDoubleAid(facts, assessed);
    must(confirmed || input.reasons.length > 0, 'reasons-missing');
    const grounds = conclude(head, input, assessed);
    const start = startTerms(confirmed ? termsOf(head, assessed) : ['denial-notice'], {
      head,
      setting,
      fromOn: on,
    });
    const data = {
      on,
      result: input.result,
      ...(confirmed ? granted(head, assessed, on) : { amountFen: 0, entitlements: [] }),
      grounds: [...grounds],
      reasons: input.reasons,
      assessment: assessed.finding,
      calendar: setting.calendar.version,
      lawPack: lawPackOn(on),
      ...(delegationId ? { delegationId } : {}),
    };
    const issuing = { facts, setting, townshipCode: head.townshipCode, on, by };
    const papers = [
      ...decisionPaper(issuing, { ...data, assessed }, start[0]?.dueOn),
      ...reviewForm(issuing, { form: 'decision', granted: confirmed, finding: assessed.finding, ...data }),
      ...publicityRecordForm(issuing, parts.postings),
    ];
    const terms = { start, end: runningReviewTerms(parts.terms) };
    return reply(facts, { type: 'case-decided', data, terms, papers }, now);
  },
});

/** What was not to be posted is not published either (TA26 二(二)); whose self-care was not assessed yet waits for no care (T43 §20). */
const termsOf = (head: CaseHead, { careGrade }: Assessed): readonly TermName[] => [
  'confirmation-notice',
  ...(publicityDue(head) ? (['publication'] as const) : []),
  ...(head.program === 'TK' && careGrade === undefined ? (['self-care'] as const) : []),
];

/** A confirmation of a case that lacks what the law demands is prohibited whatever the state (P02, B12). */
function checkStage(head: CaseHead, result: DecideCaseInput['result']): void {
  const out = !transitionOf('decide-case')?.from.includes(head.status);
  const open = head.acceptedOn === undefined ? head.endedOn === undefined : isUnderReview(head.status);
  const missing = gapsOf(head);
  must(!(result === 'confirmed' && out && open && missing.length > 0), 'investigation-incomplete', { missing });
}

/** A proposed denial is not posted, so denying it waits for nothing (rulebook 3.2). */
const deniesAsProposed = ({ opinion }: CaseHead, { result }: DecideCaseInput): boolean =>
  result === 'not-confirmed' && opinion?.result === 'deny';

/** T11: the last day of publicity belongs to the public (B1), also where a later opinion changed nothing (B5). */
function checkPublicityOver(
  head: CaseHead,
  input: DecideCaseInput,
  { on, mandatory }: { readonly on: string; readonly mandatory: readonly string[] },
): void {
  const { publicity } = head;
  if (deniesAsProposed(head, input) || !publicity) return;
  const { endsOn, channels, broken = [] } = publicity;
  must(!endsOn || endsOn < on, 'publicity-not-over', { endsOn, earliestOn: endsOn && earliestDecisionOn(endsOn) });
  const unposted = channels.length === 0 && broken.length === 0;
  must(endsOn || unposted, 'publicity-channel-missing', { missing: missingChannels(channels, mandatory) });
}

function checkInvestigated(facts: Facts, input: DecideCaseInput, on: string): void {
  const state = theCase(facts);
  const { head } = state;
  const rounds = head.objectionRounds ?? 0;
  must(rounds < 2 || head.collectiveOn, 'collective-review-missing', { rounds });
  must(!head.evaluationFailed, 'reinvestigation-missing', { evaluatedOn: head.evaluatedOn });
  must(head.opinion, 'opinion-missing');
  const posted = head.publicity?.endsOn !== undefined && head.opinion.result === 'confirm';
  const unposted = publicityDue(head) && !posted && !deniesAsProposed(head, input);
  const missing = [...gapsOn(state, on), ...(unposted ? ['publicity'] : [])];
  must(missing.length === 0, 'investigation-incomplete', { missing });
}

/** SD2, by person: who surveyed, for the township or the county, or reviewed does not confirm. */
function checkSeparation({ surveyors, countySurvey, reviewer, opinion }: CaseHead, personId: string): void {
  const surveyed = [...surveyors, ...(countySurvey?.by ?? [])].includes(personId);
  must(!surveyed, 'surveyor-may-not-confirm', { surveyors });
  must(personId !== reviewer && personId !== opinion?.by, 'reviewer-may-not-confirm', { reviewer });
}

/** A matter the law leaves to a person was settled with reasons in the opinion; the decision need not repeat them. */
function conclude({ opinion }: CaseHead, input: DecideCaseInput, assessed: Assessed): readonly string[] {
  const { grounds, reasons, result } = input;
  const settled = result === 'confirmed' && opinion?.result === 'confirm' && assessed.entitled === 'review';
  return settled
    ? []
    : checkConclusion({ result: result === 'confirmed' ? 'confirm' : 'deny', grounds, reasons }, assessed);
}
