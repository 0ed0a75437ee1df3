import { encodeQR } from 'qr';
import { openCheckpoint } from './note.ts';

/**
 * A checkpoint for the public board (公示栏): one line to read and a QR code of its three lines to photograph. Whoever keeps either can
 * later tell whether the log still begins with it. Undefined when the text is no checkpoint.
 */
export function boardOf(note: string): string | undefined {
  const { head } = openCheckpoint(note, 'checkpoint', { keys: [], witnesses: [] });
  if (!head) return undefined;
  const { origin, size, root } = head;
  const qr = encodeQR(`${origin}\n${size}\n${root}\n`, 'ascii', { ecc: 'medium' });
  return `${origin}\n存证共 ${size} 项，根 ${root}\n${size} events, root ${root}\n\n${qr}\n`;
}
