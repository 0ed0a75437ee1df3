import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { assessAll } from '../../functions/law/programs/index.ts';
import type { Household } from '../../schemas/household.ts';
import { ProgramAssessment } from '../../schemas/household-assessment.ts';
import { Program } from '../../schemas/program.ts';
import { deposit, fx2026, household, member, token, transfer, wage } from './means-households.ts';

const on = '2026-11-11';
const question = { parameters: fx2026, on } as const;
const all = Program.options;
const verdicts = (family: Household, programs: readonly Program[] = all) =>
  Object.fromEntries(
    assessAll(family, { ...question, programs }).assessments.map(({ program, entitled }) => [program, entitled]),
  );
const offers = (family: Household, programs?: readonly Program[]) =>
  assessAll(family, { ...question, programs }).offers.map(({ program }) => program);

/** The man of G09: 63, no income, a son of 40 with work. */
const man: Household = {
  ...household('rural', [member(1, { birthOn: '1963-04-01' })]),
  obligors: [
    {
      of: token(1),
      relation: '20',
      birthOn: '1986-05-01',
      annualIncomeFen: 6_000_000,
      propertyWithinRule: true,
      consented: true,
    },
  ],
};

describe('one application, evaluated for all', () => {
  it('G09: denies 特困 and offers 低保, which nobody opens but the applicant', () => {
    const answer = assessAll(man, { ...question, programs: ['TK'] });
    expect(answer.assessments).toMatchObject([{ program: 'TK', entitled: false }]);
    expect(answer.offers).toMatchObject([{ program: 'DB_RURAL', entitled: true }]);
    expect(answer.offers[0]?.zh).toContain('由申请人自愿决定');
  });

  it('offers 特困 to who applies for 低保 only, and not 低保 to who applies for 特困 and gets it', () => {
    const alone = { ...man, obligors: [] };
    expect(offers(alone)).toEqual(['TK']);
    expect(offers(alone, ['TK'])).toEqual([]);
  });

  it('offers the edge to who is above the standard, and rigid expenditure beyond the edge', () => {
    const at = (yuan: number): Household => ({
      ...household('urban', [member(1, { income: [transfer(yuan)] })]),
      obligors: [],
      rigidSpending: [{ kind: 'medical', spentFen: 2_000_000, designatedProvider: true, receipts: true }],
    });
    expect([offers(at(700)), offers(at(900)), offers(at(2000)), offers(at(3500))]).toEqual([[], ['BY'], ['GX'], []]);
  });

  it('G06: tells the edge household that the son may apply for 低保 alone', () => {
    const family = household('urban', [
      member(1, { income: [wage(2900)] }),
      member(2, { relation: '10', sex: '2' }),
      member(3, {
        relation: '20',
        birthOn: '2002-03-01',
        dependentAdult: true,
        disability: { category: '5', level: '3' },
      }),
    ]);
    const answer = assessAll(family, { ...question, programs: ['BY'] });
    expect(answer.assessments).toMatchObject([{ program: 'BY', entitled: true }]);
    expect(answer.offers).toMatchObject([{ program: 'DB_URBAN', entitled: true }]);
    expect(answer.offers[0]?.zh).toContain('单独申请');
  });

  it('offers the old-age allowance beside 低保', () => {
    const old = household('rural', [member(1, { birthOn: '1940-01-01', income: [wage(500)] })], [deposit(1, 99_999)]);
    expect(offers(old)).toEqual(['GL']);
  });

  it('G15: offers the standard way for the rest, and fast aid to who asked the long way', () => {
    const fire = (requestedFen: number): Household => ({
      ...household('urban', [member(1, { income: [wage(9000)] })]),
      aidRequest: { type: 'emergency', registeredOn: on, requestedFen },
    });
    expect([offers(fire(100_000), ['LS_FAST']), offers(fire(70_000), ['LS_FAST'])]).toEqual([['LS_STD'], []]);
    expect(offers(fire(100_000), ['LS_STD'])).toEqual(['LS_FAST']);
    const both = assessAll(fire(100_000), { ...question, programs: ['LS_STD', 'LS_FAST'] }).assessments;
    expect(both).toMatchObject([
      { program: 'LS_STD', proposedFen: 28_000 },
      { program: 'LS_FAST', amountFen: 72_000 },
    ]);
  });

  it('asks recognised households for their spending only', () => {
    const sick: Household = {
      ...household('urban', [member(1, { receives: ['GX'], income: [wage(9000)] })]),
      aidRequest: { type: 'expense', registeredOn: on, requestedFen: 300_000 },
    };
    const [found] = assessAll(sick, { ...question, programs: ['LS_STD'] }).assessments;
    expect(found).toMatchObject({ meansCheck: 'spending-only', decides: 'county', publicity: true });
  });

  it('A14: a member in 特困 stays in the household’s count', () => {
    const family: Household = {
      ...household('rural', [
        member(1, { income: [wage(1300)] }),
        member(2, { relation: '71', birthOn: '1950-01-01', longCoResident: true, legalSupportDuty: true }),
      ]),
      obligors: [],
    };
    const answer = assessAll(family, { ...question, programs: ['TK', 'DB_RURAL'] });
    expect(answer.assessments).toMatchObject([{ program: 'TK' }, { program: 'DB_RURAL', householdSize: 2 }]);
  });
});

describe('for any household', () => {
  const people = fc
    .array(
      fc.record({
        birth: fc.integer({ min: 1930, max: 2020 }),
        monthly: fc.nat(4000),
        disabled: fc.option(fc.constantFrom('1' as const, '2' as const, '3' as const)),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((rows) =>
      rows.map(({ birth, monthly, disabled }, i) =>
        member(i + 1, {
          relation: i === 0 ? '01' : i === 1 ? '10' : '20',
          birthOn: `${birth}-05-05`,
          income: [transfer(monthly)],
          ...(disabled && { disability: { category: '4', level: disabled } }),
        }),
      ),
    );
  const families = fc.record({ people, spent: fc.nat(90_000), deposits: fc.nat(40_000) }).map(
    ({ people: rows, spent, deposits }): Household => ({
      ...household('urban', rows, [deposit(1, deposits)]),
      obligors: [],
      rigidSpending: [{ kind: 'rehabilitation', spentFen: spent * 100 }],
    }),
  );

  it('no two household tiers hold at once, and every answer fits the published shape', () => {
    void fc.assert(
      fc.property(families, (family) => {
        const { assessments, closed } = assessAll(family, { ...question, programs: all });
        const tiers = assessments.filter(({ program }) => ['DB_URBAN', 'BY', 'GX'].includes(program));
        expect(tiers.filter(({ entitled }) => entitled === true).length).toBeLessThanOrEqual(1);
        expect(closed).toEqual([]);
        for (const one of assessments) expect(ProgramAssessment.parse(one)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on what else is asked, nor on the order of anything', () => {
    void fc.assert(
      fc.property(families, fc.shuffledSubarray([...all], { minLength: 1 }), (family, programs) => {
        const some = verdicts({ ...family, members: family.members.toReversed() }, programs);
        expect(some).toEqual(Object.fromEntries(Object.entries(verdicts(family)).filter(([name]) => name in some)));
        const answer = assessAll(family, { ...question, programs });
        expect(answer.assessments.map(({ program }) => program)).toEqual(programs);
        expect(answer.offers.filter(({ program }) => programs.includes(program))).toEqual([]);
        expect(new Set(answer.offers.map(({ program }) => program)).size).toBe(answer.offers.length);
      }),
      { numRuns: 60 },
    );
  });
});
