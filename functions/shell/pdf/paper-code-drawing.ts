import { encodeQR } from 'qr';
import { size } from '../../documents/page-grid.ts';
import type { LaidOut } from '../../documents/page-layout.ts';

/** Blank modules around a code (ISO/IEC 18004 asks for four; the margin of the page and the row above add to these). */
const quiet = 2;

/** The modules of a QR code, rows of dark (true) and light. Error correction M: a fold or a stamp may spoil 15 per cent. */
export const modulesOf = (text: string): readonly (readonly boolean[])[] =>
  encodeQR(text, 'raw', { ecc: 'medium', border: quiet });

/** Says what the code is for. */
export const codeCaption = '扫码核验文书真伪';

/** Draws a code as filled squares, so that it stays sharp at any size, and says below it what it is for. */
export function drawCode(document: PDFKit.PDFDocument, text: string, { x, y, side }: LaidOut['code']): void {
  const rows = modulesOf(text);
  const module = side / rows.length;
  // A hair wider, so that no white line shows between neighbours.
  for (const [down, row] of rows.entries())
    for (const [along, dark] of row.entries())
      if (dark) document.rect(x + along * module, y + down * module, module + 0.02, module + 0.02);
  document.fillColor('black').fill();
  document.font('regular').fontSize(size.note);
  document.text(codeCaption, x, y + side + size.note, { lineBreak: false, baseline: 'alphabetic' });
}
