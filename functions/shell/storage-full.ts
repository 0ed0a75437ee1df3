/** What file system, quota and embedded engine say when nothing more can be stored. */
const CODES = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const WORDS = /disk is full|no space left on device|disk I\/O error/i;

const said = (error: object): string => ('message' in error ? String(error.message) : '');

/**
 * Whether something failed because nothing more can be stored. The engine speaks of a full disk in words only, and of a quota as of a
 * failing disk. Looks at causes, and at each of several errors.
 */
export function isStorageFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && CODES.includes(String(error.code))) return true;
  if (WORDS.test(said(error))) return true;
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(isStorageFull)) return true;
  return 'cause' in error && isStorageFull(error.cause);
}

/** What whoever starts the host on a full disk is told. */
export const STORAGE_FULL =
  '磁盘空间或限额已满：腾出空间（df -h）后再启动，已应答的事项都在。 The disk or a quota is full: make room (df -h) and start again; everything acknowledged is there.';
