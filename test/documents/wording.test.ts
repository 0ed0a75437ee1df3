import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderPaper } from '../../functions/documents/render-paper.ts';
import { dateText, moneyText, monthText, timeText } from '../../functions/documents/wording.ts';
import { placesOf } from '../../functions/documents/words.ts';
import { addDays } from '../../functions/law/civil-day.ts';
import type { Divisions } from '../../schemas/divisions.ts';
import { PaperKind } from '../../schemas/paper.ts';
import { sampleOf, withData, words } from './sample-papers.ts';

const day = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2021-07-01', n));

describe('a date', () => {
  it('is written without zero padding', () => {
    expect(dateText('2026-08-05')).toBe('2026年8月5日');
    expect(dateText('2026-10-20')).toBe('2026年10月20日');
    expect(monthText('2026-09')).toBe('2026年9月');
  });

  it('names its day and no other, never padded', () => {
    fc.assert(
      fc.property(day, (on) => {
        const [, year = '', month = '', date = ''] = /^(\d+)年(\d+)月(\d+)日$/.exec(dateText(on)) ?? [];
        expect(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).toBe(on);
        expect(dateText(on)).not.toMatch(/[年月]0/);
      }),
    );
  });

  it('is never padded and never in ISO form on any paper', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...PaperKind.options), (issuedOn, kind) => {
        const text = renderPaper(sampleOf(kind, { issuedOn }), words);
        expect(text).toContain(`\n${dateText(issuedOn)}\n`);
        expect(text).not.toMatch(/[年月日]0|时0\d|\d{4}-\d{2}-\d{2}/);
      }),
    );
  });
});

it('an instant is told by the clock of Asia/Shanghai', () => {
  expect(timeText('2026-08-03T01:05:00.000Z')).toBe('2026年8月3日9时5分');
  expect(timeText('2026-08-03T16:30:00.000Z')).toBe('2026年8月4日0时30分');
});

describe('money', () => {
  it.each([
    [0, '0元'],
    [5, '0.05元'],
    [66_000, '660元'],
    [100_000, '1,000元'],
    [125_050, '1,250.50元'],
    [100_000_000_000, '1,000,000,000元'],
  ])('%i fen are %s', (fen, text) => {
    expect(moneyText(fen)).toBe(text);
  });

  it('loses no fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
        const [yuan = '', rest = '00'] = moneyText(fen).replace('元', '').replaceAll(',', '').split('.');
        expect(BigInt(yuan) * 100n + BigInt(rest)).toBe(BigInt(fen));
      }),
    );
  });

  it('must be whole fen', () => {
    expect(() => moneyText(0.5)).toThrow(RangeError);
  });
});

it('G01 is confirmed with 660元 from 2026年9月', () => {
  const text = renderPaper(sampleOf('W20'), words);
  expect(text).toContain('保障金额：全家每月660元');
  expect(text).toContain('起始月份：自2026年9月起发放');
});

it('a confirmation without class, names or delegation says no more than it knows', () => {
  const paper = withData('W20', { class: undefined, persons: undefined, delegation: '' });
  const text = renderPaper(paper, words);
  expect(text).toContain('救助业务：城市最低生活保障\n');
  expect(text).toContain('保障对象：共3人\n');
  expect(text).not.toContain('确认权限');
});

it('a denial without offers has no empty heading', () => {
  expect(renderPaper(withData('W21', { offers: [] }), words)).not.toContain('其他救助');
});

describe('the places of a paper', () => {
  const divisions: Divisions = {
    countyCode: '649900',
    countyName: '演示县',
    countyPhone: '0999-0000100',
    demonstration: true,
    townships: [{ code: '649900101', name: '演示一镇', mark: '演示一镇社救', phone: '0999-0000101', villages: [] }],
  };

  it('come from the register of divisions', () => {
    expect(placesOf(divisions, '649900101')).toEqual({ township: words.township, county: words.county });
  });

  it('must be known', () => {
    expect(() => placesOf(divisions, '649900999')).toThrow(RangeError);
  });
});
