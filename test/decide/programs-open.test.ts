import { describe, expect, it } from '@jest/globals';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { application, familyOfThree } from '../applications.ts';
import { caseIn, demonstrationWorld, noon, play } from '../world.ts';
import { edgeFamily, type OtherProgram, oldMan, programRoutes, walkProgram, woman } from './program-cases.ts';
import { clerk } from './usual-acts.ts';
import { done, expectFolded, headOf, paperOf, take, termOf, type Walk, walkTo } from './walk-through.ts';

const submit = (world: Walk['world'], persons: Parameters<typeof application>[1], more: Record<string, unknown>) =>
  play(world, submitApplication, {
    actor: clerk,
    now: noon('2026-11-02'),
    input: application(world, persons, more),
  });

describe('every program goes through the procedure', () => {
  it.each([
    ['TK', '649900101-TK-2026-000001', 67_600, '2026-09'],
    ['BY', '649900101-BY-2026-000001', 0, undefined],
    ['GX', '649900101-GX-2026-000001', 0, undefined],
  ] as const)('%s from the application to the publication', (program, caseId, amountFen, firstMonth) => {
    const taking = program === 'TK' ? { 'give-opinion': { input: { reasons: ['当地登记'] } } } : {};
    const walk = walkProgram(program, 'publish-confirmation', { taking });
    expect(walk.caseId).toBe(caseId);
    expect(headOf(walk)).toMatchObject({ program, status: 'active', decision: { amountFen } });
    expect(headOf(walk).decision?.firstMonth).toBe(firstMonth);
    expect(paperOf(walk, 'W20').data).toMatchObject({ program, amountFen });
    expectFolded(walk);
  });

  it('recognises an edge household until the day before twelve months are over (rulebook 3.1)', () => {
    const walk = walkProgram('BY', 'decide-case');
    expect(headOf(walk).decision).toMatchObject({ on: '2026-08-25', validUntil: '2027-08-24' });
    expect(paperOf(walk, 'W20').data).toMatchObject({ firstMonth: '', validUntil: '2027-08-24' });
  });

  it('decides on the old-age allowance by data, without a visit, and raises the rate by itself at ninety', () => {
    const late = {
      'submit-application': '2026-11-02',
      'accept-application': '2026-11-02',
      'record-consents': '2026-11-02',
    };
    const days = {
      ...late,
      'assign-surveyors': null,
      'record-visit': null,
      'request-verification': '2026-11-03',
      'start-verification': '2026-11-04',
      'record-verification': '2026-11-06',
      'give-opinion': '2026-11-16',
      'post-publicity': '2026-11-17',
      'decide-case': '2026-11-25',
    };
    const walk = walkProgram('GL', 'decide-case', { days });
    expect(headOf(walk).decision).toMatchObject({ amountFen: 8_000, firstMonth: '2026-12' });
    const decided = walk.world.events.find(({ type }) => type === 'case-decided');
    expect(decided?.data).toMatchObject({
      entitlements: [
        { kind: 'confirmation', fromMonth: '2026-12', amountFen: 8_000 },
        { kind: 'age', fromMonth: '2036-12', amountFen: 16_000 },
      ],
    });
  });

  it('lets a person set the sum of standard temporary assistance, within what is asked', () => {
    const walk = walkProgram('LS_STD', 'record-verification');
    const opinion = (input: object) =>
      take(walk, 'give-opinion', '2026-08-14', { input: { ...input, reasons: ['重病'] } });
    expect(opinion({})).toMatchObject({ ok: false, code: 'input-invalid' });
    expect(opinion({ amountFen: 150_001 })).toMatchObject({ ok: false, code: 'input-invalid' });
    expect(opinion({ amountFen: 120_000 }).ok).toBe(true);
    done(walk, 'post-publicity', '2026-08-17');
    done(walk, 'decide-case', '2026-08-25');
    expect(headOf(walk).decision).toMatchObject({ amountFen: 120_000 });
    expect(headOf(walk).decision?.firstMonth).toBeUndefined();
  });

  it('takes no sum from a person where the law sets it', () => {
    const walk = walkProgram('BY', 'record-verification');
    expect(take(walk, 'give-opinion', '2026-08-14', { input: { amountFen: 100 } })).toMatchObject({
      ok: false,
      code: 'input-invalid',
    });
  });
});

describe('what may be open side by side (invariant 8)', () => {
  const rural = { urbanRural: 'rural' } as const;

  it('holds a person in one open case of a program, and in other programs at the same time', () => {
    const { world, caseId } = walkTo('submit-application');
    const family = familyOfThree(0);
    expect(submit(world, family, {})).toMatchObject({
      ok: false,
      code: 'case-already-open',
      detail: { openCaseId: caseId },
    });
    expect(submit(world, family, { program: 'BY' })).toMatchObject({ ok: true });
    expect(submit(world, family, { program: 'BY' })).toMatchObject({ ok: false, code: 'case-already-open' });
  });

  it('holds the applicant alone where a program is about one person', () => {
    const world = demonstrationWorld();
    const couple = [oldMan, { birth: '19450101', sequence: 704, relation: '12' }];
    expect(submit(world, couple, { ...rural, program: 'GL' }).ok).toBe(true);
    const wife = couple.map((one) => ({ ...one, relation: one.relation === '01' ? '11' : '01' })).reverse();
    expect(submit(world, wife, { ...rural, program: 'GL' }).ok).toBe(true);
    expect(submit(world, wife, { ...rural, program: 'GL' })).toMatchObject({ code: 'case-already-open' });
  });

  it('knows from its own record, not from the form, what a member receives', () => {
    const { world } = walkProgram('BY', 'publish-confirmation');
    const asked = submit(world, edgeFamily, {
      program: 'LS_STD',
      aidRequest: { type: 'expense', requestedFen: 100_000 },
    });
    expect(caseIn(world, asked.reply.caseId).head.aid).toEqual({ type: 'expense', recognised: true });
    expect(caseIn(world, asked.reply.caseId).parts.household.members[0]?.receives).toEqual(['BY']);
  });
});

describe('a program that is not open', () => {
  const without = (program: OtherProgram, key: string) => {
    const world = demonstrationWorld();
    const county = world.states.get('county:649900') as unknown as { parts: { parameters: { key: string }[] } };
    const parameters = county.parts.parameters.filter((one) => one.key !== key);
    world.states.set('county:649900', { ...county, parts: { ...county.parts, parameters } } as never);
    const { persons, application: more } = programRoutes[program];
    return submit(world, persons, more);
  };

  it.each([
    ['TK', 'tk.care.1'],
    ['GX', 'gx.rigidRatio'],
    ['GL', 'gl.rural.80'],
    ['LS_STD', 'ls.townshipApprovalCap'],
    ['BY', 'benefit.mode'],
  ] as const)('%s names the missing parameter %s', (program, key) => {
    expect(without(program, key)).toMatchObject({
      ok: false,
      code: 'program-closed',
      detail: { missing: expect.arrayContaining([`parameter:${key}`]) },
    });
  });

  it('asks what the program cannot be assessed without', () => {
    const world = demonstrationWorld();
    const { supportChoice: _choice, ...more } = woman.more as Record<string, unknown>;
    const unchosen = submit(world, [{ ...woman, more }], { ...programRoutes.TK.application });
    expect(unchosen).toMatchObject({
      code: 'input-invalid',
      detail: { errors: [{ path: 'members.0.supportChoice' }] },
    });
    expect(submit(world, edgeFamily, { program: 'LS_STD' })).toMatchObject({ code: 'input-invalid' });
    expect(submit(world, edgeFamily, { program: 'LS_FAST' })).toMatchObject({ code: 'input-invalid' });
  });
});

describe('terms by program', () => {
  it('gives the opinion on 特困 fifteen working days, and its decision five after the publicity (rulebook 3.3)', () => {
    const days = {
      'submit-application': '2026-10-12',
      'accept-application': '2026-10-12',
      'record-consents': '2026-10-12',
      'assign-surveyors': '2026-10-13',
      'request-verification': '2026-10-13',
      'start-verification': '2026-10-14',
      'record-visit': '2026-10-15',
      'record-verification': '2026-10-20',
      'give-opinion': '2026-11-02',
      'post-publicity': '2026-11-03',
    };
    const walk = walkProgram('TK', 'post-publicity', { days });
    expect(termOf(walk, 'opinion').dueOn).toBe('2026-11-02');
    expect(termOf(walk, 'publicity').dueOn).toBe('2026-11-10');
    expect(termOf(walk, 'decision')).toMatchObject({ fromOn: '2026-11-10', dueOn: '2026-11-17' });
    expect(headOf(walk)).toMatchObject({ targetOn: '2026-11-09', dueOn: '2026-11-17' });
    done(walk, 'raise-objection', '2026-11-06');
    expect(termOf(walk, 'reinvestigation').dueOn).toBe('2026-11-27');
    expect(headOf(walk).dueOn).toBeUndefined();
  });

  it('decides on rigid expenditure within thirty working days, extended on the two grounds of R62 alone (B17)', () => {
    const walk = walkProgram('GX', 'accept-application');
    expect(termOf(walk, 'decision').dueOn).toBe('2026-09-14');
    const extend = (ground: string) => take(walk, 'extend-term', '2026-08-20', { input: { ground } });
    expect(extend('REMOTE_APPLICATION')).toMatchObject({ code: 'extension-ground-not-lawful' });
    expect(extend('HARD_INVESTIGATION')).toMatchObject({ ok: true, reply: { extendedTo: '2026-10-10' } });
  });

  it('knows no extension for 特困', () => {
    const walk = walkProgram('TK', 'accept-application');
    expect(take(walk, 'extend-term', '2026-08-04')).toMatchObject({ code: 'extension-ground-not-lawful' });
  });
});
