import { describe, expect, it } from '@jest/globals';
import { approveParameter } from '../../functions/supervision/approve-parameter.ts';
import { approvePolicy } from '../../functions/supervision/approve-policy.ts';
import { enterParameter } from '../../functions/supervision/enter-parameter.ts';
import { enterPolicy } from '../../functions/supervision/enter-policy.ts';
import { listPolicyVersions } from '../../functions/supervision/list-policy-versions.ts';
import { readPolicies } from '../../functions/supervision/read-policies.ts';
import { PolicyEntry } from '../../schemas/policy.ts';
import { actor, demonstrationWorld, emptyWorld, noon, play, type World } from '../world.ts';

const officer = actor('CC', 'cc-1');
const colleague = actor('CC', 'cc-2');
const anybody = actor('PB', 'public', '');
const text = { ...PolicyEntry.parse(PolicyEntry.meta()?.['examples']?.[0]), from: '2026-08-01' };

const enter = (world: World, more: object = {}, by = officer) =>
  play(world, enterPolicy, { actor: by, now: noon('2026-08-03'), input: { ...text, ...more } });
const approve = (world: World, policyId: string, by = colleague) =>
  play(world, approvePolicy, { actor: by, now: noon('2026-08-03'), params: { policyId } });
const publish = (world: World, more: object = {}): string => {
  const { policyId } = enter(world, more).reply;
  expect(approve(world, policyId).ok).toBe(true);
  return policyId;
};
const read = (world: World, on = '2026-08-03', input: object = { county: '649900', program: 'DB_URBAN' }) =>
  play(world, readPolicies, { actor: anybody, now: noon(on), input });

describe('a published policy (政策公开)', () => {
  it('takes two persons, is never edited, and nobody reads it before the second one published it', () => {
    const world = demonstrationWorld();
    const { policyId } = enter(world).reply;
    expect(policyId).toBe('649900-POL-DB_URBAN@1');
    expect(read(world).code).toBe('policy-not-published');
    expect(approve(world, policyId, officer).code).toBe('same-person-approves');
    expect(approve(world, policyId, actor('CC', 'cc-2', '640104')).code).toBe('policy-not-found');
    expect(approve(world, policyId).reply).toMatchObject({ enteredBy: 'cc-1', approvedBy: 'cc-2' });
    expect(approve(world, policyId).code).toBe('already-done');
    expect(read(world).reply.policies[0].inForce).toMatchObject({
      criteria: text.criteria,
      hotline: '12345',
      questions: [{ question: '外出务工期间可以申请吗？' }],
      publishedOn: '2026-08-03',
    });
  });

  it('that waits gives way to a further entry', () => {
    const world = demonstrationWorld();
    const first = enter(world).reply.policyId;
    const second = enter(world, { phone: '0950-0000002' }).reply.policyId;
    expect(approve(world, first).code).toBe('policy-not-found');
    expect(approve(world, second).ok).toBe(true);
    expect(read(world).reply.policies[0].inForce.phone).toBe('0950-0000002');
  });

  it('is read as in force on the day, and as it will be; on its day the coming version takes over', () => {
    const world = demonstrationWorld();
    publish(world);
    publish(world, { from: '2026-10-01', criteria: ['自十月一日起的条件'] });
    const before = read(world, '2026-09-30').reply.policies[0];
    expect(before.inForce.from).toBe('2026-08-01');
    expect(before.coming.map(({ from }: { from: string }) => from)).toEqual(['2026-10-01']);
    const after = read(world, '2026-10-01').reply.policies[0];
    expect(after.inForce.criteria).toEqual(['自十月一日起的条件']);
    expect(after.coming).toEqual([]);
  });

  it('takes its amounts from the approved parameters, today’s and the next ones, and types none again', () => {
    const world = demonstrationWorld();
    publish(world);
    const raised = {
      key: 'standard.DB_URBAN',
      value: 80_000,
      from: '2027-01-01',
      document: { title: '演示数据·非真实标准' },
      example: true,
    };
    const { id } = play(world, enterParameter, { actor: officer, now: noon('2026-08-03'), input: raised }).reply;
    expect(read(world).reply.policies[0].comingAmounts).toBeUndefined();
    play(world, approveParameter, { actor: colleague, now: noon('2026-08-03'), params: { parameterId: id } });
    const { amounts, comingAmounts } = read(world).reply.policies[0];
    expect(amounts[0]).toMatchObject({ key: 'standard.DB_URBAN', value: 72_000, text: '720元', example: true });
    expect(comingAmounts.from).toBe('2027-01-01');
    expect(comingAmounts.amounts[0]).toMatchObject({ value: 80_000, parameterId: id });
    expect(read(world, '2027-01-01').reply.policies[0].amounts[0].value).toBe(80_000);
    expect(Object.keys(PolicyEntry.shape).join()).not.toMatch(/amount|fen/i);
  });

  it('tells who entered it to the county only, and shows the page without a log-in', () => {
    const world = demonstrationWorld();
    publish(world, { criteria: ['人均收入低于标准 <b>'] });
    const { reply } = read(world);
    expect(JSON.stringify(reply)).not.toMatch(/cc-[12]/);
    const page = readPolicies.page?.(reply) ?? '';
    for (const words of [
      '演示县社会救助政策公开',
      '720元',
      '演示数据·非真实标准',
      '12345',
      '&lt;b&gt;',
      '0950-0000101',
    ])
      expect(page).toContain(words);
    const list = (by = officer) =>
      play(world, listPolicyVersions, { actor: by, now: noon('2026-08-03'), input: { county: '649900' } });
    expect(list().reply.policies).toMatchObject([
      { program: 'DB_URBAN', entered: 1, published: [{ enteredBy: 'cc-1' }] },
    ]);
    expect(list(actor('CC', 'x', '640104')).code).toBe('division-not-yours');
  });

  it('answers all that is published where no program is named, and nothing of a county that has none', () => {
    const world = demonstrationWorld();
    publish(world);
    publish(world, { program: 'GL' });
    const programs = read(world, '2026-08-03', { county: '649900' }).reply.policies;
    expect(programs.map(({ program }: { program: string }) => program)).toEqual(['DB_URBAN', 'GL']);
    expect(read(emptyWorld()).code).toBe('policy-not-published');
  });

  it('is refused with a person’s number in it, and past five versions to come', () => {
    const world = demonstrationWorld();
    expect(enter(world, { criteria: ['联系 649900198511200032'] }).code).toBe('personal-data-in-text');
    for (const day of ['01', '02', '03', '04', '05']) publish(world, { from: `2026-09-${day}` });
    expect(enter(world, { from: '2026-09-06' }).code).toBe('input-invalid');
  });
});
