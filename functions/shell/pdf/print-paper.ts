import { createHash } from 'node:crypto';
import type { PrintPaperEffect } from '../../core/effect.ts';
import { Problem } from '../../core/problem.ts';
import { attachmentObject, printedPaperObject, printKey } from '../keys.ts';
import { codeOf } from '../paper-code.ts';
import type { Ports } from '../ports.ts';
import { installedFont } from './paper-font.ts';
import { sheetPdf } from './paper-pdf.ts';

/** Diameter of the round seal of a county's department or a township. */
const sealMillimetres = 42;

type Printer = Pick<Ports, 'objects' | 'store' | 'keyring' | 'publicAddress'>;

/**
 * Prints a paper, keeps it under the hash of its bytes and answers where to fetch it: the same paper printed twice on a day is one
 * object. Its name tells nothing; hosts drop printed papers after a day or two. That this hash is of a print stays on record, for the
 * public verification. Throws `Problem` character-not-printable, or attachment-missing where the picture of the seal is gone.
 */
export async function printPaper(
  ports: Printer,
  { sheet, paper, seal, expiresAt }: PrintPaperEffect,
): Promise<{ readonly url: string; readonly sha256: string; readonly bytes: number }> {
  const { objects, store, keyring } = ports;
  const address = ports.publicAddress?.();
  const verifyAt =
    address === undefined || paper === undefined ? undefined : `${address}${await codeOf(keyring, paper)}`;
  const image = seal === undefined ? undefined : await objects.get(attachmentObject(seal));
  if (image === null) throw new Problem('attachment-missing', { attachmentId: seal });
  const stamped = image ? { image, millimetres: sealMillimetres } : undefined;
  const pdf = await sheetPdf(sheet, { font: await installedFont(), seal: stamped, verifyAt });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const key = printedPaperObject(expiresAt.slice(0, 10), sha256);
  await objects.put(key, pdf, { ifAbsent: true });
  if (paper)
    await store.commit([
      { kind: 'put', role: 'other', item: { ...printKey(paper, sha256), record: { printed: paper.paperId } } },
    ]);
  return { url: await objects.downloadAddress({ key, expiresAt }), sha256, bytes: pdf.length };
}
