import { describe, expect, it } from '@jest/globals';
import { owesSupport } from '../../functions/law/support-duty.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { member } from './means-households.ts';

const on = '2026-11-11';
const who = (relation: HouseholdMember['relation'], birthOn = '1980-01-01', more: Partial<HouseholdMember> = {}) =>
  member(Number(relation), { relation, birthOn, ...more });

describe('the duty to support between listed members', () => {
  it.each([
    ['a wife to the applicant', '12', '01', true],
    ['the applicant to the wife', '01', '12', true],
    ['a son to the applicant', '22', '01', true],
    ['the applicant to the mother', '01', '52', true],
    ['a brother to the mother', '71', '52', true],
    ['the father to the mother', '51', '52', true],
    ['a son-in-law to the applicant', '28', '01', false],
    ['a parent-in-law to the applicant', '55', '01', false],
    ['somebody unrelated', '99', '01', false],
    ['a grandson to the applicant', '41', '01', 'unclear'],
    ['a brother to the applicant', '71', '01', 'unclear'],
    ['a son to his brother', '22', '23', 'unclear'],
  ] as const)('is told for %s', (_, obligor, supported, owed) => {
    expect(owesSupport(who(obligor), who(supported), on)).toBe(owed);
  });

  it('begins for a child on the 18th birthday', () => {
    expect([
      owesSupport(who('22', '2008-11-11'), who('01'), on),
      owesSupport(who('22', '2008-11-12'), who('01'), on),
    ]).toEqual([true, false]);
  });

  it('ends for parents with the child’s 18th birthday, but for one unable to live independently', () => {
    const grown = who('22', '2008-11-11');
    expect(owesSupport(who('01'), who('22', '2008-11-12'), on)).toBe(true);
    expect(owesSupport(who('12'), grown, on)).toBe(false);
    expect(owesSupport(who('01'), { ...grown, dependentAdult: true }, on)).toBe(true);
  });
});
