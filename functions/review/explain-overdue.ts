import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { TermName } from '../../schemas/term.ts';
import { accountedTerm } from '../core/alert-setting.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { isOverdue } from '../law/term-start.ts';
import { termRule } from '../law/terms.ts';

const ExplainOverdueInput = z
  .strictObject({
    term: TermName,
    reason: z.string().min(1).max(2000).describe('超期原因 why it ran over'),
  })
  .meta({
    id: 'ExplainOverdueInput',
    description: '超期说明 Reason of an overrun',
    examples: [{ term: 'decision', reason: '公示材料返工' }],
  });

/** The holder of an overdue term says why (rulebook 3.9a). It changes nothing else: overdue decides nothing, nor does its reason (P10). */
export const explainOverdue = defineStep({
  id: 'review.explain-overdue',
  zh: '说明超期原因',
  en: 'Explain an overdue term',
  route: 'POST /v1/cases/{caseId}/overdue-reason',
  provision: [cite('SEED', '二(三)5'), cite('DESIGN', '3.9a')],
  input: ExplainOverdueInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, { term: name, reason }, now) => {
    const { parts, head } = theCase(facts);
    const on = civilDateOf(now);
    const overdue = parts.terms.filter((term) => termRule(term.term).watched && isOverdue(term, on));
    const term = overdue.find((one) => one.term === name);
    must(term, 'overdue-reason-not-due', { terms: overdue.map((one) => one.term) });
    const { post } = facts.actor;
    const byCounty = post === 'CC' || post === 'CV';
    const { countyHeld } = accountedTerm(head, term);
    must(byCounty === countyHeld, 'post-not-permitted', {
      act: 'explain-overdue',
      post,
      permitted: countyHeld ? ['CC', 'CV'] : ['TC', 'TS', 'TR', 'TD'],
      holderOrg: term.holderOrg,
      caseId: head.caseId,
    });
    return reply(facts, { type: 'overdue-explained', data: { on, term: name, reason } }, now);
  },
});
