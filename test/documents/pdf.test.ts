import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { layOut, page } from '../../functions/documents/page-layout.ts';
import { sheetOf } from '../../functions/documents/paper-sheet.ts';
import { exampleMark, renderPaper } from '../../functions/documents/render-paper.ts';
import { installedFont, measureOf, type PaperFont } from '../../functions/shell/pdf/paper-font.ts';
import { paperPdf, sheetPdf } from '../../functions/shell/pdf/paper-pdf.ts';
import { PaperKind } from '../../schemas/paper.ts';
import { itemsOf, textOf, withoutSpaces } from './printed.ts';
import { applicant, sampleOf, withData, words } from './sample-papers.ts';

const LARGEST = 100 * 1024;
let font: PaperFont;
beforeAll(async () => {
  font = await installedFont();
});
const print = (kind: PaperKind, change = {}): Promise<Uint8Array> => paperPdf(sampleOf(kind, change), words, { font });
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** What pages add: the mark above and the number below. */
const bodyOf = (pages: readonly string[]): string =>
  withoutSpaces(pages.map((text, index) => text.replace(exampleMark, '').replace(`— ${index + 1} —`, '')).join(''));

describe.each(PaperKind.options)('paper %s as PDF', (kind) => {
  it('holds exactly the text of the paper, in its order, on one page or two', async () => {
    const pages = await textOf(await print(kind));
    expect(bodyOf(pages)).toBe(withoutSpaces(renderPaper(sampleOf(kind, { example: false }), words)));
    expect(pages.length).toBeLessThanOrEqual(2);
  });

  it('numbers its pages, and marks each one exactly when its amounts are invented', async () => {
    for (const example of [true, false])
      for (const [index, text] of (await textOf(await print(kind, { example }))).entries()) {
        expect(text).toContain(`— ${index + 1} —`);
        expect(text.includes(exampleMark)).toBe(example);
      }
  });

  it('stays small, embeds only a part of the font, and is the same each time', async () => {
    const pdf = await print(kind);
    expect(pdf.length).toBeLessThan(LARGEST);
    expect(new Set(latin(pdf).match(/(?<=\/FontName \/[A-Z]{6}\+)\S+/g))).toEqual(
      new Set(['LXGWWenKai-Bold', 'LXGWWenKai-Regular']),
    );
    expect(Buffer.compare(await print(kind), pdf)).toBe(0);
  });

  it('keeps to A4 and the text block of GB/T 9704', async () => {
    const pdf = await print(kind);
    expect(latin(pdf)).toContain('/MediaBox [0 0 595.275591 841.889764]');
    for (const item of (await itemsOf(pdf)).flat().filter(({ str }) => str.trim() !== '')) {
      expect(item.x).toBeGreaterThanOrEqual(page.left - 0.01);
      expect(item.x + item.width).toBeLessThanOrEqual(page.left + page.textWidth + 1);
    }
  });
});

describe('a printed paper', () => {
  it('has a title of 22 points and a body of 16, the date four characters from the margin', async () => {
    const [first = []] = await itemsOf(await print('W22'));
    const sizeOf = (text: string) => first.find(({ str }) => str.startsWith(text))?.fontSize;
    expect([sizeOf('公布表'), sizeOf('申请人'), sizeOf('2026年8月5日')]).toEqual([22, 16, 16]);
    const date = first.find(({ str }) => str === '2026年8月5日');
    const rest = page.left + page.textWidth - ((date?.x ?? 0) + (date?.width ?? 0));
    expect(rest / page.cell).toBeCloseTo(4, 1);
  });

  it('tells nothing of a person outside its text, and not when it was made', async () => {
    const pdf = latin(await print('W07'));
    expect(pdf).toContain('(D:20260804160000Z)');
    expect(pdf).toContain('<xmp:CreateDate>2026-08-04T16:00:00Z<');
    expect(pdf).not.toMatch(/ModDate|ModifyDate/);
    expect(pdf).not.toContain(Buffer.from('测试甲', 'utf16le').swap16().toString('latin1'));
  });

  it('has well-formed metadata whatever mark a county gave its numbers', async () => {
    const pdf = Buffer.from(await print('W07', { number: '甲<乙&丙>〔2026〕3号' })).toString('utf8');
    expect(pdf).toContain('受理通知书 甲 乙 丙 〔2026〕3号</rdf:li>');
  });

  it('shows rare characters and those of papers', async () => {
    const rare = { ...words, names: { ...words.names, [applicant]: { name: '𠮷喆堃䶮〔·〕' } } };
    const [text = ''] = await textOf(await paperPdf(sampleOf('W08'), rare, { font }));
    expect(text).toContain('𠮷喆堃䶮〔·〕：');
  });

  it('is refused with the character that the font lacks', async () => {
    const strange = { ...words, names: { ...words.names, [applicant]: { name: '测\ue863甲' } } };
    await expect(paperPdf(sampleOf('W08'), strange, { font })).rejects.toMatchObject({
      code: 'character-not-printable',
      detail: { characters: ['\ue863 U+E863'] },
    });
  });

  it('goes on over as many pages as it needs, the signature never alone on one', () => {
    for (let lines = 1; lines < 60; lines += 1) {
      const reasons = Array.from({ length: lines }, (_, index) => `第${index + 1}项事实`);
      const sheet = sheetOf(withData('W27', { reasons }), words);
      const { pages } = layOut(sheet, measureOf(font));
      const last = (pages.at(-1) ?? []).map(({ text }) => text);
      expect([last[0], ...last.slice(-3)]).toEqual([exampleMark, sheet.issuer, sheet.date, `— ${pages.length} —`]);
      expect(last.length).toBeGreaterThanOrEqual(5);
      expect(pages.every((one) => one.every(({ y }) => y < page.height - page.top / 2))).toBe(true);
    }
  });

  it('names the day of the copy on every page', async () => {
    const sheet = sheetOf(sampleOf('W21'), { ...words, today: '2026-09-01' });
    for (const text of await textOf(await sheetPdf(sheet, { font })))
      expect(text).toContain('本件打印日期：2026年9月1日');
  });

  it('carries a seal centred on the date of issue where one is given', async () => {
    const sealed = await paperPdf(sampleOf('W22'), words, { font, seal: { image: redSquare(), millimetres: 42 } });
    expect(latin(sealed)).toContain('/Subtype /Image');
    expect(latin(await print('W22'))).not.toContain('/Subtype /Image');
    expect(await textOf(sealed)).toEqual(await textOf(await print('W22')));
  });
});

/** One red point as PNG. */
function redSquare(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    framed.set(body, 4);
    return framed;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 200, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
