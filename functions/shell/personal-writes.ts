import type { Outcome, PersonalRecord } from '../core/step.ts';
import { personKey } from './keys.ts';
import { erasePerson, SealedPerson, sealPerson } from './personal-data.ts';
import type { Ports, Write } from './ports.ts';
import { openNames } from './reveal.ts';

const said = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/** What is sealed of persons who stand in another open case: their account and address must not be lost to a shorter form. */
async function knownPersons(ports: Ports, persons: readonly PersonalRecord[]): Promise<ReadonlyMap<string, object>> {
  const tokens = persons.flatMap(({ token, known }) => (known ? [token] : []));
  return tokens.length > 0 ? new Map(Object.entries(await openNames(ports, tokens))) : new Map();
}

/** When a record was sealed, as its version: an erasure must not meet one that was sealed since it was read. */
const sealedNow = (ports: Ports): number => Date.parse(ports.clock.now());

/** Seals what an act says of persons, each under a fresh key of its own (design decision 10). */
export async function personalWrites<R>(ports: Ports, outcome: Outcome<R>, county: string): Promise<Write[]> {
  if (!outcome.personal?.length) return [];
  const countyKey = await ports.keyring.countyKey(county);
  const known = await knownPersons(ports, outcome.personal);
  const version = sealedNow(ports);
  return outcome.personal.map(({ token, data }) => {
    const sealed = sealPerson({ countyKey, token, data: { ...known.get(token), ...said(data) } });
    const item = { ...personKey(token), version, record: { countyCode: county, sealed } };
    return { kind: 'put', role: 'other', item };
  });
}

/**
 * Removes the wrapped keys of persons for good (rulebook 9.4): what is left cannot be opened by anybody. Whose key is gone already is
 * left as it is, so that the same can be asked twice. A record sealed anew meanwhile fails the transaction, which is then decided again.
 */
export async function erasureWrites(ports: Ports, tokens: readonly string[] = []): Promise<Write[]> {
  if (tokens.length === 0) return [];
  const items = await ports.store.load(tokens.map(personKey));
  return items.flatMap(({ pk, sk, version = 0, record }): Write[] => {
    const { countyCode, sealed } = record as { countyCode: string; sealed: unknown };
    const before = SealedPerson.parse(sealed);
    if (before.wrappedKey === null) return [];
    const item = { pk, sk, version: version + 1, record: { countyCode, sealed: erasePerson(before) } };
    return [{ kind: 'put-at', role: 'other', item, expected: version }];
  });
}
