import * as z from 'zod';
import type { CaseHead } from '../../schemas/case.ts';
import { type CaseTerm, CaseTermList } from '../../schemas/case-term.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { accountedTerm } from '../core/alert-setting.ts';
import { theCase } from '../core/facts.ts';
import { isApplicant } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { isOverdue, lastDayOf } from '../law/term-start.ts';
import { termRule } from '../law/terms.ts';

const CaseTermQuery = z
  .strictObject({})
  .meta({ id: 'CaseTermQuery', description: '查看期限 Reading the terms', examples: [{}] });

/**
 * The terms of a case as they stand today (Asia/Shanghai): overdue is computed from dates, whatever the clock has or has not raised
 * (design decision 5). Applicants see last days and organisations, no officer.
 */
export const listCaseTerms = defineStep({
  id: 'supervision.list-case-terms',
  zh: '案件期限清单',
  en: 'List the terms of a case',
  route: 'GET /v1/cases/{caseId}/terms',
  provision: [cite('PIPL', '§45'), cite('SEED', '二(三)5')],
  input: CaseTermQuery,
  output: CaseTermList,
  facts: ({ params }) => ({ case: params['caseId'] }),
  decide: (facts, _input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const named = !isApplicant(facts.actor);
    const terms = parts.terms.map((term) => viewOfTerm(accountedTerm(head, term), { head, on, named }));
    return { reply: { caseId: head.caseId, on, terms } };
  },
});

function viewOfTerm(
  term: Term,
  of: { readonly head: CaseHead; readonly on: CivilDate; readonly named: boolean },
): CaseTerm {
  const { endedAt: _endedAt, holderId, ...rest } = term;
  const { zh, en } = termRule(term.term, { delegated: of.head.mode === 'delegated', program: of.head.program });
  return {
    ...rest,
    ...(holderId && of.named ? { holderId } : {}),
    zh,
    en,
    lastOn: lastDayOf(term),
    overdue: isOverdue(term, of.on),
  };
}
