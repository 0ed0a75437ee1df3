import { describe, expect, it } from '@jest/globals';
import { chineseNumeral, cite, citeText, lawPackOn, lawPacks, layersOn, sources } from '../../functions/law/sources.ts';

const text = (...args: Parameters<typeof cite>): string => citeText(cite(...args));

describe('a citation', () => {
  it('names article, paragraph and item as papers print them', () => {
    expect(text('D57', '§21')).toBe('《最低生活保障审核确认办法》第二十一条');
    expect(text('D57', '§19(2)')).toBe('《最低生活保障审核确认办法》第十九条第二款');
    expect(text('LAW', '§70(六)')).toBe('《中华人民共和国社会救助法》第七十条第（六）项');
    expect(text('CIVIL', '§1045')).toBe('《中华人民共和国民法典》第一千零四十五条');
  });

  it('joins ranges, lists and several items', () => {
    expect(text('CIVIL', '§200-203')).toBe('《中华人民共和国民法典》第二百条至第二百零三条');
    expect(text('FYF', '§20, §24(1)')).toBe('《中华人民共和国行政复议法》第二十条、第二十四条第一款');
    expect(text('FYF', '§11(十一)(十二)')).toBe('《中华人民共和国行政复议法》第十一条第（十一）项、第（十二）项');
  });

  it('keeps the numbering of the plan and of notices', () => {
    expect(text('SEED', '二(三)3')).toMatch(/的实施方案》二（三）3$/);
    expect(text('N83', '四(一)')).toMatch(/的通知》第四（一）项$/);
  });

  it('never sounds surer than the source: analogies, unread clauses and defaults say so', () => {
    expect(text('LICENSE', '§32(四)', 'design')).toBe('参照《中华人民共和国行政许可法》第三十二条第（四）项');
    expect(text('CPL', '§85', 'recalled')).toMatch(/（待核对）$/);
    expect(text('DESIGN', 'B14')).toBe('系统约定（非法律规定）B14');
    expect(cite('DESIGN', 'B14').confidence).toBe('design');
  });

  it('is frozen', () => {
    expect(Object.isFrozen(cite('D57', '§21'))).toBe(true);
    expect(Object.isFrozen(sources)).toBe(true);
  });
});

it.each([
  [1, '一'],
  [10, '十'],
  [22, '二十二'],
  [105, '一百零五'],
  [110, '一百一十'],
  [203, '二百零三'],
  [1005, '一千零五'],
  [1045, '一千零四十五'],
])('%i is written %s', (n, zh) => {
  expect(chineseNumeral(n)).toBe(zh);
});

describe('the rule pack of a day', () => {
  it.each([
    ['2021-07-01', 'RP-2021'],
    ['2022-10-19', 'RP-2021'],
    ['2022-10-20', 'RP-2022'],
    ['2025-01-01', 'RP-2025'],
    ['2026-01-29', 'RP-2026A'],
    ['2026-06-30', 'RP-2026A'],
    ['2026-07-01', 'RP-2026B'],
  ])('on %s is %s', (on, pack) => {
    expect(lawPackOn(on)).toBe(pack);
  });

  it('G22: intake on 2026-06-25 is under the old layers, the decision of 2026-07-15 cites LAW, D57 and N83', () => {
    expect(layersOn('2026-06-25')).not.toContain('LAW');
    expect(layersOn('2026-07-15')).toEqual(expect.arrayContaining(['LAW', 'D57', 'N83']));
    expect(layersOn('2026-07-15')[0]).toBe('LAW');
  });

  it('does not exist before the first pack, and packs only add texts', () => {
    expect(() => lawPackOn('2021-06-30')).toThrow(RangeError);
    for (const [i, { layers }] of lawPacks.entries()) {
      expect(layers).toEqual(expect.arrayContaining([...(lawPacks[i - 1]?.layers ?? [])]));
    }
  });
});
