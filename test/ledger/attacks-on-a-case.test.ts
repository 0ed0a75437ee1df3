import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Event } from '../../functions/core/event.ts';
import { hashOfEvent } from '../../functions/shell/hash.ts';
import { personKey } from '../../functions/shell/keys.ts';
import { erasePerson, sealPerson } from '../../functions/shell/personal-data.ts';
import type { CaseStore, Item } from '../../functions/shell/ports.ts';
import type { ProofPack } from '../../schemas/ledger.ts';
import { leafHash, rootFromInclusion } from '../../verify/tree.ts';
import { COUNTY, caseIdOf, keyring } from './ledger-for-tests.ts';
import { packOf, type SealedCounty, sealedCounty, verifyPack } from './sealed-county.ts';

/** Numbers are those of the list of attacks in the design's report on tamper evidence. */
let county: SealedCounty;
let pack: ProofPack;
beforeAll(async () => {
  county = await sealedCounty();
  pack = await packOf(county);
});
afterAll(() => county.stop());

const trusting = () => ['--key', county.key];
const withEvents = (events: ProofPack['events']): ProofPack => ({ ...pack, events });

/** The table as it is read when somebody changed an event in it and chained all later ones anew. */
function forgedTable(store: CaseStore, seq: number, change: (event: Event) => Event): CaseStore {
  let chain = '';
  const forge = (item: Item): Item => {
    const { hash: _hash, ...event } = change({
      ...(item.record as Event),
      ...(item.version === 1 ? {} : { prevHash: chain }),
    });
    chain = hashOfEvent(event);
    return { ...item, record: { ...event, hash: chain } };
  };
  return {
    ...store,
    partition: async (pk, range) => {
      const page = await store.partition(pk, range);
      if (pk !== `E#case:${caseIdOf(1)}`) return page;
      const items = page.items.map((item) =>
        forge(item.version === seq ? { ...item, record: change(item.record as Event) } : item),
      );
      return { ...page, items };
    },
  };
}

describe('A proof pack that nobody touched', () => {
  it('is intact, with every event of the case', async () => {
    const { text, code } = await verifyPack(pack, trusting());
    expect(pack.events).toHaveLength(57);
    expect(text).toContain('events: 57');
    expect(code).toBe(0);
    expect((await verifyPack(pack, [...trusting(), '--log', county.folder])).code).toBe(0);
  });

  it('is valid as it was after a person was erased: nothing of a person is in it', async () => {
    const token = 't_00112233445566778899aabbccddeeff';
    const sealed = sealPerson({ countyKey: await keyring.countyKey(COUNTY), token, data: { name: '王某' } });
    const put = (record: unknown) =>
      county.ports.store.commit([{ kind: 'put', role: 'other', item: { ...personKey(token), record } }]);
    await put({ countyCode: COUNTY, sealed });
    await put({ countyCode: COUNTY, sealed: erasePerson(sealed) });
    const again = await packOf(county);
    expect(again).toEqual(pack);
    expect((await verifyPack(again, trusting())).code).toBe(0);
  });

  it('is incomplete without a key of one’s own, and where an event was not sealed yet', async () => {
    expect((await verifyPack(pack, [])).code).toBe(2);
    const { index: _index, ...unsealed } = pack.events.at(-1) as ProofPack['events'][number];
    const open = await verifyPack(withEvents([...pack.events.slice(0, -1), { ...unsealed, proof: [] }]), trusting());
    expect(open.text).toContain('[incomplete] events[56]');
    expect(open.code).toBe(2);
  });
});

describe('Attacks on a case', () => {
  it('2 · an event edited in the table, and its chain made anew, fails at that event', async () => {
    const forged = forgedTable(county.ports.store, 9, (event) =>
      event.seq === 9 ? { ...event, data: { amountFen: 1 } } : event,
    );
    const { text, code } = await verifyPack(await packOf(county, caseIdOf(1), forged), trusting());
    expect(text).toContain(`[tampered] events[8] case:${caseIdOf(1)}#9`);
    expect(text).not.toContain('does not name the hash of the event before it');
    expect(code).toBe(1);
  });

  it.each<[string, (events: ProofPack['events']) => ProofPack['events'], string]>([
    ['4 · an event left out', (e) => e.toSpliced(9, 1), 'events[9]'],
    [
      '6 · an event put in',
      (e) => e.toSpliced(9, 0, { ...(e[9] as (typeof e)[number]), entry: e[9]?.entry.replace('60045', '60046') ?? '' }),
      'events[9]',
    ],
    ['7 · an event twice', (e) => e.toSpliced(9, 0, e[9] as (typeof e)[number]), 'events[10]'],
    [
      '8 · two events swapped',
      (e) => e.with(9, e[10] as (typeof e)[number]).with(10, e[9] as (typeof e)[number]),
      'events[9]',
    ],
    [
      '9 · an event of another case',
      (e) =>
        e.with(9, { ...(e[9] as (typeof e)[number]), entry: e[9]?.entry.replaceAll(caseIdOf(1), caseIdOf(2)) ?? '' }),
      'events[9]',
    ],
    ['an index of another event', (e) => e.with(9, { ...(e[9] as (typeof e)[number]), index: 46 }), 'events[9]'],
    [
      '18 · another order of keys',
      (e) =>
        e.with(9, {
          ...(e[9] as (typeof e)[number]),
          entry: JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(e[9]?.entry ?? '') as object).reverse())),
        }),
      'events[9]',
    ],
  ])('%s fails there', async (_name, change, place) => {
    const { text, code } = await verifyPack(withEvents(change(pack.events)), trusting());
    expect(text).toContain(`[tampered] ${place}`);
    expect(code).toBe(1);
  });

  it('5 · the last events left out are found by whoever has the log', async () => {
    const short = withEvents(pack.events.slice(0, -2));
    expect((await verifyPack(short, trusting())).code).toBe(0);
    const { text, code } = await verifyPack(short, [...trusting(), '--log', county.folder]);
    expect(text).toContain('is in the log and not in the pack');
    expect(code).toBe(1);
  });

  it('24 · any byte of any proof of one event changed by a bit is refused', async () => {
    const { entry, index = 0, proof } = pack.events[3] as ProofPack['events'][number];
    const hashes = proof.map((hash) => Buffer.from(hash, 'base64'));
    const size = county.events.length;
    const rootOf = (path: readonly Buffer[]) =>
      rootFromInclusion({ index, size }, leafHash(Buffer.from(entry)), path)?.toString('base64');
    const right = rootOf(hashes);
    expect(pack.checkpoint).toContain(`\n${right}\n`);
    const passed = Array.from({ length: hashes.length * 256 }, (_, bit) => {
      const bent = hashes.map((hash, i) =>
        i === bit >> 8 ? hash.map((byte, b) => (b === (bit & 255) >> 3 ? byte ^ (1 << (bit & 7)) : byte)) : hash,
      );
      return rootOf(bent.map((hash) => Buffer.from(hash))) === right;
    });
    expect(passed).toHaveLength(9 * 256);
    expect(passed.filter(Boolean)).toEqual([]);
  });
});
