import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import type { TermName } from '../../schemas/term.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { managementOf } from '../core/managed.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ObjectTerminationInput = z
  .strictObject({
    channel: z.enum(['visit', 'letter', 'phone', 'online']).describe('来访、来信、来电、网上 how it came'),
    realName: z.boolean().describe('是否实名；姓名不录入本系统 real name or not; the name itself is not stored'),
    content: z.string().min(1).max(2000).describe('异议内容，不写异议人姓名 what is objected, without the name'),
    raisedOn: CivilDate.optional().describe('提出日期，缺省为当日 day it was raised, today if absent'),
    evidence: z.array(AttachmentId).max(20).default([]).describe('证明材料附件 evidence'),
  })
  .meta({
    id: 'ObjectTerminationInput',
    description: '对终止特困供养的公示提出异议 Objection to a proposed end of 特困',
    examples: [{ channel: 'phone', realName: false, content: '反映该户子女无力赡养' }],
  });

/** Terms that lead to the decision the objection takes back. */
const ofProposal: readonly TermName[] = ['adjustment', 'hearing-notice', 'hearing'];

/**
 * Takes an objection to the publicity of a proposed end of 特困, until the end of its last day (T43 §26, B1): the household is looked at again within fifteen working days, and what is then proposed is posted again.
 * What had been proposed, posted and heard falls; the aid goes on.
 */
export const objectTermination = defineStep({
  id: 'review.object-termination',
  zh: '对终止特困供养提出异议',
  en: 'Object to a proposed end of 特困',
  route: 'POST /v1/cases/{caseId}/termination-objections',
  provision: [cite('T43', '§26'), cite('SEED', '二(三)3')],
  input: ObjectTerminationInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.evidence }),
  decide: (facts, { raisedOn, evidence: files, ...said }, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const { posted, proposal } = managementOf(state);
    must(posted && proposal, 'proposal-missing', { proposed: proposal?.result, program: head.program });
    const { postedOn = today, endsOn = '' } = posted;
    const on = raisedOn ?? today;
    must(on <= today && on >= postedOn, 'date-out-of-order', { raisedOn: on, postedOn });
    must(on <= endsOn, 'objection-window-over', { endsOn });
    const evidence = files.map((id) => storedFile(facts, id, head.countyCode).sha256);
    const start = startTerms(['termination-recheck'], { head, setting, fromOn: on });
    const end = runningTerms(parts.terms).filter((name) => ofProposal.includes(name));
    const data = { on, ...said, evidence, status: 'checking' as const };
    return reply(facts, { type: 'termination-objected', data, terms: { start, end } }, now);
  },
});
