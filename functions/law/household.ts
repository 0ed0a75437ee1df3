import type { Household } from '../../schemas/household.ts';
import type { Disability, HouseholdMember, MemberStatus } from '../../schemas/member.ts';

/**
 * Completed years of age on a civil date. An age is reached on the birthday itself; whoever was born on 29 February
 * reaches it on 1 March of a common year (reading A10). Negative before birth.
 */
export const ageOn = (birthOn: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return day.slice(5) >= birthOn.slice(5) ? years : years - 1;
};

/** Severe in the sense of D57 §8: level 1 or 2 of any category, or level 3 intellectual or mental (rulebook 9.1). */
export const isSevere = (disability: Disability | undefined): boolean =>
  disability !== undefined &&
  (disability.level === '1' ||
    disability.level === '2' ||
    (disability.level === '3' && (disability.category === '5' || disability.category === '6')));

export type CountReason =
  | 'applicant'
  | 'spouse'
  | 'minor-child'
  | 'dependent-child'
  | 'student'
  | 'co-resident'
  | 'excluded-status'
  | 'not-family';

export type MemberCount = {
  readonly member: HouseholdMember;
  readonly counted: boolean;
  readonly reason: CountReason;
  readonly zh: string;
  readonly en: string;
};

const texts: Readonly<Record<CountReason, readonly [zh: string, en: string]>> = {
  applicant: ['申请人（户主）', 'the applicant or head'],
  spouse: ['配偶', 'spouse'],
  'minor-child': ['未成年子女', 'minor child'],
  'dependent-child': ['不能独立生活的成年子女', 'adult child unable to live independently'],
  student: ['全日制本科及以下在校的成年子女', 'adult child in full-time study up to bachelor level'],
  'co-resident': ['具有法定赡养、抚养、扶养义务关系并长期共同居住', 'legal support duty and long-term co-residence'],
  'excluded-status': ['处于不计入共同生活家庭成员的状态', 'in a status that excludes from the family'],
  'not-family': ['不属于共同生活的家庭成员', 'not a co-living family member'],
};

const spouses: readonly string[] = ['10', '11', '12'];
const sonOrDaughterInLaw: readonly string[] = ['28', '38'];
const isChild = ({ relation }: HouseholdMember): boolean =>
  /^[23]/.test(relation) && !sonOrDaughterInLaw.includes(relation);
const ownParents: readonly string[] = ['50', '51', '52', '57', '58', '59'];

const runs = (status: MemberStatus, on: string): boolean =>
  status.fromOn <= on && (status.untilOn === undefined || on <= status.untilOn);

/** Whether a status such as prison or declared missing runs on the day. */
export const isRunning = (member: HouseholdMember, kind: MemberStatus['kind'], on: string): boolean =>
  (member.statuses ?? []).some((status) => status.kind === kind && runs(status, on));

/** True for clergy who have lived apart from the family for three consecutive years or more on the day (D57 §7(2), §8). */
export const isLongClergy = (member: HouseholdMember, on: string): boolean =>
  (member.statuses ?? []).some((s) => s.kind === 'clergy' && runs(s, on) && ageOn(s.fromOn, on) >= 3);

const isExcluded = (member: HouseholdMember, on: string): boolean =>
  isLongClergy(member, on) || (member.statuses ?? []).some((s) => s.kind !== 'clergy' && runs(s, on));

/** Between parents and children the duty follows from the relation itself; for others it must be on file. */
const livesUnderDuty = (member: HouseholdMember): boolean =>
  member.longCoResident === true &&
  (member.legalSupportDuty === true || isChild(member) || ownParents.includes(member.relation));

const reasonOf = (member: HouseholdMember, on: string): CountReason => {
  if (isExcluded(member, on)) return 'excluded-status';
  if (member.relation === '01' || member.relation === '02') return 'applicant';
  if (spouses.includes(member.relation)) return 'spouse';
  if (isChild(member)) {
    if (ageOn(member.birthOn, on) < 18) return 'minor-child';
    if (member.dependentAdult) return 'dependent-child';
    if (member.student) return 'student';
  }
  return livesUnderDuty(member) ? 'co-resident' : 'not-family';
};

/**
 * Every listed member with the reason why he or she counts as a co-living family member on a civil date, or does not (D57 §7, reading A14).
 * Parents count only by long co-residence; a status with dates excludes only while it runs; all who count enter (P07).
 */
export const countedMembers = (household: Household, on: string): readonly MemberCount[] =>
  household.members.map((member) => {
    const reason = reasonOf(member, on);
    const [zh, en] = texts[reason];
    return { member, counted: reason !== 'excluded-status' && reason !== 'not-family', reason, zh, en };
  });
