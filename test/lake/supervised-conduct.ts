import { QueryAskedBody } from '../../schemas/audit-query.ts';
import { AccessEventBody, RefusalEventBody } from '../../schemas/docket-events.ts';
import { familyOfThree, type Person, residentId } from '../applications.ts';
import { approved, buildUrban, file, act as onRoster, pay, payer } from '../decide/funded-county.ts';
import { withParameter } from '../decide/set-parameter.ts';
import { done, idNumberOf, type Walk } from '../decide/walk-through.ts';
import { actor, attach, noon, type World } from '../world.ts';
import { act, chief, clerk, county, noted, officer, second, township } from './county-acts.ts';

/** The petty cash of a township, with one payment and a count that misses money. */
export function pettyCash(world: World): void {
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
}

/** A roster with one paid and one failed household. */
export function roster(world: World, households: readonly string[]): void {
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
}

/** Two complaints: one answered, the other with its handler. */
export function complaints(world: World): void {
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
}

/** A need passed on and never answered, and a correction that is not carried out. */
export function referred(world: World, caseId: string): void {
  const walk: Walk = { world, caseId, persons: familyOfThree(1) };
  done(walk, 'assess-needs', '2026-08-28', { raw: { needs: ['living', 'medical'], opinion: '转请医疗救助' } });
  const needy = { idNumber: idNumberOf(walk.persons[0] as Person) };
  done(walk, 'refer-case', '2026-09-01', {
    by: clerk,
    raw: { department: 'medical', needs: ['medical'], person: needy, situation: '成员住院', agreed: true },
  });
  done(walk, 'order-correction', '2026-11-23', {
    by: officer,
    input: { ground: 'unqualified', facts: ['漏计工资'], demands: ['重新核定'] },
  });
}

/** A self-check with one fault of two put right, and a training. */
export function selfChecked(world: World, caseId: string): void {
  const { selfCheckId } = act(world, 'record-self-check', {
    by: chief,
    on: '2026-09-24',
    params: { requestKey: 'cd'.repeat(32) },
    input: {
      cases: [caseId],
      findings: [
        { fault: 'records', caseId, note: '照片缺一张' },
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
}

/** What the logs of an organisation keep. */
export function logs(world: World, caseId: string): void {
  const at = noon('2026-10-20');
  const city = { ...actor('CITY', 'city-1'), orgCode: county };
  noted(
    world,
    clerk,
    RefusalEventBody.parse({
      type: 'attempt-refused',
      data: { act: 'decide-case', code: 'post-not-permitted', rule: 'SD2', post: 'TC', person: 't1-tc', caseId, at },
    }),
  );
  noted(
    world,
    clerk,
    AccessEventBody.parse({
      type: 'personal-data-read',
      data: { act: 'read-paper', purpose: '补打通知书', person: 't1-tc', caseId, persons: 3, at },
    }),
  );
  noted(
    world,
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
export function erased(world: World, caseId: string): void {
  withParameter(world, 'archive.approvalYearsAfterExit', 3);
  withParameter(world, 'archive.dailyYears', 5);
  act(world, 'request-erasure', { by: officer, on: '2031-08-05', input: { caseId, reason: '期满' } });
  act(world, 'approve-erasure', { by: second, on: '2031-08-06', params: { erasureId: `${caseId}-ERA` } });
}

/** 低保边缘 is given anew to three townships: one never acts, another loses it again before it decides anything. */
export function delegations(world: World): void {
  const revoke = (delegationId: string, on: string) =>
    act(world, 'revoke-delegation', { by: officer, on, params: { delegationId }, input: { reason: '演示：收回' } });
  const townships = [township, '649900102', '649900001'];
  for (const code of townships) revoke(`BY-${code}-2026-01-01`, '2026-01-12');
  const legalBasis = {
    title: '关于下放审核确认权限的决定（演示数据）',
    documentNo: '演政发〔2026〕2号',
    issuedBy: '演示县人民政府',
  };
  const input = { program: 'BY', townships, legalBasis, from: '2026-02-01' };
  const { delegations: granted } = act(world, 'grant-delegation', { by: officer, on: '2026-01-20', input });
  revoke(granted[1].delegationId, '2026-03-02');
}
