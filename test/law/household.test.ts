import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { ageOn, countedMembers, isSevere } from '../../functions/law/household.ts';
import { householdFaults } from '../../functions/law/household-faults.ts';
import { hukouFinding } from '../../functions/law/hukou.ts';
import { householdIncome } from '../../functions/law/income.ts';
import { resolveMeans } from '../../functions/law/means-parameters.ts';
import { whole } from '../../functions/law/rational.ts';
import { ResidentId } from '../../schemas/ids.ts';
import { IncomeItem } from '../../schemas/income.ts';
import { HouseholdMember } from '../../schemas/member.ts';
import { approved, deposit, fx2026, household, member, wage } from './means-households.ts';

const on = '2026-08-25';
const reasonOf = (more: Partial<HouseholdMember>, day = on) =>
  countedMembers(household('urban', [member(1), member(2, more)]), day)[1]?.reason;

describe('age (A10)', () => {
  it.each([
    ['1946-11-15', '2026-11-14', 79],
    ['1946-11-15', '2026-11-15', 80],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
  ])('of one born %s is on %s %i years', (birthOn, day, years) => {
    expect(ageOn(birthOn, day)).toBe(years);
  });
});

describe('who counts (D57 §7, A14)', () => {
  it.each<[string, Partial<HouseholdMember>, string]>([
    ['the spouse', { relation: '12' }, 'spouse'],
    ['a child under 18', { relation: '31', birthOn: '2008-08-26' }, 'minor-child'],
    ['an adult child on the 18th birthday, not', { relation: '31', birthOn: '2008-08-25' }, 'not-family'],
    ['a bachelor student', { relation: '22', birthOn: '2004-01-01', student: true }, 'student'],
    [
      'an adult child who cannot live alone',
      { relation: '22', birthOn: '1996-01-01', dependentAdult: true },
      'dependent-child',
    ],
    ['an adult child who lives there', { relation: '22', birthOn: '1996-01-01', longCoResident: true }, 'co-resident'],
    ['a parent living apart, not', { relation: '51', birthOn: '1950-01-01' }, 'not-family'],
    ['a parent who lives there', { relation: '51', birthOn: '1950-01-01', longCoResident: true }, 'co-resident'],
    ['a brother who lives there without duty, not', { relation: '71', longCoResident: true }, 'not-family'],
    [
      'a grandchild with duty who lives there',
      { relation: '41', longCoResident: true, legalSupportDuty: true },
      'co-resident',
    ],
    ['a daughter-in-law as a minor child, never', { relation: '38', birthOn: '2009-01-01' }, 'not-family'],
  ])('%s', (_, more, reason) => {
    expect(reasonOf(more)).toBe(reason);
  });

  it('leaves out a prisoner from the first to the last day only', () => {
    const statuses = [{ kind: 'prison', fromOn: '2026-01-10', untilOn: '2026-08-25' } as const];
    expect(reasonOf({ relation: '10', statuses }, '2026-01-09')).toBe('spouse');
    expect(reasonOf({ relation: '10', statuses }, '2026-08-25')).toBe('excluded-status');
    expect(reasonOf({ relation: '10', statuses }, '2026-08-26')).toBe('spouse');
  });

  it('leaves out clergy after three full years', () => {
    const statuses = [{ kind: 'clergy', fromOn: '2023-08-25' } as const];
    expect(reasonOf({ relation: '10', statuses }, '2026-08-24')).toBe('spouse');
    expect(reasonOf({ relation: '10', statuses }, '2026-08-25')).toBe('excluded-status');
  });
});

describe('a household that cannot be', () => {
  const codes = (sound: ReturnType<typeof household>) => householdFaults(sound, on).map((f) => f.code);
  it('is named before anything is computed', () => {
    expect(codes(household('urban', [member(1), member(2, { relation: '10' })], [deposit(2, 10)]))).toEqual([]);
    expect(codes(household('urban', [member(1), member(1, { relation: '10' })]))).toEqual(['person-twice']);
    expect(codes(household('urban', [member(1, { relation: '10' })]))).toEqual(['applicant-missing']);
    expect(codes(household('urban', [member(1)], [deposit(9, 10)]))).toEqual(['owner-unlisted']);
    expect(codes({ ...household('urban', [member(1)]), villageCode: '649900102201' })).toEqual(['village-elsewhere']);
    expect(codes(household('urban', [member(1, { birthOn: '2026-08-26' })]))).toEqual(['birth-in-future']);
  });
});

describe('the shape of a member', () => {
  it('can be extended to an application form with names instead of tokens', () => {
    const Applicant = HouseholdMember.omit({ person: true }).extend({ name: z.string(), idNumber: ResidentId });
    const { person: _, ...rest } = member(1);
    expect(Applicant.safeParse({ ...rest, name: '张三', idNumber: '649900198511200032' }).success).toBe(true);
    expect(Applicant.safeParse(member(1)).success).toBe(false);
  });

  it('refuses employment costs written into a wage, and imputed income without its reason', () => {
    expect(IncomeItem.safeParse({ ...wage(1800), costsFen: 100 }).success).toBe(false);
    expect(IncomeItem.safeParse({ ...wage(1800), kind: 'imputed' }).success).toBe(false);
  });

  it('has a JSON schema with every field described', () => {
    const { properties = {} } = z.toJSONSchema(HouseholdMember, { reused: 'inline' });
    const bare = Object.entries(properties).filter(
      ([, p]) => typeof p === 'object' && !('description' in p || '$ref' in p),
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});

describe('severity (9.1)', () => {
  it.each([
    ['4', '2', true],
    ['4', '3', false],
    ['5', '3', true],
    ['6', '3', true],
    ['6', '4', false],
    ['7', '3', false],
  ] as const)('category %s level %s: %s', (category, level, severe) => {
    expect(isSevere({ category, level })).toBe(severe);
  });
});

describe('registration (D57 §4, §5; A16)', () => {
  const at = (countyCode: string, relation: '01' | '10') =>
    member(relation === '01' ? 1 : 2, { relation, hukou: { countyCode } });
  const found = (head: string, spouse: string) => {
    const members = [at(head, '01'), at(spouse, '10')];
    return hukouFinding(household('urban', members), members).passed;
  };
  it('passes here, across provinces and for an applicant registered here; asks a person inside the region; else refuses', () => {
    expect(found('649900', '649900')).toBe(true);
    expect(found('649900', '640104')).toBe(true);
    expect(found('620100', '649900')).toBe(true);
    expect(found('640104', '649900')).toBe('review');
    expect(found('640104', '640104')).toBe(false);
  });
});

describe('income (D57 §13)', () => {
  const means = resolveMeans(fx2026, 'DB_URBAN', on);
  const annual = (income: HouseholdMember['income'], more: Partial<HouseholdMember> = {}, rule = means) =>
    whole(householdIncome(household('urban', [member(1, { income, ...more })]), rule, on).annual);

  it('A1: takes 300 off for each month worked, and never more than the wage', () => {
    expect(annual([{ ...wage(1800), months: 5 }])).toBe(5 * 150_000);
    expect(annual([wage(1800)], { employedMonths: 6 })).toBe(12 * 180_000 - 6 * 30_000);
    expect(annual([wage(200)])).toBe(0);
    expect(annual([{ ...wage(1000), kind: 'property' }], { employedMonths: 12 })).toBe(1_200_000);
  });

  it('A2: takes a loss of the whole household as zero', () => {
    expect(annual([{ kind: 'business', per: 'window', amountFen: 100, costsFen: 500, evidence: 'declared' }])).toBe(0);
  });

  it('A6: leaves the basic pension out until the county sets a last day', () => {
    const pension = [{ ...wage(150), kind: 'basic-pension' } as const];
    expect(annual(pension)).toBe(0);
    const until = { key: 'income.exclude.basicPension.until', program: 'DB_URBAN', value: '2026-06-30' } as const;
    const record = approved({ ...until, from: '2026-01-01', document: { title: 'FX-2026' } }, 'pension');
    expect(annual(pension, {}, resolveMeans([...fx2026, record], 'DB_URBAN', on))).toBe(180_000);
  });

  it('leaves out what the article leaves out', () => {
    for (const kind of ['social-assistance', 'scholarship', 'preferential-compensation'] as const)
      expect(annual([{ ...wage(5000), kind }])).toBe(0);
  });

  it('ignores the income of members who do not count', () => {
    const prisoner = member(2, {
      relation: '10',
      income: [wage(5000)],
      statuses: [{ kind: 'prison', fromOn: '2026-01-01' }],
    });
    expect(whole(householdIncome(household('urban', [member(1), prisoner]), means, on).annual)).toBe(0);
  });
});
