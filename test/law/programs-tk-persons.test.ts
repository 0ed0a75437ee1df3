import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { householdFaults } from '../../functions/law/household-faults.ts';
import { assessTk } from '../../functions/law/programs/tk.ts';
import type { Household } from '../../schemas/household.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import type { Obligor } from '../../schemas/obligor.ts';
import { household, member, token, wage } from './means-households.ts';
import { failed, first, tkQuestion as question, son, unsettled, woman } from './tk-households.ts';

describe('an obligor is unable', () => {
  const poor = { annualIncomeFen: 1_799_999 };
  it.each([
    ['in 特困 too', { receives: ['TK'] }, '§8(一)'],
    ['60 and in 低保', { birthOn: '1966-11-11', receives: ['DB'] }, '§8(二)'],
    ['70 and poor', { birthOn: '1956-11-11', ...poor }, '§8(三)'],
    ['severely disabled and poor', { disability: { category: '4', level: '2' }, ...poor }, '§8(四)'],
    ['mentally disabled level 3 and poor', { disability: { category: '6', level: '3' }, ...poor }, '§8(四)'],
    ['in prison', { status: 'prison' }, '§8(五)'],
  ] as const)('when %s', (_, more, clause) => {
    const found = first(woman({}, [son(more as Partial<Obligor>)]));
    expect(found.entitled).toBe(true);
    expect(found.obligors).toMatchObject([{ ability: 'unable', citation: { source: 'T43', clause } }]);
  });

  it.each([
    ['59 and in 低保', { birthOn: '1966-11-12', receives: ['DB'] }],
    ['69 and poor', { birthOn: '1956-11-12', ...poor }],
    ['70 with exactly the disposable income', { birthOn: '1956-11-11', annualIncomeFen: 1_800_000 }],
    ['70 with property beyond the rule', { birthOn: '1956-11-11', ...poor, propertyWithinRule: false }],
    ['physically disabled level 3', { disability: { category: '4', level: '3' }, ...poor }],
  ] as const)('but not when %s', (_, more) => {
    expect(first(woman({}, [son(more as Partial<Obligor>)])).entitled).toBe(false);
  });

  it('or is left to a person while means, consent or the province’s own rule are open', () => {
    const old = { birthOn: '1950-01-01', ...poor };
    const { annualIncomeFen: _, ...unknown } = son({ birthOn: '1950-01-01' });
    const open = [unknown, son({ ...old, consented: false }), son({ provincialRule: true })];
    expect(open.map((obligor) => first(woman({}, [obligor])).entitled)).toEqual(['review', 'review', 'review']);
  });

  it('and one able among several is enough to fail', () => {
    expect(first(woman({}, [son({ receives: ['TK'] }), son(), son({ provincialRule: true })])).entitled).toBe(false);
  });
});

describe('the obligors, for any of them', () => {
  const obligors = fc.array(
    fc
      .record({
        birth: fc.integer({ min: 1935, max: 2005 }),
        annualIncomeFen: fc.constantFrom(0, 1_799_999, 1_800_000),
        propertyWithinRule: fc.boolean(),
        consented: fc.boolean(),
        receives: fc.subarray(['TK' as const, 'DB' as const]),
        status: fc.constantFrom(undefined, 'prison' as const, 'missing' as const),
      })
      .map(({ birth, status, ...more }) => son({ birthOn: `${birth}-01-01`, ...more, ...(status && { status }) })),
    { minLength: 1, maxLength: 4 },
  );
  const rank = (verdict: unknown): number => [false, 'review', true].indexOf(verdict as never);

  it('one more never helps, and their order does not matter', () => {
    void fc.assert(
      fc.property(obligors, (list) => {
        const of = (some: Obligor[]) => rank(first(woman({}, some)).entitled);
        expect(of(list)).toBeLessThanOrEqual(of(list.slice(1)));
        expect(of(list.toReversed())).toBe(of(list));
      }),
      { numRuns: 100 },
    );
  });

  it('belong to listed persons, or nothing is computed', () => {
    const lost = woman({}, [son({ of: token(9) })]);
    expect(householdFaults(lost, '2026-11-11').map(({ code }) => code)).toEqual(['obligor-unlisted']);
    expect(householdFaults(woman({}, [son()]), '2026-11-11')).toEqual([]);
  });
});

describe('members who owe support', () => {
  const orphanage = (more: Partial<HouseholdMember>[]): Household => ({
    ...household(
      'rural',
      more.map((one, i) => member(i + 1, one)),
    ),
    obligors: [],
  });

  it('count without being recorded: a wife of 40 with work is able', () => {
    const family = orphanage([
      { birthOn: '1960-01-01' },
      { relation: '12', birthOn: '1986-01-01', income: [wage(3000)] },
    ]);
    expect(first(family).obligors).toMatchObject([{ relation: '12', inHousehold: true, ability: 'able' }]);
    expect(first(family).entitled).toBe(false);
  });

  it('an old couple without means is one question for a person', () => {
    const couple = orphanage([{ birthOn: '1964-01-01' }, { relation: '12', birthOn: '1965-01-01' }]);
    const found = assessTk(couple, question);
    expect(found.persons.map(({ entitled }) => entitled)).toEqual(['review', 'review']);
  });

  it('a child is not 特困 while a parent is able, and is while the parent is in prison', () => {
    const parent = { birthOn: '1990-01-01', income: [wage(2500)] };
    const child = { relation: '20', birthOn: '2015-01-01' } as const;
    const free = assessTk(orphanage([parent, child]), question).persons.find((one) => one.person === token(2));
    expect(free?.entitled).toBe(false);
    const statuses = [{ kind: 'prison', fromOn: '2026-01-01' }] as const;
    const locked = orphanage([{ ...parent, income: [], statuses: [...statuses] }, child]);
    expect(assessTk(locked, question).persons.find((one) => one.person === token(2))?.entitled).toBe(true);
  });
});

describe('no labour ability', () => {
  const of = (more: Partial<HouseholdMember>) => failed(first(woman({ income: [], ...more })));
  const disabled = (category: '1' | '3' | '4' | '5', level: '1' | '2' | '3' | '4') =>
    of({ birthOn: '1990-01-01', disability: { category, level } });

  it('begins on the 60th birthday and ends on the 16th', () => {
    expect([of({ birthOn: '1966-11-11' }), of({ birthOn: '1966-11-12' })]).toEqual([[], ['labour-ability']]);
    expect([of({ birthOn: '2010-11-12' }), of({ birthOn: '2010-11-11' })]).toEqual([[], ['labour-ability']]);
  });

  it('is intellectual to level 3, physical to level 2, visual level 1, and nothing else', () => {
    expect([disabled('5', '3'), disabled('4', '2'), disabled('1', '1')]).toEqual([[], [], []]);
    for (const found of [disabled('5', '4'), disabled('4', '3'), disabled('1', '2'), disabled('3', '1')])
      expect(found).toEqual(['labour-ability']);
  });

  it('K4: who is in 特困 stays until 18, and beyond while at school', () => {
    const kept = { receives: ['TK' as const] };
    expect(of({ birthOn: '2009-01-01', ...kept })).toEqual([]);
    expect(of({ birthOn: '2008-01-01', ...kept })).toEqual(['labour-ability']);
    expect(of({ birthOn: '2008-01-01', ...kept, schooling: 'vocational-secondary' })).toEqual([]);
    expect(of({ birthOn: '2008-01-01', schooling: 'vocational-secondary' })).toEqual(['labour-ability']);
  });

  it('does not follow from the declared labour ability', () => {
    expect(of({ birthOn: '1990-01-01', labourAbility: '3' })).toEqual(['labour-ability']);
  });
});

describe('outside of 特困', () => {
  it('T43 §9: orphans in their own program', () => {
    const orphan = woman({ birthOn: '2016-01-01', income: [], receives: ['child-support'] });
    expect(failed(first(orphan))).toEqual(['exclusion']);
  });

  it('T43 §24: who is in prison or declared missing, as long as it lasts', () => {
    const during = (kind: 'prison' | 'missing', untilOn: string) =>
      failed(first(woman({ statuses: [{ kind, fromOn: '2026-01-01', untilOn }] })));
    expect([during('prison', '2026-11-11'), during('missing', '2026-11-11')]).toEqual([['exclusion'], ['exclusion']]);
    expect(during('prison', '2026-11-10')).toEqual([]);
  });

  it('a registration elsewhere is for a person: A16 does not close 特困', () => {
    expect(unsettled(first(woman({ hukou: { countyCode: '620100' } })))).toEqual(['hukou']);
  });

  it('is the same law on both sides of 2026-07-01, with the pack of the day', () => {
    const packs = ['2026-06-30', '2026-07-01'].map((day) => assessTk(woman(), { ...question, on: day }));
    expect(packs.map(({ lawPack, entitled }) => [lawPack, entitled])).toEqual([
      ['RP-2026A', true],
      ['RP-2026B', true],
    ]);
    expect(() => assessTk(woman(), { ...question, on: '2025-12-31' })).toThrow(RangeError);
  });
});
