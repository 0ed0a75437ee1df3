import * as z from 'zod';
import { ApplicationMember } from '../../schemas/application.ts';
import { CaseView } from '../../schemas/case.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { ChangeKind, ChangeSource, type HouseholdChange } from '../../schemas/household-change.ts';
import { PersonToken, ResidentId, TownshipCode } from '../../schemas/ids.ts';
import { isPersonal } from '../../schemas/program.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { contactsOf, phonesGiven } from '../core/contacts.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { listedMember, numbersIn } from '../core/listed-member.ts';
import { managementOf } from '../core/managed.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { personsWithoutConsent } from '../law/consents.ts';
import { asJoining, byJoining, isUnreported, ofOneMember, sourcesOf, withProof } from '../law/household-changes.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';
import { checkHousehold } from './application-checks.ts';
import { phonesOf, tokenOf } from './household-on-file.ts';
import { checkJoining, joinedMembers, joinedPersons } from './joining-members.ts';

const ReportChangeInput = z
  .strictObject({
    kind: ChangeKind,
    source: ChangeSource,
    happenedOn: CivilDate.describe('发生日期 day it happened'),
    reportedOn: CivilDate.optional().describe('收到报告日期，缺省为今天 day it was told, today if absent'),
    person: PersonToken.optional().describe('涉及的成员 member it concerns'),
    idNumber: ResidentId.optional().describe('成员公民身份号码（与 person 二选一）identity number, or give person'),
    toTownship: TownshipCode.optional().describe('迁入的本县乡镇，迁出本县不填 township moved to inside the county'),
    joining: z
      .array(ApplicationMember)
      .max(5)
      .default([])
      .describe('新增成员：出生、结婚、其他共同生活，须附凭证 who joins: a child born, a spouse, another; with proof'),
    proof: AttachmentId.optional().describe('凭证附件：自愿退出的书面声明、介绍工作记录等 proof'),
    note: z.string().min(1).max(2000).optional().describe('说明（不填姓名） note, without names'),
  })
  .meta({
    id: 'ReportChangeInput',
    description: '家庭变化报告 Report of a change',
    examples: [{ kind: 'employment', source: 'household', happenedOn: '2026-09-15' }],
  });
type ReportChangeInput = z.infer<typeof ReportChangeInput>;

/**
 * Takes the report of a change in a household that receives aid (LAW §46, D57 §30; SEED 二(二)2–3): the household's own, the village's, the
 * staff's, a data alert or a complaint. The check begins; the aid goes on as it is. A major change untold for more than three months is
 * noted (N83 五(五)); a death starts the three months in which the adjustment is due (N83 一(三)). Who joins is listed at once and counts
 * only once the check has found it true: an adult consents first, and is verified.
 */
export const reportChange = defineStep({
  id: 'intake.report-change',
  zh: '登记家庭变化',
  en: 'Report a change in the household',
  route: 'POST /v1/cases/{caseId}/changes',
  provision: [cite('LAW', '§46'), cite('D57', '§30'), cite('N83', '一(三)'), cite('N83', '五(五)'), cite('D57', '§34')],
  input: ReportChangeInput,
  output: CaseView,
  facts: (call) => ({
    ...caseFacts(call),
    people: [...numbersIn([call.input]), ...call.input.joining.map(({ idNumber }) => idNumber)],
    contacts: phonesGiven(call.input.joining),
    attachments: call.input.proof ? [call.input.proof] : [],
  }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    checkReport(facts, setting, input, on);
    const change = changeOf(facts, setting, input, on);
    const running = runningTerms(parts.terms);
    const start = [
      ...(running.includes('change-check')
        ? []
        : startTerms(['change-check'], { head, setting, fromOn: change.reportedOn })),
      ...(change.kind === 'death' && !running.includes('death-adjustment')
        ? startTerms(['death-adjustment'], { head, setting, fromOn: change.happenedOn })
        : []),
    ];
    const status = head.status === 'active' || head.status === 'fading' ? ('checking' as const) : head.status;
    const grown = grownHousehold(facts, input, on);
    const data = {
      on,
      change,
      status,
      ...(input.note ? { note: input.note } : {}),
      ...grown,
      ...contactsOf(facts, phonesOf(facts, input.joining)),
    };
    const outcome = reply(facts, { type: 'change-reported', data, terms: { start } }, now);
    return { ...outcome, personal: joinedPersons(facts, input.joining) };
  },
});

/** The household with those who join, listed and not yet counted; the query waits for the consent of every adult among them (LAW §40). */
function grownHousehold(facts: Facts, { joining, happenedOn }: ReportChangeInput, on: string) {
  if (joining.length === 0) return {};
  const { head, parts } = theCase(facts);
  const joined = joinedMembers(facts, joining).map((member) => asJoining(member, happenedOn));
  const household = { ...parts.household, members: [...parts.household.members, ...joined] };
  checkHousehold(household, on);
  const missing = personsWithoutConsent(household, parts.consents, { program: head.program, on });
  return { household, consentsComplete: missing.length === 0 };
}

/** Who joins comes by a birth, a marriage or the like, with a document, into a household: a program about one person takes nobody in. */
function checkJoiners(facts: Facts, { kind, joining, proof }: ReportChangeInput): void {
  must(joining.length > 0 || kind !== 'joined', 'change-incomplete', { kind, needed: ['joining'] });
  if (joining.length === 0) return;
  must(proof !== undefined, 'change-incomplete', { kind, needed: ['proof'] });
  const takesIn = byJoining.includes(kind) && !isPersonal(theCase(facts).head.program);
  must(takesIn, 'input-invalid', {
    errors: [{ path: 'joining', message: '该变化或业务不新增成员 nobody joins by this change or program' }],
  });
  checkJoining(facts, joining);
}

/** The report names a source that is the caller's, the member or document it needs, and days in their order. */
function checkReport(facts: Facts, setting: Setting, input: ReportChangeInput, today: string): void {
  const { kind, source, happenedOn, reportedOn = today } = input;
  const sources = sourcesOf(facts.actor.post);
  must(sources.includes(source), 'change-source-not-yours', { source, post: facts.actor.post, sources });
  const named = input.person !== undefined || input.idNumber !== undefined;
  must(named || !ofOneMember.includes(kind), 'change-incomplete', { kind, needed: ['person'] });
  must(input.proof !== undefined || !withProof.includes(kind), 'change-incomplete', { kind, needed: ['proof'] });
  checkJoiners(facts, input);
  must(happenedOn <= reportedOn && reportedOn <= today, 'date-out-of-order', { happenedOn, reportedOn });
  const townships = setting.divisions.townships.map(({ code }) => code);
  const { toTownship } = input;
  must(!toTownship || (kind === 'move' && townships.includes(toTownship)), 'division-unknown', { toTownship });
  const { program } = theCase(facts).head;
  const applies = parameterOn(setting.parameters, 'refusal.applies', { program, on: today })?.value;
  must(kind !== 'work-refused' || applies === true, 'ground-not-lawful', { ground: kind });
}

function changeOf(facts: Facts, setting: Setting, input: ReportChangeInput, today: string): HouseholdChange {
  const { kind, source, happenedOn, reportedOn = today, idNumber, proof, toTownship, joining } = input;
  const state = theCase(facts);
  const months = Number(
    parameterOn(setting.parameters, 'clock.unreportedChange', { program: state.head.program, on: today })?.value ?? 3,
  );
  const named = input.person !== undefined || idNumber !== undefined;
  const unreported = isUnreported({ kind, happenedOn, reportedOn }, { calendar: setting.calendar, months });
  return {
    changeId: `CH-${managementOf(state).changes.length + 1}`,
    kind,
    source,
    ...(named ? { person: listedMember(facts, { member: input.person, idNumber }) } : {}),
    happenedOn,
    reportedOn,
    ...(unreported ? { unreported } : {}),
    ...(joining.length > 0 ? { joined: joining.map((one) => tokenOf(facts, one.idNumber)) } : {}),
    ...(toTownship ? { toTownship } : {}),
    ...(proof ? { proof: storedFile(facts, proof, state.head.countyCode).sha256 } : {}),
  };
}
