import type { LedgerFiles } from '../../../schemas/ledger-files.ts';
import type { MirrorLedgerEffect } from '../../core/effect.ts';
import { ledgerFolder } from '../ledger/ledger-keys.ts';
import type { Ports } from '../ports.ts';

/** A page of the files of a log with an address each. Reads only, so asking again is harmless. */
export async function mirrorLedger(
  { objects }: Pick<Ports, 'objects'>,
  { countyCode, after, limit, expiresAt }: MirrorLedgerEffect,
): Promise<Pick<LedgerFiles, 'files' | 'next'>> {
  const folder = `${ledgerFolder}${countyCode}/`;
  const paths = (await objects.list(folder)).map((key) => key.slice(folder.length)).filter((path) => path > after);
  const page = paths.slice(0, limit);
  const files = await Promise.all(
    page.map(async (path) => ({ path, url: await objects.downloadAddress({ key: folder + path, expiresAt }) })),
  );
  const last = page.at(-1);
  return { files, ...(last !== undefined && paths.length > page.length && { next: last }) };
}
