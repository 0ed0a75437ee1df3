import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { PostingProof } from '../../schemas/review-proofs.ts';
import { coveredOn, minorMark } from '../core/assessed.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { placeOfNotice, postingFacts, publishedEverywhere } from '../core/postings.ts';
import { reverificationTerm } from '../core/reverification-term.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite, layersOn } from '../law/sources.ts';

const PublishConfirmationInput = z
  .strictObject({ postings: z.array(PostingProof).min(1).max(10).describe('各渠道公布凭证 proof per channel') })
  .meta({
    id: 'PublishConfirmationInput',
    description: '公布确认结果 Publication',
    examples: [
      { postings: [{ channel: 'village-board', postedOn: '2026-08-26', attachmentId: 'att-0123456789abcdef' }] },
    ],
  });

/** Publishes the result where the family lives (T16, LAW §45, D57 §24): name, members, amount and no more (W22). The household is active from then on. */
export const publishConfirmation = defineStep({
  id: 'review.publish-confirmation',
  zh: '公布确认结果',
  en: 'Publish the confirmation',
  route: 'POST /v1/cases/{caseId}/publication',
  provision: [cite('LAW', '§45'), cite('D57', '§24')],
  input: PublishConfirmationInput,
  output: CaseView,
  facts: postingFacts,
  decide: (facts, { postings: proofs }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const notBefore = head.decision?.on ?? today;
    const published = publishedEverywhere(facts, proofs, { setting, notBefore, today });
    const papers = issuePapers({ facts, setting, townshipCode: head.townshipCode, on: today }, [
      {
        kind: 'W22',
        to: 'public',
        clauses: [...(layersOn(today).includes('LAW') ? [cite('LAW', '§45')] : []), cite('D57', '§24')],
        data: {
          applicant: head.applicant,
          ...minorMark(state, notBefore),
          members: coveredOn(state, notBefore).length,
          amountFen: head.decision?.amountFen ?? 0,
          program: head.program,
          village: placeOfNotice(setting, head).village,
        },
      },
    ]);
    const start = reverificationTerm(state, setting, notBefore);
    const terms = { start, end: ['publication' as const] };
    return reply(facts, { type: 'confirmation-published', data: published, terms, papers }, now);
  },
});
