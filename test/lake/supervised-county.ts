import { seal } from '../../functions/core/perform.ts';
import type { Step } from '../../functions/core/step.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { steps } from '../../functions/steps.ts';
import type { Actor } from '../../schemas/actor.ts';
import { QueryAskedBody } from '../../schemas/audit-query.ts';
import { AccessEventBody, RefusalEventBody } from '../../schemas/docket-events.ts';
import { familyOfThree, type Person, residentId } from '../applications.ts';
import { appealed, settled } from '../decide/appeals.ts';
import { approved, buildUrban, clock, file, act as onRoster, pay, payer } from '../decide/funded-county.ts';
import { asked as askedForViews, receiving } from '../decide/receiving.ts';
import { withParameter } from '../decide/set-parameter.ts';
import { done, idNumberOf, type Walk, walkTo, withProperty } from '../decide/walk-through.ts';
import { actor, attach, demonstrationWorld, noon, play, type World } from '../world.ts';

export const county = '649900';
export const township = '649900101';
const officer = actor('CC', 'cc-1');
const second = actor('CC', 'cc-2');
const chief = actor('TD', 't1-td');
const clerk = actor('TC', 't1-tc');

interface Doing {
  readonly by: Actor;
  readonly on: string;
  readonly params?: Record<string, string>;
  readonly input?: unknown;
}

/** One act, as a step of the product performs it; a refusal is an error of the test. */
function act(world: World, name: string, { by, on, params = {}, input = {} }: Doing) {
  const step = steps.find(({ id }) => id.endsWith(`.${name}`)) as Step;
  const played = play(world, step, { actor: by, now: noon(on), params, input });
  if (!played.ok) throw new Error(`${name} on ${on}: ${played.code} ${JSON.stringify(played.detail)}`);
  return played.reply;
}

/** What the shell notes beside the steps, sealed as it seals it. */
function noted(
  world: World,
  kind: 'access' | 'refusals',
  by: Actor,
  body: { type: string; data: { at: string } },
): void {
  const subject = { kind, id: by.orgCode };
  const seq = world.events.filter(
    ({ subjectKind, subjectId }) => subjectKind === kind && subjectId === by.orgCode,
  ).length;
  const before = seq === 0 ? undefined : world.states.get(`${kind}:${by.orgCode}`);
  const meta = { subject, before, actor: by, step: 'supervision.run-query', at: body.data.at, countyCode: county };
  world.events.push(seal(body, { ...meta, lawPack: 'RP-2026B', calendar: '' } as never, hashOfEvent));
}

const brother: readonly Person[] = [{ birth: '19750303', sequence: 301, relation: '01' }];
const served = (walk: Walk, paperId: string, on: string) =>
  done(walk, 'record-delivery', on, { input: { paperId, method: 'direct', servedOn: on } });
const denied = (walk: Walk) =>
  done(walk, 'decide-case', '2026-08-25', {
    input: { result: 'not-confirmed', grounds: ['income'], reasons: ['家庭收入超过标准'] },
  });

/** Reviews: one heard before a reduction, two denials of which one was told in time, an objection, a hit, a filed relative. */
function reviews(world: World): Readonly<Record<string, string>> {
  const reduced = receiving({ world, persons: familyOfThree(1) });
  askedForViews(reduced);
  done(reduced, 'record-representations', '2026-11-11');
  done(reduced, 'decide-adjustment', '2026-11-18', { input: { result: 'reduce' } });

  const told = walkTo('post-publicity', { world, persons: familyOfThree(2) });
  denied(told);
  served(told, 'W21-1', '2026-08-26');
  const untold = walkTo('post-publicity', { world, persons: familyOfThree(3) });
  denied(untold);
  served(untold, 'W21-1', '2026-09-07');
  appealed(untold, '2026-09-21', { paperId: 'W21-1' });
  settled(untold, '2026-10-28', { outcome: 'upheld' }, {});

  const disputed = walkTo('post-publicity', { world, persons: familyOfThree(4) });
  done(disputed, 'put-notice-online', '2026-08-17');
  done(disputed, 'raise-objection', '2026-08-19');
  done(disputed, 'extend-term', '2026-08-20', { input: { ground: 'PUBLICITY_OBJECTION' } });
  done(disputed, 'reinvestigate-case', '2026-08-21');
  const removed = walkTo('post-publicity', { world, persons: familyOfThree(5) });
  done(removed, 'put-notice-online', '2026-08-17');
  done(removed, 'record-broken-notice', '2026-08-18');
  done(removed, 'take-notice-down', '2026-08-20');

  const hit = walkTo('record-visit', { world, persons: familyOfThree(6) });
  const household = withProperty(hit, [{ kind: 'deposit', valueFen: 6_000_000 }]);
  const findings = household.members.map(({ person }, i) => ({
    person,
    source: 'bank',
    hit: i === 0 ? 'deposit' : 'none',
    ...(i === 0 && { amountFen: 6_000_000 }),
    conflicts: i === 0,
  }));
  done(hit, 'record-verification', '2026-08-10', { input: { findings, household } });
  done(hit, 'inform-verification', '2026-08-11');

  const filed = walkTo('accept-application', {
    world,
    persons: brother,
    days: { 'submit-application': '2026-11-02', 'accept-application': '2026-11-02' },
  });
  const { head } = world.states.get(`case:${filed.caseId}`) as { head: { applicant: string } };
  done(filed, 'file-near-relative', '2026-11-02', {
    input: { staff: 't1-vc', member: head.applicant, relation: 'sibling' },
  });
  done(filed, 'record-consents', '2026-11-02');
  return {
    reduced: reduced.caseId,
    told: told.caseId,
    untold: untold.caseId,
    disputed: disputed.caseId,
    removed: removed.caseId,
    hit: hit.caseId,
    filed: filed.caseId,
  };
}

/** Applications that were never accepted, one after another. */
function turnedAway(world: World): Readonly<Record<string, string>> {
  const elsewhere = familyOfThree(7).map((person) => ({
    ...person,
    more: { ...person.more, hukou: { countyCode: county, townshipCode: '649900102' } },
  }));
  const refused = walkTo('submit-application', { world, persons: elsewhere });
  done(refused, 'refuse-application', '2026-08-04', {
    raw: { ground: 'wrong-place', fact: '全体成员户籍在演示二镇', transferTo: '649900102' },
  });
  const withdrawn = walkTo('submit-application', { world, persons: familyOfThree(8) });
  done(withdrawn, 'withdraw-application', '2026-08-04', { raw: { statement: attach(world, 'withdrawal') } });
  return { refused: refused.caseId, withdrawn: withdrawn.caseId };
}

/** Money: the petty cash of a township with one payment, and a roster with one paid and one failed household. */
function money(world: World, households: readonly string[]): Readonly<Record<string, string>> {
  act(world, 'open-petty-cash', {
    by: actor('CP', 'cp-1'),
    on: '2026-09-01',
    input: { townshipCode: township, amountFen: 5_000_000, voucherNo: 'BK-1' },
  });
  const person = {
    name: '测试甲',
    idNumber: residentId('19850101', 801),
    relation: '01',
    hukou: { countyCode: county, townshipCode: township },
  };
  const fire = {
    townshipCode: township,
    villageCode: `${township}201`,
    channel: 'one-stop-window',
    urbanRural: 'urban',
    persons: [person],
    circumstances: '住房失火，衣物炊具烧毁',
    happenedOn: '2026-10-01',
    requestedFen: 70_000,
  };
  const { caseId } = act(world, 'register-fast-aid', { by: clerk, on: '2026-10-01', input: fire });
  done({ world, caseId, persons: [] }, 'pay-fast-aid', '2026-10-02', { by: chief, raw: { method: 'cash' } });
  act(world, 'count-petty-cash', {
    by: clerk,
    on: '2026-11-02',
    params: { townshipCode: township },
    input: { countedFen: 4_929_000, reason: '零钱短少' },
  });

  for (const [i, one] of households.entries()) pay(world, one, i === 0 ? 1 : 9, '2026-08-28');
  const rosterId = buildUrban(world, '2026-10', '2026-09-16');
  approved(world, rosterId, '2026-09-20');
  file(world, rosterId, '2026-10-08');
  const [paid, failed] = households;
  const receipts = [
    { caseId: paid, result: 'paid', paidOn: '2026-10-09' },
    { caseId: failed, result: 'failed', failure: 'account-closed' },
  ];
  const recorded = onRoster(world, 'record-receipts', {
    rosterId,
    as: payer,
    on: '2026-10-09',
    input: { fileNo: 1, receipts },
  });
  if (!recorded.ok) throw new Error(`${recorded.code} ${JSON.stringify(recorded.detail)}`);
  return { fire: caseId, rosterId };
}

/** Supervision of conduct: complaints, referrals, self-checks, trainings, corrections, delegations, logs. */
function conduct(world: World, caseIds: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const complain = (on: string) =>
    act(world, 'register-complaint', { by: officer, on, input: { channel: 'phone', content: '反映态度生硬' } })
      .complaintId;
  const complaintId = complain('2026-09-10');
  act(world, 'accept-complaint', {
    by: officer,
    on: '2026-09-11',
    params: { complaintId },
    input: { handler: 'cc-2' },
  });
  act(world, 'answer-complaint', {
    by: second,
    on: '2026-09-14',
    params: { complaintId },
    input: { outcome: 'partly', facts: ['窗口等候较长'], result: ['已批评教育'] },
  });
  const open = complain('2026-09-15');
  act(world, 'accept-complaint', {
    by: officer,
    on: '2026-09-16',
    params: { complaintId: open },
    input: { handler: 'cc-3' },
  });

  const walk: Walk = { world, caseId: caseIds['reduced'] ?? '', persons: familyOfThree(1) };
  done(walk, 'assess-needs', '2026-08-28', { raw: { needs: ['living', 'medical'], opinion: '转请医疗救助' } });
  const needy = { idNumber: idNumberOf(walk.persons[0] as Person) };
  const refer = () =>
    done(walk, 'refer-case', '2026-09-01', {
      by: clerk,
      raw: { department: 'medical', needs: ['medical'], person: needy, situation: '成员住院', agreed: true },
    }).reply.referralId;
  const referralId = refer();
  const { selfCheckId } = act(world, 'record-self-check', {
    by: chief,
    on: '2026-09-24',
    params: { requestKey: 'cd'.repeat(32) },
    input: {
      cases: [walk.caseId],
      findings: [
        { fault: 'records', caseId: walk.caseId, note: '照片缺一张' },
        { fault: 'intake-late', note: '晚一日' },
      ],
    },
  });
  act(world, 'rectify-fault', {
    by: chief,
    on: '2026-09-28',
    params: { selfCheckId },
    input: { no: 1, measure: '已补充' },
  });
  act(world, 'record-training', {
    by: officer,
    on: '2026-08-03',
    params: { requestKey: 'ab'.repeat(32) },
    input: {
      division: county,
      subject: '专题培训',
      form: 'class',
      on: '2026-07-01',
      organiser: 'county',
      kinds: ['township-staff'],
      persons: 40,
      staff: ['t1-tc'],
      attachments: [attach(world, 'slides')],
    },
  });
  done(walk, 'order-correction', '2026-11-23', {
    by: officer,
    input: { ground: 'unqualified', facts: ['漏计工资'], demands: ['重新核定'] },
  });
  return { referralId, complaintId };
}

/** What the logs of an organisation keep. */
function logs(world: World, caseId: string): void {
  const at = noon('2026-10-20');
  const city = { ...actor('CITY', 'city-1'), orgCode: county };
  noted(
    world,
    'refusals',
    clerk,
    RefusalEventBody.parse({
      type: 'attempt-refused',
      data: { act: 'decide-case', code: 'post-not-permitted', rule: 'SD2', post: 'TC', person: 't1-tc', caseId, at },
    }),
  );
  noted(
    world,
    'access',
    clerk,
    AccessEventBody.parse({
      type: 'personal-data-read',
      data: { act: 'read-paper', purpose: '补打通知书', person: 't1-tc', caseId, persons: 3, at },
    }),
  );
  noted(
    world,
    'access',
    city,
    QueryAskedBody.parse({
      type: 'query-asked',
      data: {
        act: 'run-query',
        runId: 'run-1',
        query: 'case-timeline',
        params: { case_id: caseId },
        counties: [county],
        purpose: '抽查',
        person: 'city-1',
        at,
      },
    }),
  );
}

/** The file of an application withdrawn long ago: asked for and approved by two. */
function erased(world: World, caseId: string): void {
  withParameter(world, 'archive.approvalYearsAfterExit', 3);
  withParameter(world, 'archive.dailyYears', 5);
  act(world, 'request-erasure', { by: officer, on: '2031-08-05', input: { caseId, reason: '期满' } });
  act(world, 'approve-erasure', { by: second, on: '2031-08-06', params: { erasureId: `${caseId}-ERA` } });
}

/** 低保边缘 is given anew to one township, and to another that loses it again before it decides anything. */
function delegations(world: World): void {
  const revoke = (delegationId: string, on: string) =>
    act(world, 'revoke-delegation', { by: officer, on, params: { delegationId }, input: { reason: '演示：收回' } });
  for (const code of [township, '649900102']) revoke(`BY-${code}-2026-01-01`, '2026-01-12');
  const legalBasis = {
    title: '关于下放审核确认权限的决定（演示数据）',
    documentNo: '演政发〔2026〕2号',
    issuedBy: '演示县人民政府',
  };
  const input = { program: 'BY', townships: [township, '649900102'], legalBasis, from: '2026-02-01' };
  const { delegations: granted } = act(world, 'grant-delegation', { by: officer, on: '2026-01-20', input });
  revoke(granted[1].delegationId, '2026-03-02');
}

/** A county whose supervisors have something to ask about: everything in it was done by steps of the product. */
export function supervisedCounty() {
  const world = demonstrationWorld();
  const given = new Map(world.states);
  delegations(world);
  const caseIds = { ...reviews(world), ...turnedAway(world) };
  const second = receiving({ world, persons: familyOfThree(9) });
  const more = money(world, [caseIds['reduced'] ?? '', second.caseId]);
  const names: Readonly<Record<string, string>> = {
    ...caseIds,
    ...more,
    ...conduct(world, caseIds),
    second: second.caseId,
  };
  const hit = caseIds['hit'] ?? '';
  const alert = { subjectKind: 'case', subjectId: hit, term: 'decision', dueOn: '2026-08-31', level: 'supervised' };
  const { alertId } = act(world, 'raise-alert', { by: clock, on: '2026-09-02', input: alert });
  act(world, 'acknowledge-alert', { by: chief, on: '2026-09-03', params: { alertId } });
  walkTo('submit-application', {
    world,
    persons: familyOfThree(10),
    application: { townshipCode: '649900102', villageCode: '649900102201' },
    taking: { 'submit-application': { by: actor('TC', 't2-tc') } },
  });
  logs(world, hit);
  erased(world, caseIds['withdrawn'] ?? '');
  return { world, given, names };
}
