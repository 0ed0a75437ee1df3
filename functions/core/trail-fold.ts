import type { CaseHead } from '../../schemas/case.ts';
import type { Household } from '../../schemas/household.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import type { Trail, TrailMember } from '../../schemas/trail.ts';
import type { CaseEvent } from './case-event.ts';
import { foldCycles, foldHits, foldObjections } from './trail-of-acts.ts';

/** What the case is after the event, which its trail follows. */
interface After {
  readonly head: CaseHead;
  readonly household: Household;
}

/** The trail of a case after an event; the same object where the event left nothing on it. */
export function foldTrail(now: Trail | undefined, event: CaseEvent, after: After): Trail {
  const base = now ?? emptyTrail(after.head);
  const next: Trail = {
    ...base,
    ...placeOf(base, event),
    ...toldAt(event),
    members: membersAfter(base, event, after),
    hits: foldHits(base.hits, event),
    objections: foldObjections(base.objections, event),
    cycles: foldCycles(base.cycles, event, after.head),
  };
  const same = (Object.keys(next) as (keyof Trail)[]).every((name) => next[name] === base[name]);
  return now && same ? now : next;
}

const emptyTrail = ({ townshipCode, villageCode }: CaseHead): Trail => ({
  townshipCode,
  villageCode,
  members: [],
  hits: [],
  objections: [],
  cycles: [],
});

/** Where the household lives: the place of the first visit that tells one. */
function placeOf(now: Trail, event: CaseEvent): Partial<Trail> {
  if (event.type !== 'household-visited' && event.type !== 'county-surveyed') return {};
  const { lat, lon } = event.data.visit;
  return now.lat === undefined && lat !== undefined && lon !== undefined ? { lat, lon } : {};
}

/** What only an application tells: the address, and from which household this one was split. */
function toldAt(event: CaseEvent): Partial<Trail> {
  if (event.type !== 'application-submitted') return {};
  const { contacts, split } = event.data;
  return { ...(contacts?.address ? { address: contacts.address } : {}), ...(split ? { split } : {}) };
}

function membersAfter(now: Trail, event: CaseEvent, { household }: After): Trail['members'] {
  const told = 'household' in event.data && event.data.household !== undefined;
  if (!told && now.members.length > 0) return now.members;
  const phones = 'contacts' in event.data ? event.data.contacts?.phones : undefined;
  return household.members.map((member) => trailMember(member, [...(phones ?? []), ...now.members]));
}

const sinceWhen = ({ statuses = [] }: HouseholdMember, which: 'deceased' | 'left'): string | undefined =>
  statuses.find(({ kind, untilOn }) => kind === which && untilOn === undefined)?.fromOn;

function trailMember(
  member: HouseholdMember,
  reached: readonly { readonly person: string; readonly phone?: string }[],
): TrailMember {
  const { person, relation, birthOn, disability, severeIllness } = member;
  const phone = reached.find((known) => known.person === person && known.phone)?.phone;
  const [diedOn, leftOn] = [sinceWhen(member, 'deceased'), sinceWhen(member, 'left')];
  return {
    person,
    relation,
    birthYear: Number(birthOn.slice(0, 4)),
    ...(phone ? { phone } : {}),
    ...(disability ? { disabled: true as const } : {}),
    ...(severeIllness ? { severeIllness: true as const } : {}),
    ...(diedOn ? { diedOn } : {}),
    ...(leftOn ? { leftOn } : {}),
  };
}
