import { describe, expect, it } from '@jest/globals';
import { assessDb } from '../../functions/law/programs/db.ts';
import { Assessment } from '../../schemas/assessment.ts';
import { Household } from '../../schemas/household.ts';
import { approved, deposit, fx2026, household, member, token, transfer, wage } from './means-households.ts';

const urban = { program: 'DB_URBAN', parameters: fx2026, on: '2026-08-25' } as const;
const rural = { program: 'DB_RURAL', parameters: fx2026, on: '2026-10-16' } as const;

describe('G01, plain difference', () => {
  const family = household('urban', [
    member(1, { income: [wage(1800)] }),
    member(2, { relation: '10', sex: '2', birthOn: '1987-06-04' }),
    member(3, { relation: '20', birthOn: '2015-09-01', labourAbility: '3' }),
  ]);
  const found = assessDb(family, urban);

  it('counts three, 1,500 a month, 500 per head, and pays 660', () => {
    expect(found.entitled).toBe(true);
    expect(found.householdSize).toBe(3);
    expect(found.incomeAnnualFen).toBe(1_800_000);
    expect(found.perCapitaMonthly).toEqual({ num: 50_000, den: 1 });
    expect(found.amountFen).toBe(66_000);
  });

  it('shows its computation and the parameters it rests on', () => {
    expect(found.computation).toContain('家庭年收入 18000.00 元；人均月收入 = 18000.00 ÷ 12 ÷ 3 = 500.00 元');
    expect(found.computation.at(-1)).toBe('演示数据·非真实标准');
    expect(found.exampleData).toBe(true);
    expect(found.parameterIds).toContain('fx-0');
    expect(found.lawPack).toBe('RP-2026B');
  });

  it('fits the published shape, as does the household', () => {
    expect(Assessment.parse(found)).toEqual(found);
    expect(Household.parse(family)).toEqual(family);
  });
});

describe('G04, rounding', () => {
  it('pays 2 where rounding per head would pay 3', () => {
    const child = (n: number) => member(n, { relation: '20', birthOn: '2012-01-01' });
    const family = [member(1, { income: [transfer(1558)] }), child(2), child(3)];
    const found = assessDb(household('rural', family), rural);
    expect(found.amountFen).toBe(200);
    expect(found.perCapitaText).toBe('519.33');
  });

  it('refuses at exactly the standard: the comparison is strict', () => {
    const found = assessDb(household('rural', [member(1, { income: [transfer(520)] })]), rural);
    expect(found.entitled).toBe(false);
    expect(found.amountFen).toBe(0);
  });
});

describe('a standard that is no whole yuan', () => {
  const odd = approved(
    { key: 'standard.DB_URBAN', value: 72_050, from: '2026-08-01', document: { title: 'FX-2026' } },
    'odd',
  );
  it('is never exceeded by rounding up', () => {
    const found = assessDb(household('urban', [member(1)]), { ...urban, parameters: [...fx2026, odd] });
    expect(found.amountFen).toBe(72_050);
  });
});

describe('G06, single person', () => {
  const family = (category: '4' | '5') =>
    household('urban', [
      member(1, { income: [wage(2900)] }),
      member(2, { relation: '10', sex: '2' }),
      member(3, {
        relation: '20',
        birthOn: '2002-03-01',
        labourAbility: '3',
        dependentAdult: true,
        disability: { category, level: '3' },
      }),
    ]);

  it('takes in the son with intellectual disability level 3 alone at 720 and offers the household the edge', () => {
    const found = assessDb(family('5'), urban);
    expect(found.entitled).toBe(false);
    expect(found.perCapitaText).toBe('866.67');
    expect(found.amountFen).toBe(0);
    expect(found.offers.map((o) => o.program)).toEqual(['BY']);
    expect(found.singlePersonCandidates).toMatchObject([
      { person: token(3), basis: 'severe-disability', entitled: true, amountFen: 72_000 },
    ]);
  });

  it('does not take him in alone with physical disability level 3', () => {
    expect(assessDb(family('4'), urban).singlePersonCandidates).toEqual([]);
  });

  it('does not take him in alone once his own income reaches the standard', () => {
    const withIncome = (yuan: number) => {
      const base = family('5');
      const members = base.members.map((m) =>
        m.relation === '20'
          ? { ...m, income: [transfer(yuan)] }
          : { ...m, income: m.income.length ? [wage(2000)] : [] },
      );
      return assessDb({ ...base, members }, urban).singlePersonCandidates;
    };
    expect(withIncome(719)).toMatchObject([{ entitled: true, amountFen: 100 }]);
    expect(withIncome(720)).toEqual([]);
  });

  it('leaves the unemployed severely disabled adult above the edge to a person', () => {
    const rich = family('5');
    const found = assessDb(
      { ...rich, members: rich.members.map((m) => (m.relation === '01' ? { ...m, income: [wage(9000)] } : m)) },
      urban,
    );
    expect(found.offers).toEqual([]);
    expect(found.singlePersonCandidates).toMatchObject([
      { basis: 'unemployed-severe-disability', entitled: 'review', citation: { source: 'N83' } },
    ]);
  });
});

describe('G07, property', () => {
  const couple = [
    member(1, { birthOn: '1960-02-01', income: [transfer(600)] }),
    member(2, { relation: '10', sex: '2', birthOn: '1962-02-01' }),
  ];

  it('fails on 15,000 per head and denies nothing else', () => {
    const found = assessDb(household('rural', couple, [deposit(1, 30_000)]), rural);
    expect(found.entitled).toBe(false);
    expect(found.amountFen).toBe(0);
    expect(found.property).toMatchObject([{ test: 'money', result: 'FAIL' }]);
    expect(found.grounds.filter((g) => g.passed === false).map((g) => g.code)).toEqual(['property']);
    expect(found.offers).toEqual([]);
  });

  it('passes on 11,000 per head once 8,000 is shown to be a relative’s, and pays 440', () => {
    const proven = [deposit(1, 22_000), deposit(1, 8_000, { exemptReason: '经查属亲属所有' })];
    const found = assessDb(household('rural', couple, proven), rural);
    expect(found.entitled).toBe(true);
    expect(found.amountFen).toBe(44_000);
  });

  it('passes at exactly the limit', () => {
    expect(assessDb(household('rural', couple, [deposit(2, 24_960)]), rural).entitled).toBe(true);
  });

  it('asks a person about a vehicle where no limit is set, and believes the person', () => {
    const car = deposit(1, 9_000, { kind: 'vehicle' });
    expect(assessDb(household('rural', couple, [car]), rural).entitled).toBe('review');
    const scooter = { ...car, exemptReason: '残疾人代步车' };
    expect(assessDb(household('rural', couple, [scooter]), rural).entitled).toBe(true);
    const luxury = { ...car, excessReason: '高档车辆' };
    expect(assessDb(household('rural', couple, [luxury]), rural).entitled).toBe(false);
  });

  it('takes one dwelling as necessary for living and asks about the second', () => {
    const house = deposit(1, 50_000, { kind: 'house' });
    expect(assessDb(household('rural', couple, [house]), rural).entitled).toBe(true);
    expect(assessDb(household('rural', couple, [house, house]), rural).entitled).toBe('review');
  });
});

describe('G18, tiers', () => {
  const tiers = approved(
    { key: 'benefit.mode', program: 'DB_RURAL', value: 'TIER', from: '2026-02-01', document: { title: 'FX-2026' } },
    'tier-mode',
  );
  const four = (['A', 'B', 'C', 'C'] as const).map((name, i) =>
    member(i + 1, { relation: i === 0 ? '01' : '20', birthOn: '2012-01-01', class: name }),
  );

  it('adds 520, 400, 280 and 280 to 1,480', () => {
    const found = assessDb(household('rural', four), { ...rural, parameters: [...fx2026, tiers] });
    expect(found.mode).toBe('TIER');
    expect(found.amountFen).toBe(148_000);
    expect(found.entitled).toBe(true);
  });

  it('waits for a person where a class is only suggested', () => {
    const { class: _, ...unassigned } = four[3] as (typeof four)[number];
    const found = assessDb(household('rural', [...four.slice(0, 3), unassigned]), {
      ...rural,
      parameters: [...fx2026, tiers],
    });
    expect(found.entitled).toBe('review');
    expect(found.members.at(-1)).toMatchObject({ class: 'C', classSource: 'suggested' });
  });
});
