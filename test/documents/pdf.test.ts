import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import decodeQR from 'qr/decode.js';
import { field } from '../../functions/documents/form-rows.ts';
import { documents } from '../../functions/documents/index.ts';
import { mm, page } from '../../functions/documents/page-grid.ts';
import { layOut } from '../../functions/documents/page-layout.ts';
import { sheetOf } from '../../functions/documents/paper-sheet.ts';
import { exampleMark, renderPaper } from '../../functions/documents/render-paper.ts';
import { codeCaption, modulesOf } from '../../functions/shell/pdf/paper-code-drawing.ts';
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
    const text = withoutSpaces(renderPaper(sampleOf(kind, { example: false }), words));
    // A ruled form has a line between label and content, where plain text has a colon.
    const plain = (one: string): string => (documents[kind].isForm ? one.replaceAll('：', '') : one);
    expect(plain(bodyOf(pages))).toBe(plain(text));
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

  it('has 22 lines of 28 characters on a page (GB/T 9704 5.2.3)', () => {
    const sheet = { ...sheetOf(sampleOf('W08'), words), paragraphs: ['测'.repeat(28 * 60)], closing: [] };
    const { pages } = layOut(sheet, measureOf(font));
    const [, second] = pages;
    const lines = (second?.texts ?? []).filter(({ text }) => /^测+$/.test(text));
    expect(lines.length).toBe(22);
    expect(new Set(lines.map(({ text }) => [...text].length))).toEqual(new Set([28]));
  });

  it('rules a form as a table within the text block, closed on every page, a field never parted from its label', () => {
    const rows = Array.from({ length: 40 }, (_, at) => field(`项目${at}`, `内容${at}`));
    const sheet = { ...sheetOf(sampleOf('W30'), words), form: rows };
    const { pages } = layOut(sheet, measureOf(font));
    expect(pages.length).toBeGreaterThan(1);
    for (const { texts, rules } of pages.filter((one) => one.rules.length > 0)) {
      const across = rules.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1);
      const down = rules.filter(({ x1, x2 }) => x1 === x2);
      expect(Math.max(...down.map(({ y2 }) => y2))).toBeCloseTo(Math.max(...across), 6);
      expect(Math.min(...down.map(({ y1 }) => y1))).toBeCloseTo(Math.min(...across), 6);
      const labels = texts.filter(({ text }) => /^项目\d+$/.test(text));
      for (const { text, y } of labels)
        expect(texts.find((one) => one.text === text.replace('项目', '内容'))?.y).toBeCloseTo(y, 6);
      for (const { x1, x2 } of rules) {
        expect(x1).toBeGreaterThanOrEqual(page.left - 1e-6);
        expect(x2).toBeLessThanOrEqual(page.left + page.textWidth + 1e-6);
      }
    }
  });

  it('goes on over as many pages as it needs, the signature never alone on one', () => {
    for (let lines = 1; lines < 60; lines += 1) {
      const reasons = Array.from({ length: lines }, (_, index) => `第${index + 1}项事实`);
      const sheet = sheetOf(withData('W27', { reasons }), words);
      const { pages } = layOut(sheet, measureOf(font));
      const last = (pages.at(-1)?.texts ?? []).map(({ text }) => text);
      expect([last[0], ...last.slice(-3)]).toEqual([exampleMark, sheet.issuer, sheet.date, `— ${pages.length} —`]);
      expect(last.length).toBeGreaterThanOrEqual(5);
      expect(pages.every((one) => one.texts.every(({ y }) => y < page.height - page.top / 2))).toBe(true);
    }
  });

  it('names the day of the copy on every page', async () => {
    const sheet = sheetOf(sampleOf('W21'), { ...words, today: '2026-09-01' });
    for (const text of await textOf(await sheetPdf(sheet, { font })))
      expect(text).toContain('本件打印日期：2026年9月1日');
  });

  it('carries a code that a phone reads as the address to verify it, left of the signature, and says what it is for', async () => {
    const verifyAt = `https://sunlight.example.org/v1/verifications/${'aZ9_-xY7'.repeat(8)}`;
    const rows = modulesOf(verifyAt);
    const scale = 4;
    const width = rows.length * scale;
    const data = new Uint8Array(width * width * 4).fill(255);
    for (let y = 0; y < width; y += 1)
      for (let x = 0; x < width; x += 1)
        if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]) data.set([0, 0, 0], (y * width + x) * 4);
    expect(decodeQR({ width, height: width, data })).toBe(verifyAt);
    const pdf = await paperPdf(sampleOf('W22'), words, { font, verifyAt });
    const [text = ''] = await textOf(pdf);
    expect(text).toContain(codeCaption);
    expect(pdf.length).toBeLessThan(LARGEST);
    const { code, seal } = layOut(sheetOf(sampleOf('W22'), words), measureOf(font));
    expect(code.x + code.side).toBeLessThan(seal.x - 21 * mm);
    expect(code.y + code.side).toBeLessThan(page.top + page.rows * page.row);
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
