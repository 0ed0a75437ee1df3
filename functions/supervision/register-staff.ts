import { RegisteredStaff, StaffEntry, type StaffRecord, type StaffView } from '../../schemas/staff.ts';
import { contactsGiven, contactToken } from '../core/contacts.ts';
import { helperIndex, kinOrganisation } from '../core/county-fold.ts';
import { countyReply } from '../core/county-reply.ts';
import { type Facts, kinOf, staffOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep, type PersonalRecord } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/**
 * Registers who holds a post, with their near relatives (D57 §11; Civil Code §1045): the register behind recusal (SD4). A record replaces
 * the earlier one of the person, and relatives it no longer names are out of the index. Answers whether the person or
 * a relative already applies or receives aid in this county (SD8).
 */
export const registerStaff = defineStep({
  id: 'supervision.register-staff',
  zh: '登记工作人员及近亲属',
  en: 'Register staff and near relatives',
  route: 'POST /v1/staff',
  provision: [cite('D57', '§11')],
  input: StaffEntry,
  output: RegisteredStaff,
  facts: ({ input, actor }) => ({
    county: actor.orgCode,
    staff: [input.personId],
    kin: [...new Set([helperIndex(actor.orgCode), ...input.posts.map(({ orgCode }) => kinOrganisation(orgCode))])],
    kinOfStaff: true,
    people: [input.idNumber, ...input.relatives.map(({ idNumber }) => idNumber)],
    contacts: contactsOfStaff(input),
  }),
  decide: (facts, input, now) => {
    checkPosts(facts, input);
    checkRelatives(input);
    checkNoHelper(facts, input);
    const record: StaffRecord = {
      personId: input.personId,
      token: tokenOf(facts, input.idNumber),
      ...staffContacts(facts, input),
      posts: input.posts,
      relatives: relativesOf(facts, input, civilDateOf(now)),
      activeFrom: input.activeFrom,
      ...(input.activeTo ? { activeTo: input.activeTo } : {}),
      ...trainedBefore(facts, input.personId),
    };
    const { orgCode: countyCode } = facts.actor;
    const outcome = countyReply(
      countyCode,
      { type: 'staff-registered', data: { record, ...registeredBefore(facts, input.personId) } },
      { ...staffView(record), relativesOnAid: onAid(facts, input) },
    );
    return { ...outcome, personal: personalOf(facts, input) };
  },
});

/** Relatives by token, each with the day since when the register names the relation. */
export function relativesOf(
  facts: Facts,
  { personId, relatives }: Pick<StaffEntry, 'personId' | 'relatives'>,
  today: string,
): StaffRecord['relatives'] {
  const known = staffOf(facts, personId)?.relatives ?? [];
  return relatives.map(({ idNumber, relation }) => {
    const person = tokenOf(facts, idNumber);
    const before = known.find((one) => one.person === person && one.relation === relation);
    return { person, relation, since: before?.since ?? today };
  });
}

type Reached = Pick<StaffEntry, 'phone' | 'address' | 'account'>;

/** What a member of staff is reached by or paid to, to be told by token. */
export const contactsOfStaff = ({ phone, address, account }: Reached) =>
  contactsGiven([
    { kind: 'phone', value: phone },
    { kind: 'address', value: address },
    { kind: 'account', value: account },
  ]);

/** The tokens a record keeps: what staff and households have in common shows by them (detection R02, R04). */
export function staffContacts(facts: Facts, reached: Reached): Pick<StaffRecord, 'phone' | 'address' | 'account'> {
  const phone = contactToken(facts, 'phone', reached.phone);
  const address = contactToken(facts, 'address', reached.address);
  const account = contactToken(facts, 'account', reached.account);
  return { ...(phone ? { phone } : {}), ...(address ? { address } : {}), ...(account ? { account } : {}) };
}

/** A person keeps the training when the record is entered anew. */
function trainedBefore(facts: Facts, personId: string): Pick<StaffRecord, 'trainedOn'> {
  const trainedOn = staffOf(facts, personId)?.trainedOn;
  return trainedOn ? { trainedOn } : {};
}

/** What the register said of the person until now. */
export function registeredBefore(facts: Facts, personId: string) {
  const known = staffOf(facts, personId);
  return known ? { before: { posts: known.posts, relatives: known.relatives } } : {};
}

/** A member of staff without name, number or token. */
export const staffView = ({
  personId,
  posts,
  relatives,
  activeFrom,
  activeTo,
  trainedOn,
  helper,
}: StaffRecord): StaffView => ({
  personId,
  posts,
  relatives: relatives.length,
  activeFrom,
  ...(activeTo ? { activeTo } : {}),
  ...(trainedOn ? { trainedOn } : {}),
  ...(helper ? { helper } : {}),
});

function checkPosts(facts: Facts, { posts, activeFrom, activeTo }: StaffEntry): void {
  must(activeTo === undefined || activeTo >= activeFrom, 'date-out-of-order', { activeFrom, activeTo });
  const townships = facts.county?.parts.divisions?.townships ?? [];
  for (const { post, orgCode } of posts) {
    const known =
      post === 'VC'
        ? townships.some(({ villages }) => villages.some(({ code }) => code === orgCode))
        : ['TC', 'TS', 'TR', 'TD'].includes(post)
          ? townships.some(({ code }) => code === orgCode)
          : ['CC', 'CV', 'CP', 'CF'].includes(post) && orgCode === facts.actor.orgCode;
    must(known, 'division-unknown', { post, division: orgCode });
  }
}

/** A person of a provider assists and holds no post (LAW §56); compared by account and by person. */
function checkNoHelper(facts: Facts, { personId, idNumber, posts }: StaffEntry): void {
  const same = kinOf(facts, helperIndex(facts.actor.orgCode))[tokenOf(facts, idNumber)] ?? [];
  const helper = staffOf(facts, personId)?.helper !== undefined || same.some(({ relation }) => relation === 'self');
  must(!helper || posts.length === 0, 'helper-holds-post', { personId });
}

/** Refuses a relative who is listed twice, or is the person. */
export function checkRelatives({ idNumber, relatives }: Pick<StaffEntry, 'idNumber' | 'relatives'>): void {
  const numbers = [idNumber, ...relatives.map((one) => one.idNumber)];
  must(new Set(numbers).size === numbers.length, 'input-invalid', {
    errors: [{ path: 'relatives', message: '近亲属重复或为本人 a relative is listed twice or is the person' }],
  });
}

/** Token of a person who was asked for. */
export const tokenOf = (facts: Facts, idNumber: string): string => {
  const token = facts.people[idNumber]?.token;
  if (!token) throw new Error('a person was not among the facts');
  return token;
};

const onAid = (facts: Facts, { idNumber: own, relatives }: StaffEntry): RegisteredStaff['relativesOnAid'] =>
  [{ idNumber: own, relation: 'self' as const }, ...relatives].flatMap(({ idNumber, relation }) => {
    const own = (facts.people[idNumber]?.open ?? []).filter(({ caseId }) => countyOf(caseId) === facts.actor.orgCode);
    return own.map(({ caseId }) => ({ caseId, relation }));
  });

/** A member of an open household is sealed already, with account and address, which this must not replace. */
export const personalOf = (
  facts: Facts,
  { name, idNumber, phone }: Pick<StaffEntry, 'name' | 'idNumber' | 'phone'>,
): PersonalRecord[] =>
  facts.people[idNumber]?.open.length
    ? []
    : [{ token: tokenOf(facts, idNumber), data: { name, idNumber, ...(phone ? { phone } : {}) } }];
