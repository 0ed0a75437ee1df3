import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { TermChanges } from '../../schemas/case-events.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import type { TermName } from '../../schemas/term.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Re-investigations of one case before the matter goes to collective review or the county (rulebook 3.4). */
const MOST_ROUNDS = 2;

const RaiseObjectionInput = z
  .strictObject({
    channel: z.enum(['visit', 'letter', 'phone', 'online']).describe('来访、来信、来电、网上 how it came'),
    realName: z.boolean().describe('是否实名；姓名不录入本系统 real name or not; the name itself is not stored'),
    content: z.string().min(1).max(2000).describe('异议内容，不写异议人姓名 what is objected, without the name'),
    raisedOn: CivilDate.optional().describe('提出日期，缺省为当日 day it was raised, today if absent'),
    evidence: z.array(AttachmentId).max(20).default([]).describe('证明材料附件 evidence'),
  })
  .meta({
    id: 'RaiseObjectionInput',
    description: '公示异议 Objection to the publicity',
    examples: [{ channel: 'phone', realName: false, content: '反映该户有一辆小客车' }],
  });

/**
 * Takes an objection to the publicity from anyone, named or not (rulebook 3.4, D57 §19(2)), until the end of its last day (B1). It is
 * looked into again (SEED 二(三)3); the other days of publicity go on (B5). Alone it does not call for the county's survey (B13).
 */
export const raiseObjection = defineStep({
  id: 'review.raise-objection',
  zh: '提出公示异议',
  en: 'Object to the publicity',
  route: 'POST /v1/cases/{caseId}/objections',
  provision: [cite('D57', '§19(2)'), cite('SEED', '二(三)3')],
  input: RaiseObjectionInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.evidence }),
  decide: (facts, { raisedOn, evidence: files, ...said }, now) => {
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const { postedOn = today, endsOn = '' } = head.publicity ?? {};
    const on = raisedOn ?? today;
    must(on <= today && on >= postedOn, 'date-out-of-order', { raisedOn: on, postedOn });
    must(on <= endsOn, 'objection-window-over', { endsOn });
    const again = head.status !== 'reinvestigating';
    must(!again || (head.objectionRounds ?? 0) < MOST_ROUNDS, 'objection-rounds-exhausted', {
      rounds: head.objectionRounds,
    });
    const evidence = files.map((id) => storedFile(facts, id, head.countyCode).sha256);
    const terms = termsOf(head, runningTerms(parts.terms), { setting, on });
    return reply(facts, { type: 'publicity-objected', data: { on, ...said, evidence }, terms }, now);
  },
});

/** 特困: a new opinion within 15 working days of the objection (T43 §15, B4), and the decision waits for the publicity that follows it. */
const termsOf = (
  head: CaseHead,
  running: readonly TermName[],
  { setting, on }: { readonly setting: Setting; readonly on: string },
): TermChanges =>
  head.program === 'TK' && !running.includes('reinvestigation')
    ? { start: startTerms(['reinvestigation'], { head, setting, fromOn: on }), end: ['decision'] }
    : {};
