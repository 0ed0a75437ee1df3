import { describe, expect, it } from '@jest/globals';
import { assessHousehold } from '../../functions/intake/assess-household.ts';
import { countyIn } from '../county-set-up.ts';
import { actor, demonstrationWorld, emptyWorld, noon, play, type World } from '../world.ts';
import { clerk } from './intake-cases.ts';

const person = (digit: number, more: Record<string, unknown>) => ({
  person: `t_${String(digit).repeat(32)}`,
  sex: '1',
  hukou: { countyCode: '649900', townshipCode: '649900101' },
  labourAbility: '3',
  income: [],
  ...more,
});
const wage = (yuan: number) => [{ kind: 'wage', per: 'month', amountFen: yuan * 100, evidence: 'verified' }];

/** The family of G01: a couple with a child of 10, one wage of 1,800 yuan. */
const household = (more: Record<string, unknown> = {}) => ({
  townshipCode: '649900101',
  villageCode: '649900101201',
  urbanRural: 'urban',
  members: [
    person(1, { relation: '01', birthOn: '1985-11-20', labourAbility: '1', income: wage(1800) }),
    person(2, { relation: '12', birthOn: '1987-06-04' }),
    person(3, { relation: '20', birthOn: '2015-09-01' }),
  ],
  property: [],
  ...more,
});
/** The county without one of its parameters. */
const lacking = (key: string): World => {
  const world = demonstrationWorld();
  const county = countyIn(world);
  const parameters = county.parts.parameters?.filter((one) => one.key !== key) ?? [];
  world.states.set('county:649900', { ...county, parts: { ...county.parts, parameters } });
  return world;
};
const assess = (world: World, input: unknown, by = clerk) =>
  play(world, assessHousehold, { actor: by, now: noon('2026-08-25'), input });

describe('intake.assess-household', () => {
  it('G01: answers 660 yuan with the computation in Chinese, and stores nothing', () => {
    const world = demonstrationWorld();
    const states = world.states.size;
    const { reply } = assess(world, { household: household() });
    expect(reply).toMatchObject({ on: '2026-08-25' });
    expect(reply.assessments).toHaveLength(1);
    expect(reply.assessments[0]).toMatchObject({
      program: 'DB_URBAN',
      entitled: true,
      amountFen: 66_000,
      householdSize: 3,
    });
    expect(reply.assessments[0].computation.join('\n')).toContain('660.00 元');
    expect(reply.assessments[0].computation).toContain('演示数据·非真实标准');
    expect([world.events.length, world.states.size]).toEqual([0, states]);
  });

  it('answers each program asked for', () => {
    const world = demonstrationWorld();
    const programs = ['DB_RURAL', 'DB_URBAN'];
    const { assessments } = assess(world, { household: household(), programs }).reply;
    expect(
      assessments.map(({ program, entitled }: { program: string; entitled: boolean }) => [program, entitled]),
    ).toEqual([
      ['DB_RURAL', false],
      ['DB_URBAN', true],
    ]);
  });

  it('answers 特困 beside 低保 and offers what nobody asked for', () => {
    const old = household({ members: [person(1, { relation: '01', birthOn: '1944-06-04' })], obligors: [] });
    const { assessments, closed, offers } = assess(demonstrationWorld(), { household: old, programs: ['TK'] }).reply;
    expect(assessments).toMatchObject([{ program: 'TK', entitled: true, persons: [{ amountFen: 93_600 }] }]);
    expect(closed).toEqual([]);
    expect(offers.map(({ program }: { program: string }) => program)).toEqual(['GL']);
  });

  it('answers the open programs where another is closed, and says what that one lacks', () => {
    const on = '2024-12-31';
    const programs = ['DB_URBAN', 'GX'];
    expect(assess(demonstrationWorld(), { household: household(), programs, on })).toMatchObject({
      code: 'program-closed',
      detail: { missing: expect.arrayContaining(['law:R62', 'parameter:standard.DB_URBAN']) },
    });
    const { assessments, closed } = assess(lacking('gx.rigidRatio'), { household: household(), programs }).reply;
    expect(assessments.map(({ program }: { program: string }) => program)).toEqual(['DB_URBAN']);
    expect(closed).toEqual([{ program: 'GX', missing: ['parameter:gx.rigidRatio'] }]);
  });

  it('assesses by the law of the day asked for', () => {
    const world = demonstrationWorld();
    const pack = (on: string) => assess(world, { household: household(), on }).reply.assessments[0].lawPack;
    expect([pack('2026-06-30'), pack('2026-07-01')]).toEqual(['RP-2026A', 'RP-2026B']);
    expect(assess(world, { household: household(), on: '2021-06-30' })).toMatchObject({
      code: 'date-out-of-order',
      detail: { earliest: '2021-07-01' },
    });
  });

  it('says what is missing where the program is closed', () => {
    expect(assess(emptyWorld(), { household: household() }).code).toBe('program-closed');
    const early = assess(demonstrationWorld(), { household: household(), on: '2025-12-31' });
    expect(early).toMatchObject({ code: 'program-closed' });
    expect(early.detail?.['missing']).toContain('parameter:standard.DB_URBAN');
  });

  it('refuses impossible households and unknown places, and is open to applicants', () => {
    const world = demonstrationWorld();
    const twice = household({ members: [...household().members, household().members[1]] });
    const property = [
      { kind: 'deposit', label: '存款', valueFen: 1, ownerPerson: `t_${'9'.repeat(32)}`, evidence: 'declared' },
    ];
    expect(assess(world, { household: twice }).code).toBe('input-invalid');
    expect(assess(world, { household: household({ property }) })).toMatchObject({
      code: 'input-invalid',
      detail: { errors: [{ path: 'household:owner-unlisted' }] },
    });
    expect(assess(world, { household: household({ villageCode: '649900102201' }) }).code).toBe('division-unknown');
    expect(assess(world, { household: household(), name: '测试' }).code).toBe('unknown-field');
    expect(assess(world, { household: household() }, actor('AP', 'resident', '649900')).ok).toBe(true);
    expect(assess(world, { household: household() }, actor('CP', 'cp-1')).code).toBe('post-not-permitted');
  });
});
