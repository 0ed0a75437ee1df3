import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { PersonId } from '../../schemas/ids.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms } from '../core/case-terms.ts';
import { type Facts, staffOf, theCase } from '../core/facts.ts';
import { nearStaff } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const HandOverCaseInput = z
  .strictObject({
    post: z.enum(['TC', 'TS', 'TR', 'TD', 'CC', 'CV']).describe('交接的岗位 post handed over'),
    from: PersonId.describe('移交人 who hands over'),
    to: PersonId.describe('接办人 who takes over'),
    reason: z.string().min(1).max(2000).describe('原因，如调离、回避、休假 why'),
  })
  .meta({
    id: 'HandOverCaseInput',
    description: '案件交接 Hand-over of a case',
    examples: [{ post: 'TC', from: 'p-clerk-1', to: 'p-clerk-2', reason: '原经办人调离' }],
  });
type HandOverCaseInput = z.infer<typeof HandOverCaseInput>;

/**
 * Hands the open tasks of one person on a case to another of the same post, with the reason: the clerk of the case and the holder of each
 * running term change, no term begins anew (rulebook 3.7). Separation and recusal hold for whoever takes over (SD2, SD4, SD7), by person.
 * What was done stays with whoever did it. The township's confirmer hands over within the township, the county within the county.
 */
export const handOverCase = defineStep({
  id: 'review.hand-over-case',
  zh: '案件交接',
  en: 'Hand over a case',
  route: 'POST /v1/cases/{caseId}/hand-over',
  provision: [cite('D57', '§11'), cite('DESIGN', '1.4', 'design')],
  input: HandOverCaseInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), staff: [call.input.to] }),
  decide: (facts, input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const { post, from, to } = input;
    const ofCounty = post === 'CC' || post === 'CV';
    must(ofCounty === (facts.actor.post === 'CC'), 'post-not-permitted', {
      act: 'hand-over-case',
      post: facts.actor.post,
      permitted: ofCounty ? ['CC'] : ['TD'],
    });
    mustBeFit(facts, input, on);
    const start = parts.terms
      .filter(({ endedOn, holderPost, holderId }) => endedOn === undefined && holderPost === post && holderId === from)
      .map((term) => ({ ...term, holderId: to }));
    const clerk = post === 'TC' && head.clerk === from;
    must(clerk || start.length > 0, 'nothing-to-hand-over', { from, running: runningTerms(parts.terms) });
    return reply(facts, { type: 'case-handed-over', data: { on, ...input }, terms: { start } }, now);
  },
});

/** Whoever takes over holds the post, is near to nobody in the household, and did none of what must be kept apart from it. */
function mustBeFit(facts: Facts, { post, from, to }: HandOverCaseInput, on: string): void {
  const { head } = theCase(facts);
  must(from !== to, 'already-done', { to });
  const orgCode = post === 'CC' || post === 'CV' ? head.countyCode : head.townshipCode;
  const record = staffOf(facts, to);
  const serves = record && record.activeFrom <= on && on <= (record.activeTo ?? on);
  const holds = record?.posts.some((one) => one.post === post && one.orgCode === orgCode);
  must(serves && holds, 'staff-unknown', { staff: [to], post, orgCode });
  const near = head.relatives.includes(to) || nearStaff(facts).has(to);
  must(!near, 'near-relative-recused', { caseId: head.caseId, persons: [to] });
  const surveyed = [...head.surveyors, ...(head.countySurvey?.by ?? [])].includes(to);
  const reviewed = to === head.reviewer || to === head.opinion?.by;
  must(post !== 'TS' || !reviewed, 'surveyor-may-not-review', { reviewer: head.reviewer });
  must(post !== 'TR' || !surveyed, 'surveyor-may-not-review', { surveyors: head.surveyors });
  must(post !== 'TD' || !surveyed, 'surveyor-may-not-confirm', { surveyors: head.surveyors });
  must(post !== 'TD' || !reviewed, 'reviewer-may-not-confirm', { reviewer: head.reviewer });
  const handled = surveyed || reviewed || to === head.clerk || to === head.verification?.by;
  must(post !== 'CC' || !handled, 'handler-may-not-check', { persons: [to] });
}
