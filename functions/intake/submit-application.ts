import { Application } from '../../schemas/application.ts';
import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import { storedFile, storedMaterials } from '../core/attachments.ts';
import type { CaseEvent } from '../core/case-fold.ts';
import { foldHead } from '../core/case-head-fold.ts';
import { startTerms } from '../core/case-terms.ts';
import { viewOf } from '../core/case-view.ts';
import type { Facts } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { authorityOn, settingOf } from '../core/setting.ts';
import { defineStep, type PersonalRecord } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { materialRule } from '../law/materials.ts';
import { cite } from '../law/sources.ts';

/** Takes an application from the portal, an agent, the village or the window; issues the receipt (W05). */
export const submitApplication = defineStep({
  id: 'intake.submit-application',
  zh: '提交申请',
  en: 'Submit an application',
  route: 'POST /v1/cases',
  provision: [cite('LAW', '§37'), cite('D57', '§4'), cite('SEED', '二(三)1')],
  input: Application,
  output: CaseView,
  status: 201,
  prohibited: (body) =>
    typeof body === 'object' && body !== null && 'villageStamp' in body
      ? { code: 'village-stamp-forbidden' }
      : undefined,
  facts: ({ input }) => ({
    county: input.townshipCode.slice(0, 6),
    township: input.townshipCode,
    people: [...input.members.map(({ idNumber }) => idNumber), ...(input.agent ? [input.agent.idNumber] : [])],
    attachments: [
      ...input.materials.map(({ attachmentId }) => attachmentId),
      ...(input.agent ? [input.agent.mandate] : []),
    ],
  }),
  decide: (facts, input, now) => {
    const today = civilDateOf(now);
    const countyCode = input.townshipCode.slice(0, 6);
    const setting = settingOf(facts, input.program, today);
    checkDivision(facts, input, setting.divisions.townships);
    must(
      covers(facts.actor, { countyCode, townshipCode: input.townshipCode, villageCode: input.villageCode }),
      'division-not-yours',
    );
    checkMembers(facts, input);
    must(facts.actor.post !== 'AG' || input.agent, 'input-invalid', {
      errors: [{ path: 'agent', message: '代理申请须提供代理人和委托书 an agent needs a mandate' }],
    });
    const submittedAt = input.submittedAt ?? now;
    must(submittedAt <= now, 'date-out-of-order', { submittedAt });
    const { mode, delegationId } = authorityOn(facts, input.program, input.townshipCode, today);
    const applicant = tokenOf(facts, input.members[0]?.idNumber ?? '');
    const caseId = caseIdOf(facts, input.townshipCode, today);
    const materials = storedMaterials(facts, input.materials, countyCode);
    const submittedOn = civilDateOf(submittedAt);
    const [receipt] = issuePapers({ facts, setting, townshipCode: input.townshipCode, on: today }, [
      {
        kind: 'W05',
        to: applicant,
        clauses: [cite('D57', '§10')],
        data: {
          items: materials.map(({ item }) => materialRule(item)?.zh ?? item),
          receivedAt: submittedAt,
          ...(facts.actor.post === 'TC' ? { clerk: facts.actor.personId } : {}),
          ...(input.externalNo ? { externalNo: input.externalNo } : {}),
        },
      },
    ]);
    const data = {
      countyCode,
      townshipCode: input.townshipCode,
      villageCode: input.villageCode,
      program: input.program,
      mode,
      ...(delegationId ? { delegationId } : {}),
      channel: input.channel,
      ...(input.externalNo ? { externalNo: input.externalNo } : {}),
      submittedAt,
      applicant,
      ...(input.agent
        ? {
            agent: tokenOf(facts, input.agent.idNumber),
            mandate: storedFile(facts, input.agent.mandate, countyCode).sha256,
          }
        : {}),
      household: householdOf(facts, input),
      materials,
      electronicService: input.electronicService,
    };
    const terms = {
      start: startTerms(['intake'], {
        head: { townshipCode: input.townshipCode, countyCode, mode },
        setting,
        fromOn: submittedOn,
      }),
    };
    const event = { type: 'application-submitted', data, terms, papers: receipt ? [receipt] : [] } as const;
    const head = foldHead(undefined, {
      ...event,
      subjectId: caseId,
      actor: facts.actor,
      at: now,
    } as unknown as CaseEvent);
    return { event, subject: { kind: 'case', id: caseId }, personal: personalOf(facts, input), reply: viewOf(head, 1) };
  },
});

/** Serials count from 1 by township and year (rulebook 9.1). */
const caseIdOf = (facts: Facts, township: string, today: CivilDate): string =>
  `${township}-DB-${today.slice(0, 4)}-${String((facts.counters?.cases ?? 0) + 1).padStart(6, '0')}`;

const tokenOf = (facts: Facts, idNumber: string): string => {
  const token = facts.people[idNumber]?.token;
  if (!token) throw new Error('a person was not among the facts');
  return token;
};

function checkDivision(
  _facts: Facts,
  input: Application,
  townships: readonly { readonly code: string; readonly villages: readonly { readonly code: string }[] }[],
): void {
  const township = townships.find(({ code }) => code === input.townshipCode);
  must(township, 'division-unknown', { division: input.townshipCode });
  must(
    township.villages.some(({ code }) => code === input.villageCode),
    'division-unknown',
    { division: input.villageCode },
  );
}

/** One person stands once in a household, and in one open case of 低保 nationwide (rulebook 3.10, invariant 8). */
function checkMembers(facts: Facts, input: Application): void {
  const numbers = input.members.map(({ idNumber }) => idNumber);
  must(new Set(numbers).size === numbers.length, 'input-invalid', {
    errors: [{ path: 'members', message: '成员重复 a member is listed twice' }],
  });
  const wrong = input.members.findIndex(
    ({ idNumber, birthOn }) =>
      birthOn !== `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
  );
  must(wrong < 0, 'input-invalid', {
    errors: [
      { path: `members.${wrong}.birthOn`, message: '出生日期与公民身份号码不一致 differs from the identity number' },
    ],
  });
  const open = numbers.map((id) => facts.people[id]?.open).find((one) => one !== undefined);
  must(!open, 'case-already-open', { openCaseId: open?.caseId });
}

function householdOf(facts: Facts, input: Application): Household {
  const members = input.members.map(({ name: _name, idNumber, phone: _phone, ...member }) => ({
    ...member,
    person: tokenOf(facts, idNumber),
  }));
  const applicant = members[0]?.person ?? '';
  const property = input.property.map(({ ownerIdNumber, ...item }) => ({
    ...item,
    ownerPerson: ownerIdNumber && facts.people[ownerIdNumber] ? tokenOf(facts, ownerIdNumber) : applicant,
    evidence: 'declared' as const,
  }));
  return {
    townshipCode: input.townshipCode,
    villageCode: input.villageCode,
    urbanRural: input.urbanRural,
    members,
    property,
    ...(input.expenses ? { expenses: input.expenses } : {}),
  };
}

function personalOf(facts: Facts, input: Application): PersonalRecord[] {
  const members = input.members.map(({ name, idNumber, phone }, index) => ({
    token: tokenOf(facts, idNumber),
    data: { name, idNumber, phone, ...(index === 0 ? { account: input.account, address: input.address } : {}) },
  }));
  const { agent } = input;
  return agent
    ? [...members, { token: tokenOf(facts, agent.idNumber), data: { name: agent.name, idNumber: agent.idNumber } }]
    : members;
}
