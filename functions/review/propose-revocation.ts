import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CorrectionGround } from '../../schemas/correction.ts';
import type { Proposal } from '../../schemas/management.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { theCase } from '../core/facts.ts';
import { benefitIn, effectMonth, managementOf } from '../core/managed.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { mayRevoke } from '../core/revocation.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { viewsNotice } from '../core/views-notice.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const line = z.string().min(1).max(2000);

const ProposeRevocationInput = z
  .strictObject({
    ground: CorrectionGround,
    facts: z.array(line).min(1).max(20).describe('查明的事实（不填姓名） facts found'),
    reasons: z.array(line).min(1).max(20).describe('理由 reasons'),
  })
  .meta({
    id: 'ProposeRevocationInput',
    description: '拟撤销确认 Proposed revocation',
    examples: [{ ground: 'unqualified', facts: ['确认时漏计工资收入'], reasons: ['不符合最低生活保障条件'] }],
  });

/**
 * Proposes to revoke a confirmation that should not have been given (撤销, SEED 二(三)5; LICENSE §69 by analogy): the household is asked for
 * its views first, as before any decision against it (LAW §48). The township's own or on the county's order; the county's where the
 * township let the order pass. The aid goes on meanwhile.
 */
export const proposeRevocation = defineStep({
  id: 'review.propose-revocation',
  zh: '拟撤销原确认决定',
  en: 'Propose a revocation',
  route: 'POST /v1/cases/{caseId}/revocation-proposal',
  provision: [cite('SEED', '二(三)5'), cite('LAW', '§48'), cite('LICENSE', '§69', 'design')],
  input: ProposeRevocationInput,
  output: CaseView,
  ifMatch: true,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true }),
  decide: (facts, { ground, facts: found, reasons }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const by = facts.actor.post === 'CC' ? ('county' as const) : ('township' as const);
    must(by === 'township' || mayRevoke(facts, on).by === 'county', 'post-not-permitted', {
      act: 'propose-revocation',
      post: 'CC',
      permitted: ['TR'],
    });
    checkRelativesFiled(facts);
    const { correction } = managementOf(state);
    const proposal: Proposal = {
      result: 'revoke',
      ground: 'revocation',
      on,
      by: facts.actor.personId,
      oldAmountFen: benefitIn(state, effectMonth(on)),
      amountFen: 0,
      facts: found,
      reasons,
      computation: [],
      fraud: ground === 'fraud',
      ...(correction ? { correctionId: correction.correctionId } : {}),
    };
    const start = startTerms(['adjustment', 'hearing-notice'], { head, setting, fromOn: on });
    const papers = viewsNotice({ facts, setting, townshipCode: head.townshipCode, on, by }, proposal);
    const notice = papers[0]?.paperId ?? '';
    const data = { on, ground, status: 'hearing' as const, proposal: { ...proposal, notice } };
    return reply(facts, { type: 'revocation-proposed', data, terms: { start }, papers }, now);
  },
});
