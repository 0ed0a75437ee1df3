import { randomBytes } from 'node:crypto';
import type { Outcome, PersonalRecord } from '../core/step.ts';
import { canonicalText, sha256 } from './hash.ts';
import { personKey } from './keys.ts';
import { erasePerson, SealedPerson, sealPerson } from './personal-data.ts';
import type { Ports, Write } from './ports.ts';
import { openNames } from './reveal.ts';

const SALT_BYTES = 32;

const said = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/** What is sealed of persons who stand in another open case: their account and address must not be lost to a shorter form. */
async function knownPersons(ports: Ports, persons: readonly PersonalRecord[]): Promise<ReadonlyMap<string, object>> {
  const tokens = persons.flatMap(({ token, known }) => (known ? [token] : []));
  return tokens.length > 0 ? new Map(Object.entries(await openNames(ports, tokens))) : new Map();
}

/** When a record was sealed, as its version: an erasure must not meet one that was sealed since it was read. */
const sealedNow = (ports: Ports): number => Date.parse(ports.clock.now());

/** What is hashed for a commitment: a heading of its own, the salt, and the record with whose it is (ADR 0017). */
const commitmentOf = (salt: string, record: { readonly token: string; readonly data: object }): string =>
  sha256(`sunlight-person/1\n${salt}\n${canonicalText(record)}`);

/** What an act says of persons, about to be sealed, and what its event commits to. */
export interface Persons {
  readonly records: readonly { readonly token: string; readonly data: object; readonly salt: string }[];
  readonly commitments: readonly string[];
}

/** Gathers what an act says of persons, each with a fresh salt: what the event commits to tells nothing without it. */
export async function personsOf<R>(ports: Ports, { personal = [] }: Outcome<R>): Promise<Persons> {
  const known = await knownPersons(ports, personal);
  const records = personal.map(({ token, data }) => ({
    token,
    data: { ...known.get(token), ...said(data) },
    salt: randomBytes(SALT_BYTES).toString('hex'),
  }));
  return { records, commitments: records.map(({ salt, ...record }) => commitmentOf(salt, record)) };
}

/**
 * Seals what an act says of persons, each under a fresh key of its own (design decision 10). `by` names the event that commits to it.
 */
export async function personalWrites(
  ports: Ports,
  { records }: Persons,
  of: { readonly county: string; readonly by: string },
): Promise<Write[]> {
  if (records.length === 0) return [];
  const { county, by } = of;
  const countyKey = await ports.keyring.countyKey(county);
  const version = sealedNow(ports);
  return records.map((record) => {
    const sealed = sealPerson({ countyKey, ...record });
    const item = { ...personKey(record.token), version, record: { countyCode: county, by, sealed } };
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
    const { sealed, ...rest } = record as { countyCode: string; by?: string; sealed: unknown };
    const before = SealedPerson.parse(sealed);
    if (before.wrappedKey === null) return [];
    const item = { pk, sk, version: version + 1, record: { ...rest, sealed: erasePerson(before) } };
    return [{ kind: 'put-at', role: 'other', item, expected: version }];
  });
}
