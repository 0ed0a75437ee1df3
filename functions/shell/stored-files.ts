import type { Attachment } from '../core/facts.ts';
import { contentTypeOf } from './file-content.ts';
import { attachmentObject } from './keys.ts';
import type { Item, ObjectStore } from './ports.ts';

/** The longest of the signatures by which a kind of file is known. */
const SIGNATURE = 8;

/**
 * Registered files as they are stored, by id: `verified` only when the bytes have the registered hash and begin as their kind does,
 * whatever the address they came through has checked (design section 6).
 */
export async function storedFiles(
  objects: ObjectStore,
  registrations: readonly Item[],
): Promise<Readonly<Record<string, Attachment>>> {
  const entries = registrations.map(async ({ record }) => {
    const registered = record as Omit<Attachment, 'stored'>;
    return [registered.attachmentId, { ...registered, stored: await stateOf(objects, registered) }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function stateOf(objects: ObjectStore, registered: Omit<Attachment, 'stored'>): Promise<Attachment['stored']> {
  const key = attachmentObject(registered.attachmentId);
  const [checksum, first] = await Promise.all([objects.sha256(key), objects.beginning(key, SIGNATURE)]);
  if (checksum === null || first === null) return 'absent';
  return checksum === registered.sha256 && contentTypeOf(first) === registered.contentType ? 'verified' : 'altered';
}
