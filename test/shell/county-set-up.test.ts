import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KinIndex } from '../../functions/core/county-fold.ts';
import type { Event } from '../../functions/core/event.ts';
import type { Step } from '../../functions/core/step.ts';
import { eventPartition, partitionOf, personKey } from '../../functions/shell/keys.ts';
import { erasePerson, personTokenOf, type SealedPerson } from '../../functions/shell/personal-data.ts';
import { openNames } from '../../functions/shell/reveal.ts';
import { runStep } from '../../functions/shell/run-step.ts';
import { acknowledgeAlert } from '../../functions/supervision/acknowledge-alert.ts';
import { grantDelegation } from '../../functions/supervision/grant-delegation.ts';
import { listDelegations } from '../../functions/supervision/list-delegations.ts';
import { listStaff } from '../../functions/supervision/list-staff.ts';
import { registerStaff } from '../../functions/supervision/register-staff.ts';
import { revokeDelegation } from '../../functions/supervision/revoke-delegation.ts';
import { searchCases } from '../../functions/supervision/search-cases.ts';
import { residentId } from '../applications.ts';
import { example } from '../county-set-up.ts';
import { actor } from '../world.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

let shell: TestShell;
const officer = actor('CC', 'cc-1');
const person = (n: number) => residentId('19900101', n);

beforeAll(async () => {
  shell = await startTestShell();
});
afterAll(() => shell.engine.stop());

const register = (personId: string, sequence: number, more: { orgCode: string; relatives: readonly number[] }) =>
  shell.run(registerStaff, officer, {
    body: {
      personId,
      name: '演示员工',
      idNumber: person(sequence),
      posts: [{ post: 'TC', orgCode: more.orgCode }],
      relatives: more.relatives.map((n) => ({ idNumber: person(n), relation: 'sibling' })),
      activeFrom: '2026-01-01',
    },
  });

/** Staff found through the stored index of an organisation. */
async function staffNear(orgCode: string): Promise<readonly string[]> {
  const [item] = await shell.ports.store.load([{ pk: partitionOf('county', '649900'), sk: `KIN#${orgCode}` }]);
  const index = (item?.record ?? {}) as KinIndex;
  return Object.values(index)
    .flatMap((near) => near.map(({ staff }) => staff))
    .sort();
}

/** A request with a query and a purpose of its own. */
async function ask(step: Step, of: { query?: Record<string, string>; body?: unknown; purpose?: string }) {
  const response = await runStep(
    step,
    {
      method: step.route.startsWith('GET') ? 'GET' : 'POST',
      path: '/v1',
      params: {},
      query: of.query ?? {},
      headers: {
        'idempotency-key': `ask-${Math.random()}`,
        ...(of.purpose ? { 'sunlight-purpose': encodeURIComponent(of.purpose) } : {}),
      },
      body: JSON.stringify(of.body ?? {}),
      requestId: 'ask',
      claims: { client_id: 'test-portal', sub: 'cc-1', personId: 'cc-1', posts: [{ role: 'CC', orgCode: '649900' }] },
    },
    shell.ports,
  );
  // biome-ignore lint/suspicious/noExplicitAny: replies are read by field
  return { status: response.status, body: JSON.parse(response.body) as any };
}

describe('staff on the real store', () => {
  it('who move leave the index of the old township, where the others stay', async () => {
    await register('mover', 1, { orgCode: '649900102', relatives: [11] });
    await register('stayer', 2, { orgCode: '649900102', relatives: [11, 12] });
    const before = await staffNear('649900102');
    expect(before).toEqual(expect.arrayContaining(['mover', 'stayer']));
    const moved = await register('mover', 1, { orgCode: '649900001', relatives: [13] });
    expect(moved.status).toBe(200);
    expect(await staffNear('649900102')).toEqual(before.filter((id) => id !== 'mover'));
    expect(await staffNear('649900001')).toEqual(expect.arrayContaining(['mover']));
  });

  it('are listed page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await ask(listStaff as Step, { query: { limit: '7', ...(cursor ? { cursor } : {}) } });
      seen.push(...body.staff.map(({ personId }: { personId: string }) => personId));
      cursor = body.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(
      expect.arrayContaining([
        'mover',
        'stayer',
        ...example('staff').map(({ personId }: { personId: string }) => personId),
      ]),
    );
    expect((await ask(listStaff as Step, { query: { cursor: 'made-up' } })).body.code).toBe('cursor-invalid');
  });
});

describe('names', () => {
  it('are opened by token, and a person who was erased is left out of the paper instead of failing it', async () => {
    await register('erased', 3, { orgCode: '649900101', relatives: [] });
    const token = await personTokenOf(shell.ports.keyring, person(3));
    expect(await openNames(shell.ports, [token])).toMatchObject({ [token]: { name: '演示员工' } });
    const [item] = await shell.ports.store.load([personKey(token)]);
    const { countyCode, sealed } = (item?.record ?? {}) as { countyCode: string; sealed: SealedPerson };
    const record = { countyCode, sealed: erasePerson(sealed) };
    await shell.ports.store.commit([{ kind: 'put', role: 'other', item: { ...personKey(token), record } }]);
    expect(await openNames(shell.ports, [token])).toEqual({});
  });
});

describe('delegations on the real store', () => {
  it('are loaded for every township named: an overlap in the second one refuses the grant', async () => {
    const [urban] = example('delegations');
    const ids = ['649900101', '649900102'].map((code) => `DB_URBAN-${code}-2026-01-01`);
    const revoke = (delegationId = '') =>
      shell.run(revokeDelegation, officer, { params: { delegationId }, body: { reason: '演示' } });
    const grant = () =>
      shell.run(grantDelegation, officer, {
        body: { ...urban, townships: ['649900101', '649900102'], from: '2026-08-03' },
      });
    expect((await revoke(ids[0])).status).toBe(200);
    expect((await grant()).body).toMatchObject({ code: 'delegation-overlaps', delegationId: ids[1] });
    expect((await revoke(ids[1])).status).toBe(200);
    expect((await grant()).status).toBe(201);
    const { body } = await ask(listDelegations as Step, {});
    const first = body.delegations.find(
      (one: { program: string; townshipCode: string }) =>
        one.program === 'DB_URBAN' && one.townshipCode === '649900102',
    );
    expect(first).toMatchObject({ from: '2026-08-03', inForce: true });
  });
});

describe('a search by identity number', () => {
  it('needs a purpose and is kept in the access log, also when it finds nothing', async () => {
    const body = { idNumber: person(50) };
    expect((await ask(searchCases as Step, { body })).body.code).toBe('purpose-missing');
    const found = await ask(searchCases as Step, { body, purpose: '核实重复申请' });
    expect(found).toEqual({ status: 200, body: { cases: [] } });
    const { items } = await shell.ports.store.partition(eventPartition('access', '649900'));
    const entries = items.map(({ record }) => record as Event);
    expect(entries.at(-1)?.data).toMatchObject({ act: 'search-cases', purpose: '核实重复申请', person: 'cc-1' });
    expect(JSON.stringify(entries)).not.toContain(person(50));
  });
});

describe('an alert nobody raised', () => {
  it('is not found', async () => {
    const refused = await shell.run(acknowledgeAlert, officer, { params: { alertId: 'none' } });
    expect(refused.body.code).toBe('alert-not-found');
  });
});
