import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type NoticeFields, whitelistOf } from '../../functions/documents/notice.ts';
import { maskName, withoutNumbers } from '../../functions/documents/person-name.ts';
import { renderPaper } from '../../functions/documents/render-paper.ts';
import type { Words } from '../../functions/documents/words.ts';
import { Posting } from '../../schemas/case-evidence.ts';
import { applicant, idNumber, phone, sampleOf, withData, words } from './sample-papers.ts';

const channels = Posting.shape.channel.options;

describe('the whitelist of public notices (P09)', () => {
  it('is that of rulebook 5', () => {
    expect(whitelistOf('W22')).toEqual(['change', 'applicant', 'members', 'amountFen', 'fromMonth', 'program']);
    expect([...whitelistOf('W17')].sort()).toEqual(
      [
        ...['applicant', 'members', 'village', 'program', 'class', 'amountFen'],
        ...['ending', 'days', 'fromOn', 'endsOn', 'provisional', 'townshipPhone', 'countyPhone'],
      ].sort(),
    );
  });

  it('is all a notice can be written from', () => {
    // @ts-expect-error W22 has a village among its data, but the text of a publication cannot read it
    const village: keyof NoticeFields<'W22'> = 'village';
    expect(whitelistOf('W22')).not.toContain(village);
  });

  it('keeps the rest of the data out of the text', () => {
    const other = withData('W22', { village: '另一村' });
    expect(renderPaper(other, words)).toBe(renderPaper(sampleOf('W22'), words));
  });
});

describe.each(['W17', 'W22'] as const)('notice %s', (kind) => {
  it.each(channels)('on %s shows the full name on the village board only', (channel) => {
    const text = renderPaper(sampleOf(kind), { ...words, channel });
    expect(text).toContain(channel === 'village-board' ? '申请人：测试甲\n' : '申请人：测某某\n');
  });

  it('masks the name where no channel is named, unless the county decided otherwise', () => {
    expect(renderPaper(sampleOf(kind), words)).not.toContain('测试甲');
    expect(renderPaper(sampleOf(kind), { ...words, channel: 'wechat', maskNameOnline: true })).not.toContain('测试甲');
    expect(renderPaper(sampleOf(kind), { ...words, channel: 'wechat', maskNameOnline: false })).toContain('测试甲');
  });

  it('names neither other members nor staff, on no channel', () => {
    for (const channel of channels)
      expect(renderPaper(sampleOf(kind), { ...words, channel })).not.toMatch(/测试乙|测试丙|经办测试员/);
  });

  it('shows no identity number, no phone of a person and no token, whatever stands in name and village', () => {
    const digits = fc.stringMatching(/^[1-9]\d{16}[\dX]$/);
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
    const blend = fc
      .tuple(fc.constantFrom('测试', '演示村', ''), fc.oneof(digits, mobile))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(blend, blend, fc.constantFrom(...channels, undefined), (name, village, channel) => {
        const names: Words['names'] = { [applicant]: { name, ...{ idNumber, phone } } };
        const paper = kind === 'W17' ? withData('W17', { village }) : withData('W22', { village });
        const text = renderPaper(paper, { ...words, names, channel, maskNameOnline: false });
        const shown = text.replaceAll(/0999-\d+/g, '');
        expect(shown).not.toMatch(/\d{7}/);
        expect(text).not.toContain('t_');
      }),
      { numRuns: 300 },
    );
  });

  it('has no name to show once the person is erased', () => {
    const text = renderPaper(sampleOf(kind), { ...words, names: {}, channel: 'village-board' });
    expect(text).toContain('申请人：（姓名已删除）\n');
  });
});

it('a publicity not posted everywhere yet tells how its days will count', () => {
  const text = renderPaper(withData('W17', { fromOn: undefined, endsOn: undefined }), words);
  expect(text).toContain('公示期：7日，自规定的公示渠道全部张贴之日的次日起计算');
});

describe('a masked name', () => {
  it.each([
    ['李小明', '李某某'],
    ['李明', '李某某'],
    ['测试甲', '测某某'],
    ['欧阳明月', '欧阳某某'],
    ['欧阳明', '欧阳某某'],
    ['司马', '司某某'],
    ['穆罕默德·阿里', '穆某某'],
    ['𠮷野明', '𠮷某某'],
    [' 李明 ', '李某某'],
  ])('of %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  const name = fc.array(han, { minLength: 2, maxLength: 6 }).map((characters) => characters.join(''));

  it('starts as the name does and shows nothing of the given name but 某某', () => {
    fc.assert(
      fc.property(name, (full) => {
        const masked = maskName(full);
        expect(masked.endsWith('某某')).toBe(true);
        expect(full.startsWith(masked.slice(0, -2))).toBe(true);
        expect(masked.length - 2).toBeLessThan(full.length);
        expect(masked.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('is the same for all given names of a surname, long or short', () => {
    fc.assert(fc.property(name, name, (a, b) => expect(maskName(`李${a}`)).toBe(maskName(`李${b}`))));
  });
});

it('numbers of persons are struck out of free text, numbers of villages stay', () => {
  expect(withoutNumbers('演示3组12号')).toBe('演示3组12号');
  expect(withoutNumbers(`演示村${idNumber}、${phone}`)).toBe('演示村＊、＊');
  expect(withoutNumbers('电话138 0000 0000')).toBe('电话＊');
  expect(withoutNumbers('６４９９００１９８５１１２０００３Ｘ')).toBe('＊');
});
