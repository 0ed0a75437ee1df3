import { type ContactAsked, type ContactKind, contactName } from '../core/contacts.ts';
import type { Ports } from './ports.ts';

/** One spelling of what is one: a number with or without dashes and country code, an address with or without blanks and marks. */
const spelt: Readonly<Record<ContactKind, (value: string) => string>> = {
  phone: (value) => value.replace(/\D/g, '').replace(/^(00)?86(?=1\d{10}$)/, ''),
  address: (value) =>
    value
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{P}\p{Z}\p{C}]/gu, ''),
  account: (value) => value,
  person: (value) => value,
};

const prefixes: Readonly<Record<ContactKind, string>> = { phone: 'ph_', address: 'ad_', account: 'a_', person: 't_' };

/** The token of a telephone, address or account: keyed, so that it cannot be found by trying numbers; accounts have the token payees have. */
export const contactTokenOf = async (
  { keyring }: Pick<Ports, 'keyring'>,
  { kind, value }: ContactAsked,
): Promise<string> => `${prefixes[kind]}${(await keyring.hmac(kind, spelt[kind](value))).slice(0, 32)}`;

/** The tokens of everything that was asked for, by its name among the facts. */
export async function contactTokens(
  ports: Pick<Ports, 'keyring'>,
  asked: readonly ContactAsked[],
): Promise<Readonly<Record<string, string>>> {
  const tokens = asked.map(async (one) => [contactName(one), await contactTokenOf(ports, one)] as const);
  return Object.fromEntries(await Promise.all(tokens));
}
