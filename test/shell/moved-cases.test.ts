import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../functions/core/case-fold.ts';
import { loadFacts } from '../../functions/shell/load-facts.ts';
import { moveCasesTask } from '../../functions/shell/moved-cases.ts';
import { revokeDelegation } from '../../functions/supervision/revoke-delegation.ts';
import { familyOfThree } from '../applications.ts';
import { walkTo } from '../decide/walk-through.ts';
import { caseFaults, storedEvents } from '../flow/stored-case.ts';
import { actor, demonstrationWorld } from '../world.ts';
import { layDown } from './laid-down.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

const officer = actor('CC', 'cc-1');
const task = { countyCode: '649900', on: '2026-08-06' };
let shell: TestShell;
let [open, decided] = ['', ''];

const caseNow = async (id: string): Promise<CaseState> => {
  const { facts } = await loadFacts(shell.ports, { case: id }, { now: shell.ports.clock.now(), extra: [] });
  return facts.case as CaseState;
};
const told = async (): Promise<{ id: string; recipients: string[]; text: string }[]> => {
  const text = await readFile(join(shell.engine.dir, 'notifications.ndjson'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ id }) => id.startsWith('move-'));
};

beforeAll(async () => {
  shell = await startTestShell();
  const world = demonstrationWorld();
  open = walkTo('accept-application', { world }).caseId;
  decided = walkTo('decide-case', { world, persons: familyOfThree(1) }).caseId;
  for (const id of [open, decided]) await layDown(shell.ports.store, world, id);
}, 120_000);
afterAll(() => shell.engine.stop());

describe('a delegation taken back while cases are open (K1, B11)', () => {
  it('moves nothing while it is in force', async () => {
    expect(await moveCasesTask(shell.ports, { ...task, on: '2026-08-05' })).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('moves the open case to the county the next time a docket opens, its terms as they were, and tells both', async () => {
    const before = await caseNow(open);
    await shell.ports.clock.moveTo('2026-08-06T01:00:00.000Z');
    const params = { delegationId: 'DB_URBAN-649900101-2026-01-01' };
    const revoked = await shell.run(revokeDelegation, officer, { params, body: { reason: '演示：连续超时限' } });
    expect(revoked.status).toBe(200);
    expect(await moveCasesTask(shell.ports, task)).toBe(1);
    const after = await caseNow(open);
    const decision = (state: CaseState) => state.parts.terms.find(({ term }) => term === 'decision');
    expect(after.head).toMatchObject({ mode: 'standard', status: 'accepted', dueOn: before.head.dueOn });
    expect(after.head.delegationId).toBeUndefined();
    expect(decision(after)).toMatchObject({
      dueOn: decision(before)?.dueOn,
      holderOrg: '649900',
      holderPost: 'CC',
      countyHeld: true,
    });
    const [message] = await told();
    expect(message?.recipients).toEqual(expect.arrayContaining(['t1-td', 'cc-1']));
    expect(message?.text).toContain(`案件${open}由县级民政部门作出决定`);
  });

  it('leaves decided cases where they were decided', async () => {
    expect((await caseNow(decided)).head.mode).toBe('delegated');
  });

  it('finds nothing more to move, and what is stored is the fold of the events', async () => {
    expect(await moveCasesTask(shell.ports, task)).toBe(0);
    expect(await told()).toHaveLength(1);
    const events = await storedEvents(shell.ports.store, 'case', open);
    expect(events.at(-1)).toMatchObject({ type: 'case-received', actor: { post: 'CLOCK' } });
    expect(await caseFaults(shell.ports.store, open)).toEqual([]);
  });
});
