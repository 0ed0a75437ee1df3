import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakLines } from '../../functions/documents/line-break.ts';

const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
const broken = (text: string, width = 10, indent = 2): readonly string[] =>
  breakLines(text, { width, indent, widthOf }).map((line) => line.text);

describe('a paragraph', () => {
  it('is indented by two characters and filled to the margin', () => {
    expect(broken('一二三四五六七八九十甲乙丙丁戊己庚辛壬癸')).toEqual([
      '一二三四五六七八',
      '九十甲乙丙丁戊己庚辛',
      '壬癸',
    ]);
  });

  it('takes the last character along with a mark that must not begin a line', () => {
    expect(broken('一二三四五六七八，九十')).toEqual(['一二三四五六七', '八，九十']);
    expect(broken('一二三四五六七》。九十')).toEqual(['一二三四五六', '七》。九十']);
  });

  it('leaves no opening mark at the end of a line', () => {
    expect(broken('一二三四五六七《八九十》')).toEqual(['一二三四五六七', '《八九十》']);
  });

  it('keeps numbers together with what they count', () => {
    expect(broken('一二三四五六12,480元整')).toEqual(['一二三四五六', '12,480元整']);
    expect(broken('一二三四五0999-0000101反映')).toEqual(['一二三四五', '0999-0000101反映']);
  });

  it('cuts only what is wider than a line, and loses nothing', () => {
    expect(broken('甲'.repeat(3) + 'a'.repeat(45)).join('')).toBe('甲'.repeat(3) + 'a'.repeat(45));
  });

  it('is never wider than the column, begins no line with a closing mark and ends none with an opening one', () => {
    const han = fc.constantFrom(...'测试救助金额年月日');
    const mark = fc.constantFrom(...'，。、；：（）《》');
    const text = fc
      .array(fc.oneof({ weight: 6, arbitrary: han }, mark, fc.stringMatching(/^\d{1,6}$/)), {
        minLength: 1,
        maxLength: 120,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (paragraph) => {
        const lines = breakLines(paragraph, { width: 28, indent: 2, widthOf });
        expect(lines.map((line) => line.text).join('')).toBe(paragraph);
        for (const [index, line] of lines.entries()) expect(line.width).toBeLessThanOrEqual(index === 0 ? 26 : 28);
        for (const line of lines.slice(1))
          if (!isRun(paragraph)) expect('，。、；：）》').not.toContain(line.text.charAt(0));
        for (const line of lines.slice(0, -1)) if (!isRun(paragraph)) expect('（《').not.toContain(line.text.slice(-1));
      }),
      { numRuns: 300 },
    );
  });
});

/** Nobody can break between marks alone: a run of them longer than a line is cut where it must be. */
const isRun = (text: string): boolean => /[，。、；：（）《》]{8,}/.test(text);
