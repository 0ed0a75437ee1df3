import PDFDocument from 'pdfkit';
import type { Paper } from '../../../schemas/paper.ts';
import type { PaperSheet } from '../../core/paper-sheet.ts';
import { Problem } from '../../core/problem.ts';
import type { Face } from '../../documents/line-break.ts';
import { type PlacedText, page, type Rule } from '../../documents/page-grid.ts';
import { type LaidOut, layOut } from '../../documents/page-layout.ts';
import { sheetOf } from '../../documents/paper-sheet.ts';
import type { Words } from '../../documents/words.ts';
import { drawCode } from './paper-code-drawing.ts';
import { measureOf, missingIn, type PaperFont } from './paper-font.ts';

/** The impression of a seal: a PNG or JPEG, as wide as it is high. */
export interface Seal {
  readonly image: Uint8Array;
  /** Diameter; 42 mm is that of a county's seal. */
  readonly millimetres: number;
}

export interface Printing {
  readonly font: PaperFont;
  readonly seal?: Seal | undefined;
  /** Where the public verifies the paper: drawn as a code. */
  readonly verifyAt?: string | undefined;
}

const faces: readonly Face[] = ['regular', 'bold'];

/** A character without a glyph would print as an empty box; the paper is not made, and the refusal names it. */
function checkGlyphs({ pages }: LaidOut, font: PaperFont): void {
  const texts = pages.flatMap((one) => one.texts);
  const missing = faces.flatMap((face) => {
    const text = texts.filter((one) => one.face === face);
    return missingIn(font, face, text.map((one) => one.text).join(''));
  });
  if (missing.length === 0) return;
  const characters = [...new Set(missing)].map(
    (one) => `${one} U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  throw new Problem('character-not-printable', { characters });
}

/** The library writes these into XML as they stand. */
const inMetadata = (text: string): string => text.replace(/[<>&]/g, ' ');

function documentOf(sheet: PaperSheet): PDFKit.PDFDocument {
  return new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    // The empty name keeps the library from asking for a font of its own.
    font: '',
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: inMetadata(`${sheet.title} ${sheet.number}`),
      Author: inMetadata(sheet.issuer),
      Creator: 'Sunlight 阳光救助',
      // The day of issue begins: the same paper gives the same bytes whenever it is printed.
      CreationDate: new Date(`${sheet.issuedOn}T00:00:00+08:00`),
    },
  });
}

function write(document: PDFKit.PDFDocument, { text, x, y, size, face, spacing }: PlacedText): void {
  document.font(face).fontSize(size);
  document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
}

const draw = (document: PDFKit.PDFDocument, rules: readonly Rule[]): void => {
  document.lineWidth(0.6);
  for (const { x1, y1, x2, y2 } of rules) document.moveTo(x1, y1).lineTo(x2, y2).stroke();
};

function stamp(document: PDFKit.PDFDocument, { image, millimetres }: Seal, at: LaidOut['seal']): void {
  const width = (millimetres * 72) / 25.4;
  document.image(Buffer.from(image), at.x - width / 2, at.y - width / 2, { width, height: width });
}

const bytesOf = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((done, broken) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', broken);
    document.on('end', () => done(new Uint8Array(Buffer.concat(chunks))));
    document.end();
  });

/**
 * Prints the words of a paper as PDF: A4 by GB/T 9704, the font embedded with only the characters used, text that can be searched
 * and copied. The same words give the same bytes. Throws `Problem` character-not-printable where the font lacks a character.
 */
export async function sheetPdf(sheet: PaperSheet, { font, seal, verifyAt }: Printing): Promise<Uint8Array> {
  const laidOut = layOut(sheet, measureOf(font));
  checkGlyphs(laidOut, font);
  const document = documentOf(sheet);
  for (const face of faces) document.registerFont(face, font[face] as unknown as PDFKit.Mixins.PDFFontSource);
  for (const [index, { texts, rules }] of laidOut.pages.entries()) {
    document.addPage();
    const last = index === laidOut.pages.length - 1;
    // Under the words: an opaque picture must not hide the date.
    if (seal && last) stamp(document, seal, laidOut.seal);
    if (verifyAt && last) drawCode(document, verifyAt, laidOut.code);
    draw(document, rules);
    for (const text of texts) write(document, text);
  }
  return bytesOf(document);
}

/** Prints a paper with the names of `words`: `sheetPdf` of its words. Throws ZodError if its data are not those of its kind. */
export const paperPdf = (paper: Paper, words: Words, printing: Printing): Promise<Uint8Array> =>
  sheetPdf(sheetOf(paper, words), printing);
