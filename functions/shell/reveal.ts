import type { Facts } from '../core/facts.ts';
import { personKey } from './keys.ts';
import { openPerson } from './personal-data.ts';
import type { Ports } from './ports.ts';

/** Opens the personal data of some persons by token. Those erased or unknown are left out. */
export async function openNames(ports: Ports, tokens: readonly string[]): Promise<Facts['names']> {
  if (tokens.length === 0) return {};
  const items = await ports.store.load([...new Set(tokens)].map(personKey));
  const opened = items.map(async ({ pk, record }) => {
    const token = pk.slice(2);
    const { countyCode, sealed } = record as { countyCode: string; sealed: unknown };
    const countyKey = await ports.keyring.countyKey(countyCode);
    return unlessErased(() => [token, openPerson({ countyKey, token, record: sealed })] as const);
  });
  const found = (await Promise.all(opened)).filter((one) => one !== undefined);
  return Object.fromEntries(found) as Facts['names'];
}

function unlessErased<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error && error.name === 'PersonErased') return undefined;
    throw error;
  }
}
