import type { Household } from '../../schemas/household.ts';

export type HouseholdFault = {
  readonly code:
    | 'person-twice'
    | 'applicant-missing'
    | 'owner-unlisted'
    | 'obligor-unlisted'
    | 'village-elsewhere'
    | 'birth-in-future';
  readonly zh: string;
  readonly en: string;
};

const checksOf = (household: Household, on: string): readonly (HouseholdFault & { readonly wrong: boolean })[] => {
  const persons = household.members.map((m) => m.person);
  const applicants = household.members.filter((m) => m.relation === '01').length;
  return [
    {
      code: 'person-twice',
      wrong: new Set(persons).size < persons.length,
      zh: '同一人在册两次',
      en: 'a person is listed twice',
    },
    {
      code: 'applicant-missing',
      wrong: applicants !== 1,
      zh: '须有且仅有一名申请人（关系 01）',
      en: 'exactly one member is the applicant (relation 01)',
    },
    {
      code: 'owner-unlisted',
      wrong: household.property.some((item) => !persons.includes(item.ownerPerson)),
      zh: '财产所有人不在册',
      en: 'the owner of a property item is not listed',
    },
    {
      code: 'obligor-unlisted',
      wrong: (household.obligors ?? []).some((obligor) => !persons.includes(obligor.of)),
      zh: '义务人所对应的人不在册',
      en: 'the person an obligor belongs to is not listed',
    },
    {
      code: 'village-elsewhere',
      wrong: !household.villageCode.startsWith(household.townshipCode),
      zh: '村（居）不属于该乡镇（街道）',
      en: 'the village is not in the township',
    },
    {
      code: 'birth-in-future',
      wrong: household.members.some((m) => m.birthOn > on),
      zh: '出生日期晚于评估日',
      en: 'a date of birth lies after the day',
    },
  ];
};

/**
 * What makes a well-formed household impossible on a civil date, so that no computation is done on it: a person listed twice would be paid
 * twice (P07), property of an unlisted person and an obligor of one would silently not count (D57 §14, T43 §8). Empty when sound.
 */
export const householdFaults = (household: Household, on: string): readonly HouseholdFault[] =>
  checksOf(household, on)
    .filter(({ wrong }) => wrong)
    .map(({ code, zh, en }) => ({ code, zh, en }));
