import * as z from 'zod';
import { type CaseHead, CaseView } from '../../schemas/case.ts';
import type { Posting } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { PostingProof } from '../../schemas/review-proofs.ts';
import type { Term } from '../../schemas/term.ts';
import { coveredOn, minorMark } from '../core/assessed.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
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
import { publicityDue } from '../law/program-path.ts';
import { cite } from '../law/sources.ts';

const PostPublicityInput = z
  .strictObject({ postings: z.array(PostingProof).min(1).max(10).describe('各渠道张榜凭证 proof per channel') })
  .meta({
    id: 'PostPublicityInput',
    description: '公示张榜 Posting of the notice',
    examples: [
      { postings: [{ channel: 'village-board', postedOn: '2026-08-17', attachmentId: 'att-0123456789abcdef' }] },
    ],
  });

const isTextOfOwn = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && ['content', 'notice', 'text'].some((key) => key in body);

/**
 * Records where the opinion was posted (T11, D57 §19). The first posting of a round issues the notice (W17), built from the whitelist
 * alone (P09). The seven days run from the day after the last mandatory channel, roll over rest days, and start again where a mandatory
 * channel is posted anew because its notice was removed.
 */
export const postPublicity = defineStep({
  id: 'review.post-publicity',
  zh: '公示张榜',
  en: 'Post the publicity',
  route: 'POST /v1/cases/{caseId}/publicity',
  provision: [cite('D57', '§19'), cite('N83', '四(二)'), cite('SEED', '二(三)3')],
  input: PostPublicityInput,
  output: CaseView,
  prohibited: (body) => (isTextOfOwn(body) ? { code: 'publicity-content-forbidden' } : undefined),
  facts: postingFacts,
  decide: (facts, { postings: proofs }, now) => {
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const { opinion, publicity, status } = head;
    must(opinion, 'opinion-missing');
    must(publicityDue(head), 'step-out-of-order', { status, publicity: 'not due', allowed: ['decide-case'] });
    must(opinion.result === 'confirm', 'step-out-of-order', { status, opinion: 'deny', allowed: ['decide-case'] });
    const postings = storedPostings(facts, proofs, { notBefore: opinion.on, today, posted: parts.postings });
    const mandatory = mandatoryChannels(setting.parameters, { program: head.program, on: today });
    const postedOn = lastMandatoryPosting([...parts.postings, ...postings], mandatory);
    const start = postedOn ? startedBy(head, setting, postedOn) : [];
    const moved = postedOn !== publicity?.postedOn;
    const papers = isFirstOfRound(head) ? notice(facts, setting, today) : [];
    return reply(
      facts,
      {
        type: 'publicity-posted',
        data: { postings, ...period(postedOn, start) },
        terms: moved ? { start, end: ['posting'] } : {},
        papers,
      },
      now,
    );
  },
});

/** The publicity, and for 特困 in delegated mode the decision that follows its end (T43 §28; rulebook 3.3). */
function startedBy(head: CaseHead, setting: Setting, postedOn: CivilDate): Term[] {
  const publicity = startTerms(['publicity'], { head, setting, fromOn: postedOn });
  const end = publicity[0]?.dueOn;
  const follows = head.program === 'TK' && head.mode === 'delegated' && end !== undefined;
  return follows ? [...publicity, ...startTerms(['decision'], { head, setting, fromOn: end })] : publicity;
}

/** A channel that was broken off and is posted again still shows the notice of the round. */
const isFirstOfRound = ({ publicity }: CaseHead): boolean =>
  (publicity?.channels ?? []).length === 0 && (publicity?.broken ?? []).length === 0;

const period = (postedOn: Posting['postedOn'] | undefined, [publicity]: readonly Term[]) =>
  postedOn && publicity ? { postedOn, endsOn: publicity.dueOn } : {};

function notice(facts: Facts, setting: Setting, on: string) {
  const state = theCase(facts);
  const { head } = state;
  const { village, townshipPhone } = placeOfNotice(setting, head);
  return issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
    {
      kind: 'W17',
      to: 'public',
      clauses: [cite('D57', '§19'), cite('N83', '四(二)')],
      data: {
        applicant: head.applicant,
        ...minorMark(state, on),
        members: coveredOn(state, on).length,
        village,
        program: head.program,
        ...(head.opinion?.class ? { class: head.opinion.class } : {}),
        amountFen: head.opinion?.amountFen ?? 0,
        days: setting.clocks['publicity.days'] ?? 7,
        townshipPhone,
        countyPhone: setting.divisions.countyPhone,
      },
    },
  ]);
}
