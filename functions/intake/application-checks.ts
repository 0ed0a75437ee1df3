import type { Actor } from '../../schemas/actor.ts';
import type { Application, MaterialRef } from '../../schemas/application.ts';
import type { Divisions } from '../../schemas/divisions.ts';
import type { Household } from '../../schemas/household.ts';
import { groupOf, isPersonal, type Program } from '../../schemas/program.ts';
import { lockOf } from '../core/case-locks.ts';
import { type Facts, staffOf } from '../core/facts.ts';
import { covers, isApplicant } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { householdFaults } from '../law/household-faults.ts';
import { materialRule } from '../law/materials.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';

/** Refuses a township or village the county has not registered. */
export function checkDivision(
  { townshipCode, villageCode }: { readonly townshipCode: string; readonly villageCode: string },
  { townships }: Divisions,
): void {
  const township = townships.find(({ code }) => code === townshipCode);
  must(township, 'division-unknown', { division: townshipCode });
  must(
    township.villages.some(({ code }) => code === villageCode),
    'division-unknown',
    { division: villageCode },
  );
}

const wrong = (path: string, message: string) => ({ errors: [{ path, message }] });

/** One person stands once in a household, and in one open case of a program nationwide (rulebook 3.10, invariant 8). */
export function checkMembers(
  facts: Facts,
  {
    members,
    program,
    alone,
  }: {
    readonly alone?: true | undefined;
    readonly program: Program;
    readonly members: readonly Pick<Application['members'][number], 'idNumber' | 'birthOn' | 'relation' | 'statuses'>[];
  },
): void {
  const numbers = members.map(({ idNumber }) => idNumber);
  must(
    new Set(numbers).size === numbers.length,
    'input-invalid',
    wrong('members', '成员重复 a member is listed twice'),
  );
  const marked = members.findIndex(({ statuses = [] }) => statuses.some(({ kind }) => kind === 'joining'));
  must(
    marked < 0,
    'input-invalid',
    wrong(`members.${marked}.statuses`, '该状态由系统登记 this status is set by acts only'),
  );
  const misborn = members.findIndex(({ idNumber, birthOn }) => birthOn.replaceAll('-', '') !== idNumber.slice(6, 14));
  must(
    misborn < 0,
    'input-invalid',
    wrong(`members.${misborn}.birthOn`, '出生日期与公民身份号码不一致 differs from the identity number'),
  );
  must(
    members[0]?.relation === '01',
    'input-invalid',
    wrong('members.0.relation', '第一位须为申请人（01）the first member must be the applicant (01)'),
  );
  const held = isPersonal(program) || alone ? numbers.slice(0, 1) : numbers;
  const open = held
    .flatMap((id) => facts.people[id]?.open ?? [])
    .find((one) => lockOf(one.program) === lockOf(program));
  must(!open, 'case-already-open', mayKnow(facts.actor, open?.caseId) ? { openCaseId: open?.caseId } : {});
}

/** Whose case it is that stands in the way is told to the staff of its own division: to others it does not exist (design decision 14). */
export const mayKnow = (actor: Actor, caseId = ''): boolean =>
  !isApplicant(actor) &&
  actor.post !== 'VC' &&
  covers(actor, { countyCode: countyOf(caseId), townshipCode: townshipOf(caseId) });

/** A village committee and an agent apply only with a written mandate (D57 §6, LAW §37). */
export const checkMandate = (facts: Facts, { agent }: Application): void =>
  must(
    (facts.actor.post !== 'AG' && facts.actor.post !== 'VC') || agent,
    'input-invalid',
    wrong('agent', '代理申请须提供代理人和委托书 an agent needs a mandate'),
  );

/** Property and declared relatives name listed members, declared staff are registered: nothing declared is lost silently. */
export function checkReferences(facts: Facts, { members, property, declaredRelatives = [] }: Application): void {
  const listed = new Set(members.map(({ idNumber }) => idNumber));
  const owner = property.findIndex(({ ownerIdNumber }) => ownerIdNumber !== undefined && !listed.has(ownerIdNumber));
  must(owner < 0, 'input-invalid', wrong(`property.${owner}.ownerIdNumber`, '所有人不在册 the owner is not listed'));
  const relative = declaredRelatives.findIndex(({ idNumber }) => !listed.has(idNumber));
  must(
    relative < 0,
    'input-invalid',
    wrong(`declaredRelatives.${relative}.idNumber`, '该人不在册 the person is not listed'),
  );
  const stranger = declaredRelatives.find(({ staff }) => staffOf(facts, staff) === undefined);
  must(!stranger, 'staff-unknown', { staff: stranger?.staff });
}

const fastAid = '小额快救请使用登记入口 fast aid has an address of its own';
const ownChoice = '须由本人选择集中或分散供养 the person chooses central or scattered support';

/**
 * Urban and rural 低保 are one law with two standards: a wrong choice is put right here and never becomes a denial. Fast aid is registered
 * and paid by its own acts (LAW §50); the other programs ask for what they cannot be assessed without.
 */
export function checkProgram({ program, urbanRural, aidRequest, members, alone }: Application): void {
  must(!alone || groupOf(program) === 'DB', 'input-invalid', wrong('alone', '单人户只适用于低保 for 低保 only'));
  must(program !== 'LS_FAST', 'input-invalid', wrong('program', fastAid));
  must(program !== 'LS_STD' || aidRequest, 'input-invalid', wrong('aidRequest', '须说明困难类型和金额 say what for'));
  must(program !== 'TK' || members[0]?.supportChoice, 'input-invalid', wrong('members.0.supportChoice', ownChoice));
  if (groupOf(program) !== 'DB') return;
  const right = urbanRural === 'urban' ? 'DB_URBAN' : 'DB_RURAL';
  must(
    program === right,
    'input-invalid',
    wrong('program', `城乡类别为 ${urbanRural}，应申请 ${right} this area’s program is ${right}`),
  );
}

/** Refuses a household on which no computation may be done (P07, D57 §14). */
export function checkHousehold(household: Household, on: string): void {
  const faults = householdFaults(household, on);
  must(faults.length === 0, 'input-invalid', {
    errors: faults.map(({ code, zh, en }) => ({ path: `household:${code}`, message: `${zh} ${en}` })),
  });
}

/** Materials handed in are of the closed catalogue. */
export function checkItems(materials: readonly MaterialRef[]): void {
  const unknown = materials.findIndex(({ item }) => materialRule(item) === undefined);
  must(unknown < 0, 'input-invalid', wrong(`materials.${unknown}.item`, '不在材料目录内 not in the catalogue'));
}
