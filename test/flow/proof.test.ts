import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventPartition } from '../../functions/core/list-keys.ts';
import { personKey } from '../../functions/shell/keys.ts';
import { erasePerson, type SealedPerson, sealPerson } from '../../functions/shell/personal-data.ts';
import { docketIdOf } from '../../functions/supervision/open-docket.ts';
import { expectOk } from '../../infra/local/api-client.ts';
import type { CheckpointList, Disclosures, ProofPack } from '../../schemas/ledger.ts';
import type { LedgerFiles } from '../../schemas/ledger-files.ts';
import { run } from '../../verify/main.ts';
import { acceptedCase } from './open-case.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

let dir: string;
let host: WholeHost;
let caseId: string;
let files: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-proof-'));
  host = await startWholeHost({ startOn: '2026-08-03', dir, follows: false });
  files = join(dir, 'objects');
  const attachmentId = await host.upload('any material');
  caseId = await acceptedCase({ clerk: await host.as('TC', 't1-tc'), series: 1, attachmentId });
  await acceptedCase({ clerk: await host.as('TC', 't1-tc'), series: 2, attachmentId });
  await host.at('2026-08-05');
});
afterAll(async () => {
  await host.stop();
  await rm(dir, { recursive: true, force: true });
});

const packOf = async (role: string, person: string): Promise<ProofPack> => {
  const reader = await host.as(role, person);
  return (await expectOk(reader(`GET /v1/cases/${caseId}/proof`), 'proof')).body as ProofPack;
};
const checkpoints = async (): Promise<CheckpointList> =>
  (await (await fetch(`${host.url}/v1/checkpoints?county=649900`)).json()) as CheckpointList;

describe('A county whose days the docket seals', () => {
  it('closes each day with table, ledger and lake in agreement, and with where the log stood', async () => {
    const { items } = await host.ports.store.partition(
      eventPartition('docket', docketIdOf({ countyCode: '649900', on: '2026-08-04' })),
    );
    const closed = items.map(({ record }) => record as { type: string; data: Record<string, unknown> }).at(-1);
    expect(closed?.type).toBe('docket-closed');
    expect(closed?.data).toMatchObject({ gaps: { ledger: 0, lake: 0 }, ledger: { root: expect.any(String) } });
    expect(closed?.data['eventsInTable']).toBe(closed?.data['eventsInLake']);
  });

  it('shows its checkpoints to anybody, the newest first, with a line for the public board', async () => {
    const { checkpoints: seals } = await checkpoints();
    expect(seals.length).toBeGreaterThan(1);
    expect(seals.map(({ size }) => size)).toEqual(seals.map(({ size }) => size).sort((a, b) => b - a));
    expect(seals[0]?.board).toContain(`共${seals[0]?.size}项`);
    expect(seals[0]?.note).toContain(seals[0]?.root);
  });

  it('proves a case to whoever has the key, and the whole log and lake from the files alone', async () => {
    const pack = await packOf('CC', 'cc-1');
    const file = join(dir, 'pack.json');
    await writeFile(file, JSON.stringify(pack));
    const key = ['--key', pack.verifierKey];
    const ledger = join(files, 'ledger/649900');
    expect(pack.events.map(({ entry }) => (JSON.parse(entry) as { type: string }).type)).toEqual([
      'application-submitted',
      'application-accepted',
    ]);
    expect(await run(['case', file, ...key, '--log', ledger])).toMatchObject({ code: 0 });
    // No sealing is under way while the files are read.
    await host.sealing.run();
    const lake = await run(['lake', ledger, join(files, 'lake'), ...key]);
    // What was recorded since the last sealing stands in the lake and waits for the next one.
    expect(lake.text).not.toContain('[tampered]');
    expect(lake.text).not.toContain('has no row in the lake');
  });

  it('is mirrored over HTTP by who supervises the county, page by page, and the mirror is checked alone', async () => {
    const officer = await host.as('CC', 'cc-1');
    const mirror = join(dir, 'mirror');
    const fetched: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = (
        await expectOk(
          officer(`GET /v1/ledgers/649900/files?limit=5${after ? `&after=${encodeURIComponent(after)}` : ''}`),
          'mirror',
        )
      ).body as LedgerFiles;
      for (const { path, url } of page.files) {
        const file = join(mirror, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, new Uint8Array(await (await fetch(url)).arrayBuffer()));
        fetched.push(path);
      }
      after = page.next;
      if (after === undefined) break;
    }
    expect(fetched).toEqual([...new Set(fetched)].sort());
    expect(fetched.length).toBeGreaterThan(5);
    const { verifierKey } = await packOf('CC', 'cc-1');
    expect(await run(['inclusion', mirror, '--key', verifierKey])).toMatchObject({ code: 0 });
  });

  it('shows the files of a log to nobody below or beside the county', async () => {
    const asked = async (role: string, person: string, county: string) =>
      (await (await host.as(role, person))(`GET /v1/ledgers/${county}/files`)).body.code;
    expect(await asked('TC', 't1-tc', '649900')).toBe('post-not-permitted');
    expect(await asked('CC', 'cc-1', '640104')).toBe('division-not-yours');
    expect(await asked('PROV', 'prov-1', '%00')).toBe('division-not-yours');
    expect((await fetch(`${host.url}/v1/ledgers/649900/files`)).status).toBe(401);
  });

  it('has nothing of a person in log and pack: names, numbers and phones are not there', async () => {
    const pack = JSON.stringify(await packOf('CITY', 'city-1'));
    expect(pack).not.toMatch(/(?<![0-9A-Za-z])(6499\d{14}|6499\d{13}X|1[3-9]\d{9})(?![0-9A-Za-z])/);
    expect(pack).not.toMatch(/马|王某/);
  });

  it('commits to each person: what was disclosed is checked, and a name changed in the table since is found', async () => {
    const county = await host.as('CC', 'cc-1');
    const asked = () => county(`GET /v1/cases/${caseId}/disclosures`, { purpose: '核对存证' });
    const { persons, ...rest } = (await expectOk(asked(), 'disclosures')).body as Disclosures;
    const pack = await packOf('CC', 'cc-1');
    const [packFile, personsFile] = [join(dir, 'committed.json'), join(dir, 'persons.json')];
    await writeFile(packFile, JSON.stringify(pack));
    const verified = async (some: Disclosures['persons']) => {
      await writeFile(personsFile, JSON.stringify({ ...rest, persons: some }));
      return run(['case', packFile, '--key', pack.verifierKey, '--persons', personsFile]);
    };
    expect(persons.length).toBeGreaterThan(0);
    expect(await verified(persons)).toMatchObject({ code: 0 });
    for (const [i, person] of persons.entries()) {
      const changed = await verified(persons.with(i, { ...person, data: { ...person.data, name: '张某' } }));
      expect(changed.text).toContain(`[tampered] persons[${i}] ${person.token}`);
      expect(changed.code).toBe(1);
    }
    const elsewhere = await verified(persons.map((person) => ({ ...person, by: 'case:649900101-DB-2026-999999#1' })));
    expect(elsewhere.text).toContain('the event that commits to it is not there');
    expect(elsewhere.code).toBe(2);
  });

  it('finds a record changed in the table, and stays valid once the person is erased', async () => {
    const county = await host.as('CC', 'cc-1');
    const disclosures = async (): Promise<Disclosures> =>
      (await expectOk(county(`GET /v1/cases/${caseId}/disclosures`, { purpose: '核对存证' }), 'disclosures'))
        .body as Disclosures;
    const pack = await packOf('CC', 'cc-1');
    const [packFile, personsFile] = [join(dir, 'stored.json'), join(dir, 'stored-persons.json')];
    await writeFile(packFile, JSON.stringify(pack));
    const verified = async () => {
      await writeFile(personsFile, JSON.stringify(await disclosures()));
      return run(['case', packFile, '--key', pack.verifierKey, '--persons', personsFile]);
    };
    const { persons } = await disclosures();
    const [{ token, data, salt }] = persons as [Disclosures['persons'][number]];
    const { store, keyring } = host.ports;
    const [item] = await store.load([personKey(token)]);
    const countyKey = await keyring.countyKey('649900');
    const put = (sealed: SealedPerson) => {
      const record = { ...(item?.record as object), sealed };
      return store.commit([{ kind: 'put', role: 'other', item: { ...personKey(token), version: 1, record } }]);
    };
    const changed = sealPerson({ countyKey, token, data: { ...data, idNumber: '649900199001010016' }, salt });
    await put(changed);
    const found = await verified();
    expect(found.text).toContain(`[tampered] persons[0] ${token}`);
    expect(found.code).toBe(1);
    await put(erasePerson(changed));
    expect((await disclosures()).persons).toHaveLength(persons.length - 1);
    expect(await verified()).toMatchObject({ code: 0 });
    expect((await packOf('CC', 'cc-1')).events).toEqual(pack.events);
  });

  it('discloses to the county with a purpose, and to nobody else', async () => {
    const county = await host.as('CC', 'cc-1');
    expect(codeOf(await county(`GET /v1/cases/${caseId}/disclosures`))).toBe('purpose-missing');
    const clerk = await host.as('TC', 't1-tc');
    expect(codeOf(await clerk(`GET /v1/cases/${caseId}/disclosures`, { purpose: '核对' }))).toBe('post-not-permitted');
  });

  it('gives proofs to the county, city and region only', async () => {
    const clerk = await host.as('TC', 't1-tc');
    expect(codeOf(await clerk(`GET /v1/cases/${caseId}/proof`))).toBe('post-not-permitted');
    const county = await host.as('CC', 'cc-1');
    expect(codeOf(await county('GET /v1/cases/649900101-DB-2026-999999/proof'))).toBe('case-not-found');
  });
});
