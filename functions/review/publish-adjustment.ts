import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import { PostingProof } from '../../schemas/review-proofs.ts';
import { countedOn, minorMark } from '../core/assessed.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { recipientOf } from '../core/managed.ts';
import { issuePapers } from '../core/paper.ts';
import { placeOfNotice, postingFacts, publishedEverywhere } from '../core/postings.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const PublishAdjustmentInput = z
  .strictObject({ postings: z.array(PostingProof).min(1).max(10).describe('张榜凭证 proofs of posting') })
  .meta({
    id: 'PublishAdjustmentInput',
    description: '动态调整结果公示 Publication of a change',
    examples: [
      { postings: [{ channel: 'village-board', postedOn: '2026-11-20', attachmentId: 'att-0123456789abcdef' }] },
    ],
  });

/** Makes a change of the benefit public where the family lives (SEED 二(三)4): name, members, amount that now holds, and no more (W22). */
export const publishAdjustment = defineStep({
  id: 'review.publish-adjustment',
  zh: '公示动态调整结果',
  en: 'Publish a change of the benefit',
  route: 'POST /v1/cases/{caseId}/adjustment-publication',
  provision: [cite('SEED', '二(三)4'), cite('D57', '§24')],
  input: PublishAdjustmentInput,
  output: CaseView,
  facts: postingFacts,
  decide: (facts, { postings: proofs }, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const due = parts.terms.find(({ term, endedOn }) => term === 'adjustment-publication' && endedOn === undefined);
    must(due, 'nothing-to-publish');
    const published = publishedEverywhere(facts, proofs, { setting, notBefore: due.fromOn, today });
    const papers = issuePapers({ facts, setting, townshipCode: head.townshipCode, on: today }, [
      {
        kind: 'W22',
        to: 'public',
        clauses: [cite('SEED', '二(三)4'), cite('D57', '§24')],
        data: {
          applicant: recipientOf(state, today),
          ...minorMark(state, today),
          members: countedOn(state, today).length,
          change: changeOf(head),
          amountFen: head.adjusted?.amountFen ?? 0,
          ...(head.adjusted ? { fromMonth: head.adjusted.fromMonth } : {}),
          program: head.program,
          village: placeOfNotice(setting, head).village,
        },
      },
    ]);
    const terms = { end: ['adjustment-publication' as const] };
    return reply(facts, { type: 'adjustment-published', data: published, terms, papers }, now);
  },
});

/** What became of the aid, as the public is told of it: an end never reads as a confirmation. */
const changeOf = ({ status }: CaseHead) => {
  if (status === 'ended' || status === 'revoked') return status;
  return status === 'fading' ? 'fading' : 'adjusted';
};
