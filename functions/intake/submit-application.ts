import { Application } from '../../schemas/application.ts';
import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { AgentGiven, Mandate } from '../../schemas/mandate.ts';
import { storedFile, storedMaterials } from '../core/attachments.ts';
import type { CaseAct } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import type { Facts } from '../core/facts.ts';
import { authorityOf } from '../core/mandates.ts';
import { issuePapers } from '../core/paper.ts';
import { covers } from '../core/perform.ts';
import { must, Problem } from '../core/problem.ts';
import { authorityOn, type Setting, settingFor } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { obligorsToSign, personsWithoutConsent } from '../law/consents.ts';
import { faultOf } from '../law/mandates.ts';
import { materialRule } from '../law/materials.ts';
import { assessOne } from '../law/programs/index.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import {
  checkDivision,
  checkHousehold,
  checkItems,
  checkMandate,
  checkMembers,
  checkProgram,
  checkReferences,
} from './application-checks.ts';
import { takenOver } from './earlier-case.ts';
import { contactsIn, householdOf, personalOf, sharedWith, tokenOf } from './household-on-file.ts';
import { openedCase } from './opened-case.ts';
import { villageStamp } from './village-stamp.ts';

type Submission = Extract<CaseAct, { type: 'application-submitted' }>;

/**
 * Takes an application from the portal, an agent, the village or the window; issues the receipt (W05). The intake term runs from the
 * time the external system received it (rulebook 3.8). Near relatives declared by the applicant are recused from here on (SD4).
 */
export const submitApplication = defineStep({
  id: 'intake.submit-application',
  zh: '提交申请',
  en: 'Submit an application',
  route: 'POST /v1/cases',
  provision: [cite('LAW', '§37'), cite('D57', '§4'), cite('D57', '§6'), cite('SEED', '二(三)1')],
  input: Application,
  output: CaseView,
  status: 201,
  prohibited: villageStamp,
  facts: ({ input }) => ({
    ...(input.earlier ? { case: input.earlier.caseId } : {}),
    county: countyOf(input.townshipCode),
    township: input.townshipCode,
    people: [...input.members.map(({ idNumber }) => idNumber), ...(input.agent ? [input.agent.idNumber] : [])],
    contacts: contactsIn(input),
    staff: (input.declaredRelatives ?? []).map(({ staff }) => staff),
    attachments: [
      ...input.materials.map(({ attachmentId }) => attachmentId),
      ...(input.agent ? [input.agent.mandate] : []),
    ],
  }),
  decide: (facts, input, now) => {
    const today = civilDateOf(now);
    const setting = settingFor(facts, { program: input.program, area: input.urbanRural }, today);
    const submittedAt = input.submittedAt ?? now;
    check(facts, input, setting);
    const { signedOn = today } = input;
    must(submittedAt <= now && signedOn <= today, 'date-out-of-order', { submittedAt, signedOn });
    const household = householdOf(facts, input, civilDateOf(submittedAt));
    checkHousehold(household, today);
    const { program } = input;
    const finding = assessOne(household, { program, parameters: setting.parameters, on: today });
    const declared = 'incomeAnnualFen' in finding ? { declaredIncomeFen: finding.incomeAnnualFen } : {};
    const data = {
      ...onFile(facts, input, { household, submittedAt, today, parameters: setting.parameters }),
      ...declared,
    };
    const act: Submission = {
      type: 'application-submitted',
      data,
      terms: { start: startTerms(['intake'], { head: data, setting, fromOn: civilDateOf(submittedAt) }) },
      papers: receipt({ ...facts, case: undefined }, data, { setting, on: today }),
    };
    return openedCase(facts, act, { now, personal: personalOf(facts, input) });
  },
});

function check(facts: Facts, input: Application, { divisions }: Setting): void {
  checkDivision(input, divisions);
  const { townshipCode, villageCode } = input;
  must(covers(facts.actor, { countyCode: countyOf(townshipCode), townshipCode, villageCode }), 'division-not-yours');
  checkProgram(input);
  checkMembers(facts, input);
  checkMandate(facts, input);
  checkReferences(facts, input);
  checkItems(input.materials);
}

/** What is kept of an application: the power under which it will be decided, tokens for persons, hashes for files. */
function onFile(
  facts: Facts,
  input: Application,
  at: {
    readonly household: Household;
    readonly submittedAt: string;
    readonly today: CivilDate;
    readonly parameters: Setting['parameters'];
  },
): Submission['data'] {
  const { townshipCode, villageCode, program, channel, externalNo, agent, electronicService, declaredRelatives } =
    input;
  const countyCode = countyOf(townshipCode);
  const relatives = declaredRelatives?.map(({ staff, idNumber, relation }) => ({
    staff,
    member: tokenOf(facts, idNumber),
    relation,
  }));
  return {
    countyCode,
    townshipCode,
    villageCode,
    program,
    ...authorityOn(facts, program, townshipCode, at.today),
    channel,
    ...(externalNo ? { externalNo } : {}),
    submittedAt: at.submittedAt,
    applicant: at.household.members[0]?.person ?? '',
    ...(agent
      ? {
          agent: tokenOf(facts, agent.idNumber),
          mandate: storedFile(facts, agent.mandate, countyCode).sha256,
          authority: agentOf(facts, { ...input, agent }, at),
        }
      : {}),
    household: at.household,
    ...sharedWith(facts, input),
    ...drawnOn(facts, input, at),
    electronicService,
    ...(relatives?.length ? { declaredRelatives: relatives } : {}),
    ...(input.alone ? { alone: true as const } : {}),
    ...(input.signedOn ? { signedOn: input.signedOn } : {}),
  };
}

/** Materials handed in and taken over, and the consents that hold already. */
function drawnOn(
  facts: Facts,
  input: Application,
  { household, parameters, today: on }: { household: Household; parameters: Setting['parameters']; today: CivilDate },
): Pick<Submission['data'], 'materials' | 'earlierCaseId' | 'consents' | 'consentsComplete'> {
  const { program, earlier } = input;
  const { materials, consents } = takenOver(facts, input, { parameters, on });
  const missing = [...personsWithoutConsent(household, consents, { program, on })];
  const complete = missing.length === 0 && obligorsToSign(household, { program, on }).length === 0;
  return {
    materials: [...storedMaterials(facts, input.materials, countyOf(input.townshipCode)), ...materials],
    ...(earlier ? { earlierCaseId: earlier.caseId } : {}),
    ...(consents.length > 0 ? { consents: [...consents] } : {}),
    ...(consents.length > 0 && complete ? { consentsComplete: true as const } : {}),
  };
}

/** The first mandate of a case: under which it is opened, so it is in force today and for applying. */
function agentOf(
  facts: Facts,
  { agent, members, townshipCode }: Application & { readonly agent: AgentGiven },
  { today: on }: { readonly today: CivilDate },
): Mandate {
  const { actor } = facts;
  const authority = authorityOf(facts, agent, {
    mandateId: 'M-1',
    agent: tokenOf(facts, agent.idNumber),
    countyCode: countyOf(townshipCode),
    birthOn: members[0]?.birthOn ?? on,
    account: actor.post === 'AG' ? actor.personId : undefined,
    ...{ actor, on },
  });
  const fault = faultOf(authority, 'apply', on);
  if (fault) throw new Problem(fault, { needed: 'apply', scope: authority.scope });
  return authority;
}

const receipt = (
  facts: Facts,
  data: Submission['data'],
  { setting, on }: { readonly setting: Setting; readonly on: CivilDate },
): Submission['papers'] =>
  issuePapers({ facts, setting, townshipCode: data.townshipCode, on }, [
    {
      kind: 'W05',
      to: data.applicant,
      clauses: [cite('D57', '§10')],
      data: {
        items: data.materials.map(({ item }) => materialRule(item)?.zh ?? item),
        receivedAt: data.submittedAt,
        ...(facts.actor.post === 'TC' ? { clerk: facts.actor.personId } : {}),
        ...(data.externalNo ? { externalNo: data.externalNo } : {}),
        program: data.program,
      },
    },
  ]);
