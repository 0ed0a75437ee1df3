import type { Outcome, PersonalRecord } from '../core/step.ts';
import { personKey } from './keys.ts';
import { sealPerson } from './personal-data.ts';
import type { Ports, Write } from './ports.ts';
import { openNames } from './reveal.ts';

const said = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/** What is sealed of persons who stand in another open case: their account and address must not be lost to a shorter form. */
async function knownPersons(ports: Ports, persons: readonly PersonalRecord[]): Promise<ReadonlyMap<string, object>> {
  const tokens = persons.flatMap(({ token, known }) => (known ? [token] : []));
  return tokens.length > 0 ? new Map(Object.entries(await openNames(ports, tokens))) : new Map();
}

/** Seals what an act says of persons, each under a fresh key of its own (design decision 10). */
export async function personalWrites<R>(ports: Ports, outcome: Outcome<R>, county: string): Promise<Write[]> {
  if (!outcome.personal?.length) return [];
  const countyKey = await ports.keyring.countyKey(county);
  const known = await knownPersons(ports, outcome.personal);
  return outcome.personal.map(({ token, data }) => {
    const sealed = sealPerson({ countyKey, token, data: { ...known.get(token), ...said(data) } });
    return { kind: 'put', role: 'other', item: { ...personKey(token), record: { countyCode: county, sealed } } };
  });
}
