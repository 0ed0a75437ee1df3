import type { Post } from '../../schemas/actor.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { ChangeKind, ChangeSource, HouseholdChange } from '../../schemas/household-change.ts';
import type { HouseholdMember, MemberStatus } from '../../schemas/member.ts';
import { addDays, type Calendar } from './calendar.ts';
import { lastDayByMonths } from './terms.ts';

/** Whose report it is by the post that makes it (LAW §46; SEED 二(二)2–3): the household's own, the village's, the staff's, or data of the county. */
export const sourcesOf = (post: Post): readonly ChangeSource[] => {
  if (post === 'AP' || post === 'AG') return ['household'];
  if (post === 'VC') return ['village'];
  if (post === 'CV') return ['data-alert'];
  return post === 'CC' ? ['staff', 'data-alert', 'complaint'] : ['household', 'staff', 'complaint'];
};

/** Changes that say nothing about means or members by themselves: all others are major in the sense of N83 五(五). */
const minor: readonly ChangeKind[] = ['work-refused', 'work-accepted', 'voluntary-exit', 'other'];

/** Changes about one member, who must be named. */
export const ofOneMember: readonly ChangeKind[] = [
  'death',
  'declared-missing',
  'prison',
  'detox',
  'release',
  'left',
  'work-refused',
  'work-accepted',
];

/** Changes that rest on a document or they are not taken: the statement of who leaves, the offer that was refused. */
export const withProof: readonly ChangeKind[] = ['voluntary-exit', 'work-refused'];

/** The last day on which the household itself may tell of a change: three months, rolling over days of rest (N83 五(五), B7). */
export const reportBy = (calendar: Calendar, happenedOn: CivilDate, months: number): CivilDate =>
  lastDayByMonths(calendar, happenedOn, months).dueOn;

/** Whether a major change was left untold for more than the three months (N83 五(五)): it leads to 批评教育, never to a stop by itself. */
export const isUnreported = (
  change: Pick<HouseholdChange, 'kind' | 'happenedOn' | 'reportedOn'>,
  by: { readonly calendar: Calendar; readonly months: number },
): boolean => !minor.includes(change.kind) && change.reportedOn > reportBy(by.calendar, change.happenedOn, by.months);

const statusKinds: Readonly<Partial<Record<ChangeKind, MemberStatus['kind']>>> = {
  death: 'deceased',
  'declared-missing': 'missing',
  prison: 'prison',
  detox: 'detox',
  divorce: 'left',
  left: 'left',
};

const released: readonly MemberStatus['kind'][] = ['prison', 'detox'];

function changedMember(member: HouseholdMember, { kind, happenedOn }: HouseholdChange): HouseholdMember {
  const statuses = member.statuses ?? [];
  const began = statusKinds[kind];
  if (began) {
    const running = statuses.some((status) => status.kind === began && status.untilOn === undefined);
    return running ? member : { ...member, statuses: [...statuses, { kind: began, fromOn: happenedOn }] };
  }
  if (kind !== 'release') return member;
  const untilOn = addDays(happenedOn, -1);
  const ended = statuses.map((status) =>
    released.includes(status.kind) && status.untilOn === undefined && status.fromOn <= untilOn
      ? { ...status, untilOn }
      : status,
  );
  return { ...member, statuses: ended };
}

/**
 * The household after changes that were found true: who died, is missing, in prison or in compulsory detoxification leaves the count from
 * that day and stays listed; who was released counts again (D57 §7, rulebook 6.5). Other changes show in what the check found.
 */
export const householdAfter = (household: Household, changes: readonly HouseholdChange[]): Household => {
  const joined = changes.flatMap((change) => change.joined ?? []);
  return {
    ...household,
    members: household.members.map((member) => {
      const entered = joined.includes(member.person) ? takenIn(member) : member;
      return changes.filter(({ person }) => person === member.person).reduce(changedMember, entered);
    }),
  };
};

/** Whoever joins is listed from the report on and counts once the check has found it true: till then nobody is paid for. */
export const asJoining = <M extends Pick<HouseholdMember, 'statuses'>>(member: M, fromOn: CivilDate): M => ({
  ...member,
  statuses: [...(member.statuses ?? []), { kind: 'joining' as const, fromOn }],
});

const takenIn = ({ statuses = [], ...member }: HouseholdMember): HouseholdMember => {
  const others = statuses.filter(({ kind }) => kind !== 'joining');
  return others.length > 0 ? { ...member, statuses: others } : member;
};

/** The household without those whose joining was found untrue, and what was told of their property: they were never taken in. */
export const withoutJoining = (household: Household, persons: readonly string[]): Household =>
  persons.length === 0
    ? household
    : {
        ...household,
        members: household.members.filter(({ person }) => !persons.includes(person)),
        property: household.property.filter(({ ownerPerson }) => !persons.includes(ownerPerson)),
      };

/** Changes by which somebody may join the household: the form of each newcomer and a document go with the report. */
export const byJoining: readonly ChangeKind[] = ['birth', 'marriage', 'joined'];

/** Refusals of suitable work by a member in a row: accepting work begins the count again (D57 §34, REG649 §45). */
export function refusalsInRow(changes: readonly HouseholdChange[], person: string): number {
  const about = changes
    .filter((change) => change.person === person && ['work-refused', 'work-accepted'].includes(change.kind))
    .toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0));
  const since = about.findLastIndex(({ kind }) => kind === 'work-accepted');
  return about.length - since - 1;
}
