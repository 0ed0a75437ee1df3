import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { assessTk } from '../../functions/law/programs/tk.ts';
import { Household } from '../../schemas/household.ts';
import type { SelfCare } from '../../schemas/self-care.ts';
import { TkAssessment } from '../../schemas/tk-assessment.ts';
import { approved, deposit, fx2026, transfer } from './means-households.ts';
import { failed, first, tkQuestion as question, son, unsettled, woman } from './tk-households.ts';

const { on } = question;
const able: SelfCare = {
  eating: true,
  dressing: true,
  bed: true,
  toilet: true,
  walking: true,
  bathing: true,
  assessedOn: '2026-10-20',
};
const without = (...names: (keyof SelfCare)[]): SelfCare => ({
  ...able,
  ...Object.fromEntries(names.map((name) => [name, false])),
});

describe('G08, 特困 by grade', () => {
  it('pays 676 + 400 = 1,076 where she cannot dress, bathe or walk indoors', () => {
    const found = first(woman({ selfCare: without('dressing', 'bathing', 'walking') }));
    expect(found).toMatchObject({ entitled: true, failedIndicators: 3, careGrade: 'partly-lost', basicFen: 67_600 });
    expect(found.amountFen).toBe(107_600);
  });

  it('pays 676 + 800 = 1,476 where she cannot use the toilet either', () => {
    const found = first(woman({ selfCare: without('dressing', 'bathing', 'walking', 'toilet') }));
    expect(found).toMatchObject({ failedIndicators: 4, careGrade: 'wholly-lost', amountFen: 147_600 });
  });

  it('pays the basic standard alone while self-care is not assessed, and says so', () => {
    const found = assessTk(woman(), question);
    expect(found.persons[0]).toMatchObject({ entitled: true, careFen: 0, amountFen: 67_600 });
    expect(found.persons[0]?.careGrade).toBeUndefined();
    expect(found.computation.join('\n')).toContain('尚未评估');
  });

  it('starts the month after, is looked at again after 12 months, and fits the published shape', () => {
    const family = woman({ selfCare: able });
    const found = assessTk(family, question);
    expect(found).toMatchObject({ firstMonth: '2026-12', period: { kind: 'reverify', months: 12 }, exampleData: true });
    expect(TkAssessment.parse(found)).toEqual(found);
    expect(Household.parse(family)).toEqual(family);
  });

  it('leaves pension, medical insurance and old-age allowance out of her income, but no other transfer', () => {
    const extra = (kind: 'medical-insurance' | 'old-age-allowance' | 'transfer') =>
      first(woman({ income: [transfer(200), { ...transfer(320), kind }] })).entitled;
    expect([extra('medical-insurance'), extra('old-age-allowance'), extra('transfer')]).toEqual([true, true, false]);
    expect(first(woman({ income: [transfer(519)] })).entitled).toBe(true);
  });

  it('fails on property beyond the limit', () => {
    const rich = { ...woman(), property: [deposit(1, 12_481)] };
    expect(failed(first(rich))).toEqual(['property']);
    expect(first({ ...rich, property: [deposit(1, 12_480)] }).entitled).toBe(true);
  });

  it('holds her to the rule of 特困 where the county set one', () => {
    const key = 'asset.moneyPerCapitaMultiple';
    const document = { title: 'FX-2026' };
    const own = approved(
      { key, program: 'TK', value: { num: 12, den: 1 }, from: '2026-01-01', document },
      'tk-property',
    );
    const found = assessTk({ ...woman(), property: [deposit(1, 6_241)] }, { on, parameters: [...fx2026, own] });
    expect(found.entitled).toBe(false);
    expect(found.parameterIds).toContain('tk-property');
  });
});

describe('G09, an obligor who is able', () => {
  const man = woman({ birthOn: '1963-04-01', sex: '1', income: [] }, [son()]);

  it('fails the third test alone', () => {
    const found = first(man);
    expect([found.entitled, found.amountFen, failed(found)]).toEqual([false, 0, ['obligors']]);
    expect(found.obligors).toMatchObject([{ relation: '20', ability: 'able', inHousehold: false }]);
  });

  it('does not fail for somebody else’s obligor', () => {
    const others = { ...man, obligors: [son({ of: `t_${'7'.repeat(32)}` })] };
    expect(first(others).entitled).toBe(true);
  });

  it('waits for a person where nobody has looked for obligors', () => {
    const { obligors: _, ...open } = man;
    expect(unsettled(first(open))).toEqual(['obligors']);
  });
});

describe('the care grade, for any assessment', () => {
  const names = ['eating', 'dressing', 'bed', 'toilet', 'walking', 'bathing'] as const;
  it('depends on the number alone, and more indicators missed never pay less', () => {
    void fc.assert(
      fc.property(fc.subarray([...names]), fc.subarray([...names]), (some, others) => {
        const [a, b] = [some, others].map((list) => first(woman({ selfCare: without(...list) })));
        if (some.length === others.length) expect(a?.amountFen).toBe(b?.amountFen);
        if (some.length < others.length) expect(a?.amountFen).toBeLessThanOrEqual(b?.amountFen ?? 0);
        expect(a?.careFen).toBe(some.length === 0 ? 0 : some.length <= 3 ? 40_000 : 80_000);
      }),
      { numRuns: 60 },
    );
  });
});
