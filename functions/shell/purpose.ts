import { mustTellNothingPersonal } from '../core/personal-text.ts';
import { Problem } from '../core/problem.ts';
import type { Request } from './http.ts';

/** The purpose of reading personal data; header values are ASCII, so Chinese comes percent-encoded. */
export function purposeOf(request: Request): string {
  const header = request.headers['sunlight-purpose']?.trim();
  if (!header) throw new Problem('purpose-missing');
  const purpose = decodedPurpose(header);
  mustTellNothingPersonal(purpose);
  return purpose;
}

function decodedPurpose(header: string): string {
  try {
    // Cut between characters: half of one could be neither hashed nor stored.
    return [...decodeURIComponent(header)].slice(0, 200).join('');
  } catch (cause) {
    throw new Problem('purpose-missing', {}, { cause });
  }
}
