import { ResidentId } from '../../schemas/ids.ts';
import { Problem } from './problem.ts';

/** What may be an identity number, a mobile phone or a bank card, standing by itself and not within a code or a hash. */
const identity = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g;
const phoneOrCard = /(?<![0-9A-Za-z])(?:1[3-9]\d{9}|62\d{14,17})(?![0-9A-Za-z])/;
const SHORTEST = 11;

/** Whether a text holds an identity number with a right birth date and check character. */
const holdsIdentity = (text: string): boolean =>
  (text.match(identity) ?? []).some((digits) => ResidentId.safeParse(digits.toUpperCase()).success);

/** Whether a text holds a number by which a person is known: identity number, mobile phone, bank card. */
export const holdsPersonalNumber = (text: string): boolean =>
  text.length >= SHORTEST && (phoneOrCard.test(text) || holdsIdentity(text));

const anyText = (value: unknown, holds: (text: string) => boolean): boolean => {
  if (typeof value === 'string') return value.length >= SHORTEST && holds(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => anyText(one, holds));
};

/**
 * Refuses what is to be kept, or told to others, with a person's number in it (design decision 10): whoever writes one into a reason,
 * a note or a foreign number would carry it into events that are never changed. Names cannot be told from other words. A county's
 * register may hold phones: those the public may ring. Throws `personal-data-in-text`.
 */
export function mustTellNothingPersonal(kept: unknown, of: { readonly phonesAllowed?: boolean } = {}): void {
  if (anyText(kept, of.phonesAllowed ? holdsIdentity : holdsPersonalNumber)) throw new Problem('personal-data-in-text');
}
