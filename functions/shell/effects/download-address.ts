import type { DownloadAddressEffect } from '../../core/effect.ts';
import type { Ports } from '../ports.ts';

/** Asks for a short-lived address of a stored object. */
export async function downloadAddress(
  { objects }: Pick<Ports, 'objects'>,
  { key, expiresAt }: DownloadAddressEffect,
): Promise<{ readonly url: string }> {
  return { url: await objects.downloadAddress({ key, expiresAt }) };
}
