import { describe, expect, it } from '@jest/globals';
import { isPast, retentionOf } from '../../functions/law/retention.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';

const years = (key: 'archive.approvalYearsAfterExit' | 'archive.dailyYears', value: number): ParameterRecord => ({
  id: `${key}@2026-01-01~1`,
  key,
  value,
  from: '2026-01-01',
  document: { title: '演示' },
  enteredBy: 'cc-1',
  enteredAt: '2026-01-01T00:00:00.000Z',
  approvedBy: 'cc-2',
  approvedAt: '2026-01-01T00:00:00.000Z',
});
const kept = (kind: 'approval' | 'daily', parameters: readonly ParameterRecord[] = [], endedOn?: string) =>
  retentionOf(kind, { program: 'DB_URBAN', endedOn }, { parameters, on: '2026-08-03' });

describe('how long a file is kept (ARC)', () => {
  it('is ten years after leaving unless the county sets another number', () => {
    expect(kept('approval', [], '2026-08-31')).toMatchObject({ years: 10, untilOn: '2036-08-31' });
    expect(kept('daily', [years('archive.dailyYears', 15)], '2026-08-31').untilOn).toBe('2041-08-31');
  });

  it('is never less than three years for the confirmation and five for daily management, whatever was entered', () => {
    const low = [years('archive.approvalYearsAfterExit', 1), years('archive.dailyYears', 4)];
    expect([kept('approval', low).years, kept('daily', low).years]).toEqual([3, 5]);
    const least = [years('archive.approvalYearsAfterExit', 3), years('archive.dailyYears', 5)];
    expect([kept('approval', least).years, kept('daily', least).years]).toEqual([3, 5]);
  });

  it('does not begin while aid goes on, and is over the day after its last day, for every class', () => {
    expect(kept('approval').untilOn).toBeUndefined();
    expect(isPast([kept('approval')], '2099-01-01')).toBe(false);
    const both = [kept('approval', [], '2026-08-31'), kept('daily', [years('archive.dailyYears', 12)], '2026-08-31')];
    expect(isPast([both[0] as never], '2036-08-31')).toBe(false);
    expect(isPast([both[0] as never], '2036-09-01')).toBe(true);
    expect(isPast(both, '2036-09-01')).toBe(false);
    expect(isPast(both, '2038-09-01')).toBe(true);
    expect(isPast([], '2099-01-01')).toBe(false);
  });
});
