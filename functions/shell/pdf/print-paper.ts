import { createHash } from 'node:crypto';
import type { PrintPaperEffect } from '../../core/effect.ts';
import { printedPaperObject } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { installedFont } from './paper-font.ts';
import { sheetPdf } from './paper-pdf.ts';

/**
 * Prints a paper, keeps it under the hash of its bytes and answers where to fetch it: the same paper printed twice on a day is one
 * object. Its name tells nothing; hosts drop printed papers after a day or two. Throws `Problem` character-not-printable.
 */
export async function printPaper(
  objects: ObjectStore,
  { sheet, expiresAt }: PrintPaperEffect,
): Promise<{ readonly url: string; readonly sha256: string; readonly bytes: number }> {
  const pdf = await sheetPdf(sheet, { font: await installedFont() });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const key = printedPaperObject(expiresAt.slice(0, 10), sha256);
  await objects.put(key, pdf, { ifAbsent: true });
  return { url: await objects.downloadAddress({ key, expiresAt }), sha256, bytes: pdf.length };
}
