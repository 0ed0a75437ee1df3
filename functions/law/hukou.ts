import type { Household } from '../../schemas/household.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { officialCountyOf } from './tenants.ts';

export type HukouFinding = { readonly passed: boolean | 'review'; readonly zh: string; readonly en: string };

const isHere = (household: Household, member: HouseholdMember): boolean =>
  member.hukou.countyCode === officialCountyOf(household.townshipCode);
const province = (member: HouseholdMember): string => member.hukou.countyCode.slice(0, 2);

/**
 * Whether the household may apply in its county by registration (D57 §4, §5). Members of different provinces may apply where any of them is
 * registered and lives; inside one province the rule is the region's and unknown, so anything but the applicant's own registration here goes
 * to a person. Nobody registered here closes the program, residence permits being off (A16).
 */
export const hukouFinding = (household: Household, counted: readonly HouseholdMember[]): HukouFinding => {
  const here = counted.filter((member) => isHere(household, member));
  if (here.length === 0)
    return { passed: false, zh: '无成员户籍在本县（市、区）', en: 'no counted member is registered in this county' };
  const head = counted.find((m) => m.relation === '01') ?? counted.find((m) => m.relation === '02');
  if (here.length === counted.length)
    return { passed: true, zh: '成员户籍均在本县（市、区）', en: 'all counted members are registered in this county' };
  if (head === undefined || isHere(household, head))
    return {
      passed: true,
      zh: '申请人户籍在本县（市、区），部分成员户籍在外地（人户分离）',
      en: 'the applicant is registered here, some members are not',
    };
  if (here.every((member) => province(member) !== province(head)))
    return {
      passed: true,
      zh: '成员户籍分属不同省份，可在其中一人户籍地且居住地申请',
      en: 'members are registered in different provinces; one of them is registered and lives here',
    };
  return {
    passed: 'review',
    zh: '申请人户籍在区内其他县（市、区），受理地须人工核实',
    en: 'the applicant is registered in another county of the region; a person must settle the place',
  };
};
