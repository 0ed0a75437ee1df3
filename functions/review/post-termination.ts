import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { PostingProof } from '../../schemas/review-proofs.ts';
import { coveredOn, minorMark } from '../core/assessed.ts';
import { reply } from '../core/case-reply.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { managementOf } from '../core/managed.ts';
import { issuePapers } from '../core/paper.ts';
import {
  lastMandatoryPosting,
  mandatoryChannels,
  placeOfNotice,
  postingFacts,
  storedPostings,
} from '../core/postings.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { clockOf } from '../law/clocks.ts';
import { cite } from '../law/sources.ts';
import { publicityEnd } from '../law/term-start.ts';

const PostTerminationInput = z
  .strictObject({ postings: z.array(PostingProof).min(1).max(10).describe('各渠道张榜凭证 proof per channel') })
  .meta({
    id: 'PostTerminationInput',
    description: '终止特困供养公示 Posting before 特困 is ended',
    examples: [
      { postings: [{ channel: 'village-board', postedOn: '2026-11-17', attachmentId: 'att-0123456789abcdef' }] },
    ],
  });

/**
 * Posts that 特困 is proposed to end (T43 §26): seven days before the decision, from the day after the village board, rolling over rest days.
 * The notice (W17) says that it is an end, and no reason for it. Only 特困 asks for this; other changes are made public once decided.
 */
export const postTermination = defineStep({
  id: 'review.post-termination',
  zh: '终止特困供养公示',
  en: 'Post a proposed end of 特困',
  route: 'POST /v1/cases/{caseId}/termination-publicity',
  provision: [cite('T43', '§26'), cite('SEED', '二(三)4')],
  input: PostTerminationInput,
  output: CaseView,
  facts: postingFacts,
  decide: (facts, { postings: proofs }, now) => {
    const state = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, state.head.program, today);
    const { proposal, posted } = managementOf(state);
    const ends = state.head.program === 'TK' && proposal?.result === 'stop';
    must(ends, 'proposal-missing', { proposed: proposal?.result, program: state.head.program });
    const postings = storedPostings(facts, proofs, { notBefore: proposal.on, today });
    const mandatory = mandatoryChannels(setting.parameters, { program: state.head.program, on: today });
    const postedOn = lastMandatoryPosting(postings, mandatory) ?? posted?.postedOn;
    const days = clockOf(setting.clocks, 'publicity.days');
    const period = postedOn ? { postedOn, endsOn: publicityEnd(setting.calendar, postedOn, days) } : {};
    const papers = posted ? [] : notice(facts, setting, today);
    return reply(facts, { type: 'termination-posted', data: { postings, ...period }, papers }, now);
  },
});

function notice(facts: Facts, setting: Setting, on: string) {
  const state = theCase(facts);
  const { head } = state;
  const { village, townshipPhone } = placeOfNotice(setting, head);
  return issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
    {
      kind: 'W17',
      to: 'public',
      clauses: [cite('T43', '§26')],
      data: {
        ending: true,
        applicant: head.applicant,
        ...minorMark(state, on),
        members: coveredOn(state, on).length,
        village,
        program: head.program,
        amountFen: 0,
        days: clockOf(setting.clocks, 'publicity.days'),
        townshipPhone,
        countyPhone: setting.divisions.countyPhone,
      },
    },
  ]);
}
