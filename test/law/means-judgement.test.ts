import { describe, expect, it } from '@jest/globals';
import { assessDb } from '../../functions/law/programs/db.ts';
import { fx2026, household, member, transfer } from './means-households.ts';

const urban = { program: 'DB_URBAN', parameters: fx2026, on: '2026-08-25' } as const;

describe('what decides nothing by itself', () => {
  it('P06: labour ability alone never changes the outcome', () => {
    const of = (labourAbility: '1' | '3') =>
      assessDb(household('urban', [member(1, { labourAbility, income: [transfer(500)] })]), urban);
    expect(of('1').entitled).toBe(true);
    expect(of('1').amountFen).toBe(of('3').amountFen);
  });

  it('P06: income imputed from labour cannot deny; a person must judge it', () => {
    const imputed = { ...transfer(900), kind: 'imputed', label: '按最低工资推算' } as const;
    const found = assessDb(household('urban', [member(1, { income: [imputed] })]), urban);
    expect(found.entitled).toBe('review');
    expect(found.grounds.find((g) => g.code === 'income')?.citation.source).toBe('N83');
  });

  it('rigid expenses lower income only as far as a person allowed, and ask one where they would decide', () => {
    const sick = household('urban', [member(1, { income: [transfer(800)] })]);
    const expense = { kind: 'severe-illness', spentFen: 240_000 } as const;
    expect(assessDb(sick, urban).entitled).toBe(false);
    expect(assessDb({ ...sick, expenses: [expense] }, urban).entitled).toBe('review');
    const allowed = assessDb({ ...sick, expenses: [{ ...expense, allowedFen: 240_000 }] }, urban);
    expect(allowed.amountFen).toBe(12_000);
  });

  it('A16: without registration in the county every door is closed, edge and single person too', () => {
    const away = member(1, {
      hukou: { countyCode: '620100' },
      income: [transfer(900)],
      disability: { category: '4', level: '1' },
    });
    const found = assessDb(household('urban', [away]), urban);
    expect(found.entitled).toBe(false);
    expect([...found.offers, ...found.singlePersonCandidates]).toEqual([]);
  });
});
