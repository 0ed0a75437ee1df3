import type { Material } from '../../schemas/case-evidence.ts';
import type { Attachment, Facts } from './facts.ts';
import { must } from './problem.ts';

/** A stored file whose bytes are the registered ones; refuses what is unknown, not uploaded, of another county or altered. */
export function storedFile(facts: Facts, attachmentId: string, countyCode: string): Attachment {
  const attachment = facts.attachments[attachmentId];
  must(attachment && attachment.countyCode === countyCode, 'attachment-not-found', { attachmentId });
  must(attachment.stored !== 'absent', 'attachment-missing', { attachmentId });
  must(attachment.stored === 'verified', 'attachment-altered', { attachmentId });
  return attachment;
}

/** Materials as they are kept: the item and the hash of its verified file. */
export const storedMaterials = (
  facts: Facts,
  refs: readonly { readonly item: string; readonly attachmentId: string }[],
  countyCode: string,
): Material[] =>
  refs.map(({ item, attachmentId }) => ({
    item,
    attachmentId,
    sha256: storedFile(facts, attachmentId, countyCode).sha256,
  }));
