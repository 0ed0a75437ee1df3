import { type Referral, ReferralList, ReferralQuery } from '../../schemas/referral.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf, worklist } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { departmentRefs, isMine, referralViewOf } from '../core/the-referral.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Lists a township's referrals, those to be answered first on top, or all of a county's; a department sees those sent to it. */
export const listReferrals = defineStep({
  id: 'supervision.list-referrals',
  zh: '转办清单',
  en: 'List referrals',
  route: 'GET /v1/referrals',
  provision: [cite('SEED', '二(三)1'), cite('LAW', '§64')],
  input: ReferralQuery,
  output: ReferralList,
  facts: ({ input, actor }) => {
    const own = actor.post === 'DP' ? { ...input, county: input.county ?? actor.orgCode } : input;
    const { countyCode, townshipCode } = divisionAsked(actor, own);
    const page = { limit: input.limit, cursor: input.cursor };
    return {
      subjects: departmentRefs(actor),
      list: townshipCode
        ? { index: 'w', pk: worklist(townshipCode, 'referrals'), ...page }
        : { index: 'k', pk: subjectsOf(countyCode, 'referral'), ...page },
    };
  },
  decide: (facts, { open, overdue, caseId }, now) => {
    const today = civilDateOf(now);
    const referrals = headsOf<Referral>(facts)
      .filter(({ head }) => isMine(facts, head, today))
      .map(({ head, version }) => referralViewOf(head, version, today))
      .filter((one) => caseId === undefined || one.caseId === caseId)
      .filter((one) => open === undefined || (one.outcome === undefined) === (open === 'true'))
      .filter((one) => overdue === undefined || one.overdue === (overdue === 'true'));
    return { reply: { referrals, ...nextOf(facts) } };
  },
});
