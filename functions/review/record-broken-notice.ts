import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { TermChanges } from '../../schemas/case-events.ts';
import { Posting } from '../../schemas/case-evidence.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { mandatoryChannels } from '../core/postings.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordBrokenNoticeInput = z
  .strictObject({
    channel: Posting.shape.channel,
    foundOn: CivilDate.describe('发现被撤下或损毁的日期，须在公示期内 day it was found removed, within the period'),
    attachmentId: AttachmentId.describe('现场照片或网页存档 photo or page that shows it'),
    note: z.string().max(400).optional().describe('说明 note'),
  })
  .meta({
    id: 'RecordBrokenNoticeInput',
    description: '公示中断登记 A notice found removed early',
    examples: [{ channel: 'village-board', foundOn: '2026-08-20', attachmentId: 'att-0123456789abcdef' }],
  });

/**
 * Records that a notice was found removed within its period, with proof. The channel has to be posted again; where it is a mandatory
 * one, the seven days start again with it, and with them the latest day to post (rulebook 5). Village, township and county may report it.
 */
export const recordBrokenNotice = defineStep({
  id: 'review.record-broken-notice',
  zh: '登记公示中断',
  en: 'Record a broken notice',
  route: 'POST /v1/cases/{caseId}/publicity-breaks',
  provision: [cite('D57', '§19'), cite('DESIGN', '5', 'design')],
  input: RecordBrokenNoticeInput,
  output: CaseView,
  facts: (call) => ({ ...caseFacts(call), attachments: [call.input.attachmentId] }),
  decide: (facts, { channel, foundOn, attachmentId, note }, now) => {
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const posted = parts.postings.filter((one) => one.channel === channel && one.broken === undefined);
    const postedOn = posted
      .map((one) => one.postedOn)
      .sort()
      .at(-1);
    must(postedOn, 'posting-not-found', { channel });
    must(postedOn <= foundOn && foundOn <= today, 'date-out-of-order', { postedOn, foundOn, today });
    const { endsOn } = head.publicity ?? {};
    must(!endsOn || foundOn <= endsOn, 'publicity-already-over', { foundOn, endsOn });
    const { sha256: proof } = storedFile(facts, attachmentId, head.countyCode);
    const restarts = mandatoryChannels(setting.parameters, { program: head.program, on: today }).includes(channel);
    const again = restarts && endsOn !== undefined;
    return reply(
      facts,
      {
        type: 'publicity-broken',
        data: { channel, on: foundOn, proof, ...(note ? { note } : {}), restarts },
        terms: again ? termsAgain(head, setting, today) : {},
      },
      now,
    );
  },
});

/**
 * What stops and what runs again: the period stops, for 特困 with the term to decide that follows it. The latest day to post runs up to
 * the same last day of the decision, where it is still to come: a break is no ground to extend it (N83 四(一)).
 */
function termsAgain(head: CaseHead, setting: Setting, today: CivilDate): TermChanges {
  const { acceptedOn, extension, program, mode } = head;
  if (program === 'TK') return { end: ['publicity', ...(mode === 'delegated' ? (['decision'] as const) : [])] };
  const posting = startTerms(['posting'], {
    head,
    setting,
    fromOn: acceptedOn ?? today,
    ...(extension ? { decisionDueOn: extension.dueOn } : {}),
  });
  return { start: posting.filter(({ dueOn }) => dueOn >= today), end: ['publicity'] };
}
