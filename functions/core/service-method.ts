import type { CivilDate } from '../../schemas/dates.ts';
import type { DeliveryMethod } from '../../schemas/paper.ts';
import { addDays } from '../law/calendar.ts';
import { ageOn } from '../law/household.ts';
import { countedOn } from './assessed.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';

/** Days after which a public notice counts as service (CPL §95). */
const PUBLIC_NOTICE_DAYS = 30;

/** What is said about one act of service, and when the paper was issued. */
export interface ServiceReport {
  readonly issuedOn: CivilDate;
  readonly method: DeliveryMethod;
  readonly servedOn: CivilDate;
  readonly signedBy?: string | undefined;
  readonly witness?: string | undefined;
  readonly noticedOn?: CivilDate | undefined;
  readonly proof?: string | undefined;
}

type Rule = (facts: Facts, report: ServiceReport) => void;

const wanting = (path: string, message: string) => ({ errors: [{ path, message }] });

const toFamilyMember: Rule = (facts, { signedBy, servedOn }) => {
  must(signedBy, 'input-invalid', wanting('signedBy', '家属代收须注明关系 name the relation of who signed'));
  must(hasOtherAdult(facts, servedOn), 'member-not-listed', { needed: '同住成年家属 an adult of the household' });
};

const leftBehind: Rule = (_facts, { witness, proof }) => must(witness || proof, 'delivery-witness-missing');

const electronic: Rule = (facts) => must(theCase(facts).head.electronicService, 'consent-to-electronic-missing');

const byPost: Rule = (_facts, { proof }) =>
  must(proof, 'input-invalid', wanting('proof', '邮寄送达须有回执 the receipt of the post is needed'));

const byNotice: Rule = (_facts, { noticedOn, proof, servedOn, issuedOn }) => {
  const needed = wanting('noticedOn', '公告送达须有公告日期和凭证 day and proof of the notice');
  must(noticedOn && proof, 'input-invalid', needed);
  const earliestOn = addDays(noticedOn, PUBLIC_NOTICE_DAYS);
  must(issuedOn <= noticedOn && earliestOn <= servedOn, 'date-out-of-order', {
    issuedOn,
    noticedOn,
    servedOn,
    earliestOn,
  });
};

const rules: Readonly<Record<DeliveryMethod, Rule>> = {
  direct: () => undefined,
  'family-member': toFamilyMember,
  'left-with-witness': leftBehind,
  electronic,
  post: byPost,
  'public-notice': byNotice,
};

/**
 * What each way of service (送达) asks for, by analogy with CPL §87–95: an adult of the household may sign, a refused paper is left before
 * a witness or a camera, electronic service needs the recipient's consent, the post its receipt, a public notice thirty days.
 */
export const checkService: Rule = (facts, report) => rules[report.method](facts, report);

const hasOtherAdult = (facts: Facts, on: CivilDate): boolean => {
  const state = theCase(facts);
  const counted = countedOn(state, on);
  return state.parts.household.members.some(
    ({ person, birthOn }) => person !== state.head.applicant && counted.includes(person) && ageOn(birthOn, on) >= 18,
  );
};
