import type { DisclosedPerson } from '../../../schemas/ledger.ts';
import type { DisclosePersonsEffect } from '../../core/effect.ts';
import { personKey } from '../keys.ts';
import { openWithSalt } from '../personal-data.ts';
import type { Ports } from '../ports.ts';

/**
 * Opens personal records with their salts, so that whoever receives them can compare them with what events commit to. Those erased are
 * left out: their salt is gone with them. Reads only.
 */
export async function disclosePersons(
  ports: Ports,
  { tokens }: DisclosePersonsEffect,
): Promise<{ readonly persons: readonly DisclosedPerson[] }> {
  const items = tokens.length === 0 ? [] : await ports.store.load([...new Set(tokens)].map(personKey));
  const opened = items.map(async ({ pk, record }): Promise<DisclosedPerson[]> => {
    const { countyCode, by = '', sealed } = record as { countyCode: string; by?: string; sealed: unknown };
    const token = pk.slice(2);
    try {
      const countyKey = await ports.keyring.countyKey(countyCode);
      const { data, salt = '' } = openWithSalt({ countyKey, token, record: sealed });
      return [{ token, by, salt, data: data as DisclosedPerson['data'] }];
    } catch (error) {
      if (error instanceof Error && error.name === 'PersonErased') return [];
      throw error;
    }
  });
  return { persons: (await Promise.all(opened)).flat() };
}
