import type { Attachment } from './facts.ts';

/** Registers a file and asks the object store for a one-use address to upload it to (design section 6). */
export interface UploadAddressEffect {
  readonly kind: 'upload-address';
  /** The record to keep as an item of its own, put only if it is not there yet. */
  readonly attachment: Omit<Attachment, 'stored'>;
  /** UTC instant until which the address may be used. */
  readonly expiresAt: string;
}

/** What the shell does outside the store for a step that is pure itself; its result is merged into the reply. */
export type Effect = UploadAddressEffect;
