import type { Assessment } from '../../schemas/assessment.ts';
import type { CaseClass } from '../../schemas/case.ts';
import type { Posting, Visit } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { PaperData } from '../../schemas/documents.ts';
import type { Paper } from '../../schemas/paper.ts';
import { nextDay } from '../law/calendar.ts';
import { departmentText, needText } from '../law/needs.ts';
import { cite, lawPackOn } from '../law/sources.ts';
import { coveredOn } from './assessed.ts';
import { delegationOf, type Facts, inForce, theCase } from './facts.ts';
import { type Issuing, issuePapers } from './paper.ts';
import type { Setting } from './setting.ts';

/** The act that puts a form on file. */
type Filing = { readonly facts: Facts; readonly setting: Setting; readonly on: CivilDate; readonly by?: Issuing['by'] };

const issuing = ({ facts, setting, on, by }: Filing): Issuing => ({
  ...{ facts, setting, on, townshipCode: theCase(facts).head.townshipCode },
  ...(by ? { by } : {}),
});

/** W10 to the county: whom to verify, under which consents, from which sources. */
export function verificationRequestPaper(
  filing: Filing,
  asked: { readonly persons: readonly string[]; readonly scope: readonly string[] },
): readonly Paper[] {
  const { head, parts } = theCase(filing.facts);
  const consents = parts.consents.filter(({ person }) => asked.persons.includes(person));
  const data = { program: head.program, persons: [...asked.persons], consents, scope: [...asked.scope] };
  return issuePapers(issuing(filing), [
    { kind: 'W10', to: 'county', clauses: [cite('D57', '§17'), cite('LAW', '§40')], data },
  ]);
}

/** W11 of the county to the township: what the sources answered. */
export function verificationReportPaper(
  filing: Filing,
  report: Omit<PaperData['W11'], 'program' | 'returnedOn'>,
): readonly Paper[] {
  const data = { program: theCase(filing.facts).head.program, returnedOn: filing.on, ...report };
  return issuePapers(issuing({ ...filing, by: 'county' }), [
    { kind: 'W11', to: 'township', clauses: [cite('D57', '§17'), cite('LAW', '§41')], data },
  ]);
}

/** W13 on file: what a visit found, by the township or by the county itself. */
export function surveyForm(filing: Filing, visit: Visit, corrected: boolean): readonly Paper[] {
  const { head } = theCase(filing.facts);
  const by = filing.by ?? 'township';
  const data = { applicant: head.applicant, program: head.program, by, visit, members: head.members, corrected };
  const clauses = [by === 'county' ? cite('D57', '§20(2)') : cite('D57', '§16')];
  return issuePapers(issuing(filing), [{ kind: 'W13', to: 'file', clauses, data }]);
}

/** W15 on file: minutes of a meeting on the case. */
export const minutesForm = (filing: Filing, data: PaperData['W15']): readonly Paper[] =>
  issuePapers(issuing(filing), [{ kind: 'W15', to: 'file', clauses: [cite('SEED', '二(三)2')], data }]);

/** W18 on file: where the notice hung and what came of it; nothing where none was posted to its end. */
export function publicityRecordForm(filing: Filing, postings: readonly Posting[]): readonly Paper[] {
  const { head } = theCase(filing.facts);
  const { publicity, objections, reinvestigators = [] } = head;
  if (!publicity?.endsOn || postings.length === 0) return [];
  const data = {
    postings: [...postings],
    ...(publicity.postedOn ? { fromOn: nextDay(publicity.postedOn) } : {}),
    endsOn: publicity.endsOn,
    restarts: postings.length - new Set(postings.map(({ channel }) => channel)).size,
    objections,
    reinvestigated: reinvestigators.length > 0,
  };
  return issuePapers(issuing(filing), [{ kind: 'W18', to: 'file', clauses: [cite('D57', '§19')], data }]);
}

/** What a review or a decision concludes. */
export interface Concluded {
  readonly form: 'opinion' | 'decision';
  readonly granted: boolean;
  readonly amountFen: number;
  readonly class?: CaseClass | undefined;
  readonly firstMonth?: string | undefined;
  readonly reasons: readonly string[];
  readonly finding: Pick<Assessment, 'computation' | 'parameterIds'>;
}

const results = {
  opinion: ['拟予确认', '拟不予确认'],
  decision: ['符合条件，予以确认', '不符合条件，不予确认'],
} as const;

/** W16 on file: facts, computation, amount and month, under which rules and by whom. The text writes what was checked from these days. */
export function reviewForm(filing: Filing, concluded: Concluded): readonly Paper[] {
  const { facts, on } = filing;
  const state = theCase(facts);
  const { head } = state;
  const { form, granted, finding, reasons } = concluded;
  const { personId } = facts.actor;
  const delegation = delegationOf(facts, head.program, head.townshipCode);
  const basis = inForce(delegation, on)
    ? `${delegation.legalBasis.title}（${delegation.legalBasis.documentNo}）`
    : undefined;
  const data: PaperData['W16'] = {
    form,
    program: head.program,
    applicant: head.applicant,
    persons: [...coveredOn(state, on)],
    checked: checkedBefore(facts),
    ...needsFound(facts),
    facts: [...reasons],
    computation: [...finding.computation],
    result: results[form][granted ? 0 : 1],
    ...(concluded.class ? { class: concluded.class } : {}),
    ...(granted ? { amountFen: concluded.amountFen } : {}),
    ...(concluded.firstMonth ? { firstMonth: concluded.firstMonth } : {}),
    lawPack: lawPackOn(on),
    parameters: [...finding.parameterIds],
    ...(form === 'opinion'
      ? { reviewer: personId, reviewedOn: on }
      : {
          ...(head.opinion ? { reviewer: head.opinion.by, reviewedOn: head.opinion.on } : {}),
          confirmer: personId,
          decidedOn: on,
        }),
    ...(basis ? { delegation: basis } : {}),
  };
  const clauses = form === 'opinion' ? [cite('D57', '§19')] : [cite('D57', '§19'), cite('D57', '§21')];
  return issuePapers(issuing(filing), [{ kind: 'W16', to: 'file', clauses, data }]);
}

/** The days on which the case was verified, visited, evaluated and publicised. */
function checkedBefore(facts: Facts): NonNullable<PaperData['W16']['checked']> {
  const { verification, surveyedOn, evaluatedOn, countySurvey, publicity, objections } = theCase(facts).head;
  return {
    ...(verification?.finishedOn ? { verifiedOn: verification.finishedOn } : {}),
    ...(surveyedOn ? { surveyedOn } : {}),
    ...(countySurvey ? { countySurveyedOn: countySurvey.doneOn } : {}),
    ...(evaluatedOn ? { evaluatedOn } : {}),
    ...(publicity?.endsOn ? { publicityEndsOn: publicity.endsOn } : {}),
    objections,
  };
}

/** What else the household needs and which departments were asked, as the comprehensive assessment found (SEED 二(三)1). */
function needsFound(facts: Facts): Pick<PaperData['W16'], 'checks'> {
  const { needs } = theCase(facts).head;
  if (!needs) return {};
  const found = needs.found.map(needText).join('、') || '无其他需求';
  const asked = needs.referred?.map(departmentText).join('、');
  return { checks: [`综合评估救助需求：${found}${asked ? `；已转请${asked}办理` : ''}`] };
}
