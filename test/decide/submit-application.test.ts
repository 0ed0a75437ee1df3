import { describe, expect, it } from '@jest/globals';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import type { Actor } from '../../schemas/actor.ts';
import { application, familyOfThree, residentId } from '../applications.ts';
import {
  actor,
  attach,
  caseIn,
  demonstrationWorld,
  emptyWorld,
  noon,
  type Played,
  play,
  refolded,
  tokenOf,
  type World,
} from '../world.ts';
import { applicant, clerk, submitted, termsOf, village } from './intake-cases.ts';

const on = '2026-08-03';
const body = (world: World, more: Record<string, unknown> = {}) => application(world, familyOfThree(0), more);
const submit = (world: World, input: Record<string, unknown>, by = clerk): Played =>
  play(world, submitApplication, { actor: by, now: noon(on), input });
const members = (world: World) => body(world)['members'] as Record<string, unknown>[];

describe('intake.submit-application', () => {
  it('opens a case under the delegation in force and issues the receipt (W05)', () => {
    const world = demonstrationWorld();
    const played = submit(world, body(world, { externalNo: 'NX-1' }));
    expect(played.reply).toMatchObject({
      caseId: '649900101-DB-2026-000001',
      version: 1,
      status: 'submitted',
      mode: 'delegated',
      externalNo: 'NX-1',
      countySurveyRequired: false,
    });
    expect(played.event?.papers).toHaveLength(1);
    expect(played.event?.papers?.[0]).toMatchObject({
      kind: 'W05',
      number: '演一镇社救〔2026〕1号',
      to: tokenOf(residentId('19851120', 100)),
      example: true,
      data: { items: ['社会救助申请书', '诚信承诺书', '家庭经济状况核对授权书'], clerk: 't1-tc', externalNo: 'NX-1' },
    });
    expect(caseIn(world, '649900101-DB-2026-000001')).toEqual(refolded(world, '649900101-DB-2026-000001'));
  });

  it('counts the intake term from the external system’s time, by the day in Asia/Shanghai (rulebook 3.8)', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on, more: { submittedAt: '2026-07-30T16:30:00.000Z' } });
    expect(termsOf(world, caseId)).toEqual({ intake: { dueOn: '2026-08-07' } });
  });

  it('numbers cases and papers of a township without gaps', () => {
    const world = demonstrationWorld();
    submitted(world, { on });
    expect(submitted(world, { on, persons: familyOfThree(1) })).toBe('649900101-DB-2026-000002');
    const numbers = world.events.map(({ papers }) => papers?.[0]?.number);
    expect(numbers).toEqual(['演一镇社救〔2026〕1号', '演一镇社救〔2026〕2号']);
  });

  it('runs the county’s procedure where no delegation is in force', () => {
    const world = demonstrationWorld();
    const county = world.states.get('county:649900');
    if (!county) throw new Error('the county is missing');
    world.states.set('county:649900', { ...county, parts: { ...county.parts, delegations: {} } } as typeof county);
    expect(submit(world, body(world)).reply).toMatchObject({ mode: 'standard' });
  });

  it('keeps no name, number, phone, account or address in the event', () => {
    const world = demonstrationWorld();
    const input = body(world, { account: '6222000011112222', address: '演示路1号' });
    const played = submit(world, {
      ...input,
      members: members(world).map((one) => ({ ...one, phone: '13900000000' })),
    });
    expect(played.ok).toBe(true);
    expect(JSON.stringify(played.event)).not.toMatch(/测试|649900\d{11}[\dX]|13900000000|6222000011112222|演示路/);
  });

  it('tells what a county still lacks instead of guessing', () => {
    const world = emptyWorld();
    const played = submit(world, body(world));
    expect(played.code).toBe('program-closed');
    expect(played.detail?.['missing']).toEqual(expect.arrayContaining(['divisions', 'parameter:standard.DB_URBAN']));
  });

  it('leaves property with its owner and gives unnamed property to the applicant', () => {
    const world = demonstrationWorld();
    const property = [
      { kind: 'deposit', label: '存款', valueFen: 100, ownerIdNumber: residentId('19870604', 101) },
      { kind: 'deposit', label: '存款', valueFen: 200 },
    ];
    const caseId = submitted(world, { on, more: { property } });
    expect(caseIn(world, caseId).parts.household.property.map(({ ownerPerson }) => ownerPerson)).toEqual([
      tokenOf(residentId('19870604', 101)),
      tokenOf(residentId('19851120', 100)),
    ]);
  });
});

describe('who may submit', () => {
  const agent = (world: World, by: Actor) => ({
    name: '测试代理',
    idNumber: residentId('19700101', 901),
    mandate: attach(world, 'W04'),
    relation: by.post === 'VC' ? 'village-committee' : 'relative',
  });

  it.each([
    ['a village committee', village],
    ['an agent', { ...applicant, post: 'AG' as const }],
  ])('%s only with a written mandate (D57 §6)', (_name, by) => {
    const world = demonstrationWorld();
    expect(submit(world, body(world), by).code).toBe('input-invalid');
    const played = submit(world, body(world, { agent: agent(world, by) }), by);
    expect(played.event?.data).toMatchObject({ agent: tokenOf(residentId('19700101', 901)) });
  });

  it('a clerk of the township and no other, an applicant for herself, never the confirmer', () => {
    const world = demonstrationWorld();
    expect(submit(world, body(world), actor('TC', 't2-tc')).code).toBe('division-not-yours');
    expect(submit(world, body(world), actor('TD', 't1-td')).code).toBe('post-not-permitted');
    const played = submit(world, body(world), applicant);
    expect(played.ok).toBe(true);
    expect(caseIn(world, played.reply.caseId).head).toMatchObject({ owner: 'resident-1', clientId: 'test-portal' });
  });

  it('nobody twice: one person stands in one open case, whoever applies (invariant 8)', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on });
    const [first] = members(world);
    const alone = body(world, { members: [first] });
    expect(submit(world, alone)).toMatchObject({ code: 'case-already-open', detail: { openCaseId: caseId } });
  });
});
