import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { FastAidRegistration } from '../../schemas/fast-aid.ts';
import type { Household } from '../../schemas/household.ts';
import type { Term } from '../../schemas/term.ts';
import { startTerms } from '../core/case-terms.ts';
import { contactsOf, phonesGiven } from '../core/contacts.ts';
import type { Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { authorityOn, type Setting, settingFor } from '../core/setting.ts';
import { defineStep, type PersonalRecord } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { assessOne } from '../law/programs/index.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { checkDivision, checkHousehold, checkMembers } from './application-checks.ts';
import { phonesOf, receivedBy, tokenOf } from './household-on-file.ts';
import { openedCase } from './opened-case.ts';
import { villageStamp } from './village-stamp.ts';

/**
 * Registers an emergency that cannot wait (小额快救; LAW §50, TA26 二(一), G15): person, reason, amount. No material, consent, verification
 * or publicity is asked for, and none can be. Three calendar days to pay start, on rest days too; who registers is the handler.
 */
export const registerFastAid = defineStep({
  id: 'intake.register-fast-aid',
  zh: '登记小额快救',
  en: 'Register fast aid',
  route: 'POST /v1/fast-aid',
  provision: [cite('TA26', '二(一)'), cite('LAW', '§50'), cite('LAW', '§37')],
  input: FastAidRegistration,
  output: CaseView,
  status: 201,
  prohibited: villageStamp,
  facts: ({ input }) => ({
    county: countyOf(input.townshipCode),
    township: input.townshipCode,
    people: input.persons.map(({ idNumber }) => idNumber),
    contacts: phonesGiven(input.persons),
  }),
  decide: (facts, input, now) => {
    const on = civilDateOf(now);
    const { townshipCode, villageCode, channel } = input;
    const countyCode = countyOf(townshipCode);
    const setting = settingFor(facts, { program: 'LS_FAST', area: input.urbanRural }, on);
    checkDivision(input, setting.divisions);
    must(covers(facts.actor, { countyCode, townshipCode, villageCode }), 'division-not-yours');
    must((input.happenedOn ?? on) <= on, 'date-out-of-order', { happenedOn: input.happenedOn });
    const household = householdIn(facts, input, on);
    checkMembers(facts, { program: 'LS_FAST', members: membersOf(input) });
    checkHousehold(household, on);
    const data = {
      countyCode,
      townshipCode,
      villageCode,
      program: 'LS_FAST' as const,
      ...authorityOn(facts, 'LS_FAST', townshipCode, on),
      channel,
      submittedAt: now,
      applicant: household.members[0]?.person ?? '',
      household,
      ...contactsOf(facts, phonesOf(facts, input.persons)),
      materials: [],
      electronicService: false,
    };
    const start = [
      paymentTerm(startTerms(['fast-payment'], { head: data, setting, fromOn: on }), { household, setting, on }),
    ];
    const act = { type: 'application-submitted' as const, data, terms: { start } };
    return openedCase(facts, act, { now, personal: personalOf(facts, input) });
  },
});

/** The assessment knows whether the county lets fast aid roll over rest days; the term must not say another day (11.2). */
function paymentTerm(
  [term]: readonly Term[],
  { household, setting, on }: { readonly household: Household; readonly setting: Setting; readonly on: CivilDate },
): Term {
  const finding = assessOne(household, { program: 'LS_FAST', ...setting, on });
  if (!term || finding.program !== 'LS_FAST' || !finding.dueOn)
    throw new Error('a registered emergency has a last day');
  return { ...term, dueOn: finding.dueOn, provisional: finding.provisional ?? false };
}

const birthOf = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

const membersOf = ({ persons }: FastAidRegistration) =>
  persons.map(({ idNumber, relation, hukou }) => ({
    idNumber,
    relation,
    hukou,
    birthOn: birthOf(idNumber),
    sex: Number(idNumber[16]) % 2 === 1 ? ('1' as const) : ('2' as const),
    // Neither ability to work nor income is asked for, and neither is a ground (P06).
    labourAbility: '1' as const,
    income: [],
  }));

function householdIn(facts: Facts, input: FastAidRegistration, on: CivilDate): Household {
  const { townshipCode, villageCode, urbanRural, circumstances, happenedOn, placeCounty, requestedFen } = input;
  const members = membersOf(input).map(({ idNumber, ...member }) => ({
    ...member,
    person: tokenOf(facts, idNumber),
    ...receivedBy(facts, idNumber),
  }));
  const aidRequest = {
    type: 'emergency' as const,
    registeredOn: on,
    circumstances,
    requestedFen,
    ...(happenedOn ? { happenedOn } : {}),
    ...(placeCounty ? { placeCounty } : {}),
  };
  return { townshipCode, villageCode, urbanRural, members, property: [], aidRequest };
}

const personalOf = (facts: Facts, { persons }: FastAidRegistration): PersonalRecord[] =>
  persons.map(({ name, idNumber, phone }) => ({
    token: tokenOf(facts, idNumber),
    ...(facts.people[idNumber]?.open.length ? { known: true as const } : {}),
    data: { name, idNumber, phone },
  }));
