import * as z from 'zod';
import { ReferralFile } from '../../schemas/referral.ts';
import type { Facts } from '../core/facts.ts';
import { stateOf } from '../core/facts.ts';
import type { ReferralState } from '../core/referral-fold.ts';
import { defineStep } from '../core/step.ts';
import { departmentRefs, referralRef, referralViewOf, theReferral } from '../core/the-referral.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** Whom a referral is about, as long as it is to be answered: what was passed on serves that matter only (PIPL §6). */
const told = (facts: Facts): string | undefined => {
  const head = stateOf<ReferralState>(facts, referralRef(facts.params['referralId'] ?? ''))?.head;
  return head && !head.outcome ? head.person : undefined;
};

/** Reads a referral with whom it is about: for the department asked and the office that asked, with a purpose, kept in the access log. */
export const readReferral = defineStep({
  id: 'supervision.read-referral',
  zh: '查看转办',
  en: 'Read a referral',
  route: 'GET /v1/referrals/{referralId}',
  provision: [cite('SEED', '二(三)1'), cite('PIPL', '§6')],
  input: z.strictObject({}),
  output: ReferralFile,
  facts: ({ params, actor }) => ({
    subjects: [referralRef(params['referralId'] ?? ''), ...departmentRefs(actor)],
  }),
  reveals: (facts) => {
    const token = told(facts);
    return token ? [token] : [];
  },
  decide: (facts, _input, now) => {
    const today = civilDateOf(now);
    const { head, version } = theReferral(facts, today);
    const { name, idNumber, phone } = facts.names[told(facts) ?? ''] ?? {};
    const contact = name ? { contact: { name, ...(idNumber ? { idNumber } : {}), ...(phone ? { phone } : {}) } } : {};
    return { reply: { ...referralViewOf(head, version, today), ...contact } };
  },
});
