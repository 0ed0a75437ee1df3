import type { PrintPaperEffect } from '../../core/effect.ts';
import type { Ports } from '../ports.ts';

/** Prints a paper; the library that makes PDF is loaded by the first print and by nothing else. */
export async function printPaper(
  ports: Pick<Ports, 'objects' | 'store' | 'keyring' | 'publicAddress'>,
  effect: PrintPaperEffect,
) {
  const printer = await import('../pdf/print-paper.ts');
  return printer.printPaper(ports, effect);
}
