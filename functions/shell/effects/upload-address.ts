import type { UploadAddressEffect } from '../../core/effect.ts';
import { Problem } from '../../core/problem.ts';
import { hashOfJson } from '../hash.ts';
import { attachmentKey, attachmentObject } from '../keys.ts';
import type { Ports, UploadAddress } from '../ports.ts';

/**
 * Keeps the record of a file and asks for its one-use address. Safe to perform again: the item is put only once.
 * Throws `Problem` idempotency-key-reused when the number stands for another file.
 */
export async function uploadAddress(
  ports: Pick<Ports, 'store' | 'objects'>,
  effect: UploadAddressEffect,
): Promise<{ readonly upload: UploadAddress }> {
  const { attachment, expiresAt } = effect;
  const { attachmentId, size, contentType, sha256 } = attachment;
  const item = { ...attachmentKey(attachmentId), version: 1, record: attachment };
  const result = await ports.store.commit([{ kind: 'put-new', role: 'replay', item }]);
  if (!result.ok && result.role === 'conflict') return uploadAddress(ports, effect);
  if (!result.ok && hashOfJson(result.current?.record) !== hashOfJson(attachment))
    throw new Problem('idempotency-key-reused');
  const key = attachmentObject(attachmentId);
  return { upload: await ports.objects.uploadAddress({ key, size, contentType, sha256, expiresAt }) };
}
