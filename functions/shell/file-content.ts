/** What an attachment may be (design section 6). */
export type ContentType = 'image/jpeg' | 'image/png' | 'application/pdf' | 'application/vnd.apache.parquet';

/** Largest attachment, in bytes: 20 MB. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

const signatures: readonly { readonly type: ContentType; readonly bytes: readonly number[] }[] = [
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  // Pieces of an import; no attachment may be one.
  { type: 'application/vnd.apache.parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

/** The kind of a file by its first bytes, whatever its sender calls it; null for everything that is not accepted. */
export const contentTypeOf = (bytes: Uint8Array): ContentType | null =>
  signatures.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))?.type ?? null;
