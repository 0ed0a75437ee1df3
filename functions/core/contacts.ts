import type { Contacts } from '../../schemas/contact.ts';
import type { Facts } from './facts.ts';

/** What people can be reached by or paid to; each kind has tokens of its own. */
export type ContactKind = 'phone' | 'address' | 'account' | 'person';

/** One telephone, address or account for which a token is needed. */
export interface ContactAsked {
  readonly kind: ContactKind;
  readonly value: string;
}

/** A contact's name among the facts. */
export const contactName = ({ kind, value }: ContactAsked): string => `${kind} ${value}`;

/** The contacts to ask tokens for: those that are given. */
export const contactsGiven = (
  given: readonly { readonly kind: ContactKind; readonly value: string | undefined }[],
): readonly ContactAsked[] => given.flatMap(({ kind, value }) => (value === undefined ? [] : [{ kind, value }]));

export const phonesGiven = (persons: readonly { readonly phone?: string | undefined }[]): readonly ContactAsked[] =>
  contactsGiven(persons.map(({ phone: value }) => ({ kind: 'phone', value })));

/** The token of a contact that was asked for; none where nothing was given. */
export function contactToken(facts: Facts, kind: ContactKind, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const token = facts.contacts?.[contactName({ kind, value })];
  if (token === undefined) throw new Error(`a ${kind} was not among the facts`);
  return token;
}

/** Whose telephone it is, and the address, as an event keeps them: absent where none was given. */
export function contactsOf(
  facts: Facts,
  persons: readonly { readonly person: string; readonly phone?: string | undefined }[],
  address?: string,
): { readonly contacts?: Contacts } {
  const phones = persons.flatMap(({ person, phone: value }) => {
    const phone = contactToken(facts, 'phone', value);
    return phone === undefined ? [] : [{ person, phone }];
  });
  const token = contactToken(facts, 'address', address);
  if (phones.length === 0 && token === undefined) return {};
  return { contacts: { phones, ...(token === undefined ? {} : { address: token }) } };
}
