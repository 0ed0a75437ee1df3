import { describe, expect, it } from '@jest/globals';
import { holdsPersonalNumber, mustTellNothingPersonal } from '../../functions/core/personal-text.ts';
import { PersonId } from '../../schemas/ids.ts';
import { residentId } from '../applications.ts';
import { clerk } from './intake-cases.ts';
import { done, expectFolded, take, walkTo } from './walk-through.ts';

const number = residentId('19850310', 901);

describe('a number by which a person is known', () => {
  it('is told by its shape wherever people write it', () => {
    const personal = [number, `身份证${number}`, `${number}，男`, '电话13800138000', '卡号6217000123456789012。'];
    expect(personal.filter((text) => !holdsPersonalNumber(text))).toEqual([]);
  });

  it('is not seen in case numbers, tokens, hashes, amounts, days or divisions', () => {
    const fine = [
      '649900101-DB-2026-000001',
      't_00112233445566778899001122334455',
      `${'1380013800'.repeat(6)}abcd`,
      '649900101201',
      '2026-08-03T01:10:00.000Z',
      '演示一镇社救受〔2026〕13号',
      `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`,
      '0950-0000101',
    ];
    expect(fine.filter(holdsPersonalNumber)).toEqual([]);
  });

  it('is no number of a person who acts, since that stands in every event', () => {
    const accepted = (id: string): boolean => PersonId.safeParse(id).success;
    expect([number, '13800138000', '649900850310901'].filter(accepted)).toEqual([]);
    expect(accepted('t1-tc')).toBe(true);
  });

  it('may stand in a county’s register of phones, but an identity number may not', () => {
    expect(() => mustTellNothingPersonal({ phone: '13800138000' }, { phonesAllowed: true })).not.toThrow();
    expect(() => mustTellNothingPersonal({ deep: [{ note: number }] }, { phonesAllowed: true })).toThrow();
  });

  it('written into a reason refuses the act, whoever acts, and leaves the case as it was', () => {
    const walk = walkTo('accept-application');
    const before = walk.world.events.length;
    const input = { channel: 'phone', content: `${number}的邻居反映` };
    expect(take(walk, 'record-complaint', '2026-08-04', { by: clerk, input })).toMatchObject({
      ok: false,
      code: 'personal-data-in-text',
    });
    expect(walk.world.events).toHaveLength(before);
    done(walk, 'record-complaint', '2026-08-04', { by: clerk, input: { channel: 'phone', content: '邻居反映' } });
    expectFolded(walk);
  });
});
