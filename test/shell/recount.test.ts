import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../functions/core/case-fold.ts';
import { fold } from '../../functions/core/fold.ts';
import type { RecountHead } from '../../functions/core/recount-fold.ts';
import { raiseAlertsTask } from '../../functions/shell/docket.ts';
import { dueIn, headKey } from '../../functions/shell/keys.ts';
import { loadFacts } from '../../functions/shell/load-facts.ts';
import type { Ports } from '../../functions/shell/ports.ts';
import { recountTask } from '../../functions/shell/recount.ts';
import { listRecountedTerms } from '../../functions/supervision/list-recounted-terms.ts';
import { listRecounts } from '../../functions/supervision/list-recounts.ts';
import { loadCalendar } from '../../functions/supervision/load-calendar.ts';
import { readRecount } from '../../functions/supervision/read-recount.ts';
import { familyOfThree } from '../applications.ts';
import { walkTo } from '../decide/walk-through.ts';
import { caseFaults, storedEvents } from '../flow/stored-case.ts';
import { actor, demonstrationWorld } from '../world.ts';
import { layDown } from './laid-down.ts';
import { startTestShell, type TestShell } from './ports-for-tests.ts';

const officer = actor('CC', 'cc-1');
const CASES = 12;
/** Invented for tests; two days off more than the weekend and New Year, and a working Saturday. */
const invented2027 = {
  year: 2027,
  notice: { title: '演示数据·非真实放假安排' },
  daysOff: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-01-05'].map((on) => ({ on, name: '元旦' })),
  makeUpDays: [{ on: '2027-01-09', name: '元旦' }],
};

let shell: TestShell;
const caseIds: string[] = [];
let recountId = '';

/** Accepted cases, laid into the store with their events as their acts leave them. */
async function openCases(): Promise<void> {
  const world = demonstrationWorld();
  for (let series = 0; series < CASES; series += 1) {
    const walk = walkTo('accept-application', {
      world,
      persons: familyOfThree(series),
      days: { 'submit-application': '2026-12-10', 'accept-application': '2026-12-10' },
    });
    caseIds.push(walk.caseId);
  }
  for (const id of caseIds) await layDown(shell.ports.store, world, id);
}

const caseNow = async (id: string): Promise<CaseState> => {
  const { facts } = await loadFacts(shell.ports, { case: id }, { now: shell.ports.clock.now(), extra: [] });
  return facts.case as CaseState;
};
const recountEvents = async (id: string) =>
  (await storedEvents(shell.ports.store, 'case', id)).filter(({ type }) => type === 'terms-recounted');

/** Ports whose host dies after some commits: what was written stays, nothing more is. */
function dyingAfter(commits: number): Ports {
  let left = commits;
  const store = new Proxy(shell.ports.store, {
    get: (target, name) =>
      name === 'commit'
        ? (...args: Parameters<typeof target.commit>) => {
            left -= 1;
            if (left < 0) throw new Error('the host is dead');
            return target.commit(...args);
          }
        : Reflect.get(target, name).bind(target),
  });
  return { ...shell.ports, store };
}

beforeAll(async () => {
  shell = await startTestShell();
  await shell.ports.clock.moveTo('2026-12-15T02:00:00.000Z');
  await openCases();
}, 120_000);
afterAll(() => shell.engine.stop());

describe('a holiday notice published while cases are open', () => {
  it('opens a recount beside the change of the calendar, in one transaction', async () => {
    const loaded = await shell.run(loadCalendar, officer, { body: invented2027, key: 'load-2027' });
    expect(loaded.body).toMatchObject({ year: 2027, calendar: 'CN-2026+CN-2027', recountId: '649900-recount-2027-1' });
    ({ recountId } = loaded.body);
    const view = await shell.run(readRecount, officer, { params: { recountId } });
    expect(view.body).toMatchObject({ calendar: 'CN-2026+CN-2027', subjects: 0, moved: 0 });
    expect(view.body.finishedAt).toBeUndefined();
    expect((await caseNow(caseIds[0] ?? '')).head).toMatchObject({ dueOn: '2027-01-08', provisional: true });
  });

  it('goes on where it was killed, and counts no case twice', async () => {
    let deaths = 0;
    for (const commits of [4, 2, 5]) {
      await recountTask(dyingAfter(commits), { countyCode: '649900' }).catch(() => {
        deaths += 1;
      });
    }
    expect(deaths).toBe(3);
    await recountTask(shell.ports, { countyCode: '649900' });
    for (const id of caseIds) {
      expect((await recountEvents(id)).length).toBe(1);
      expect(await caseFaults(shell.ports.store, id)).toEqual([]);
    }
    const { body } = await shell.run(readRecount, officer, { params: { recountId } });
    expect(body.finishedAt).toBeDefined();
    expect(body.kept).toBe(0);
    const listed = await shell.run(listRecounts, officer);
    expect(listed.body.recounts).toEqual([body]);
  }, 120_000);

  it('moves terms and the dates on the case, and lists old and new days once for every case', async () => {
    const state = await caseNow(caseIds[0] ?? '');
    expect(state.head).toMatchObject({ dueOn: '2027-01-11', provisional: false });
    expect(state.parts.terms.find(({ term }) => term === 'decision')).toMatchObject({ dueOn: '2027-01-11' });
    const events = await storedEvents(shell.ports.store, 'case', caseIds[0] ?? '');
    expect(fold(undefined, events[0] as never)).toBeDefined();
    const { body } = await shell.run(listRecountedTerms, officer, { params: { recountId } });
    const moved = body.moved as { subjectId: string; moves: { term: string; oldOn: string; newOn: string }[] }[];
    expect(moved.map(({ subjectId }) => subjectId).sort()).toEqual([...caseIds].sort());
    for (const { moves } of moved)
      expect(moves).toContainEqual({ term: 'decision', oldOn: '2027-01-08', newOn: '2027-01-11', provisional: false });
    const head = (await shell.ports.store.load([headKey('recount', recountId)]))[0]?.record as { head: RecountHead };
    expect(head.head.moved).toBe(moved.flatMap(({ moves }) => moves).length);
  });

  it('lets the alerts follow the new days', async () => {
    await shell.ports.clock.moveTo('2027-01-08T02:00:00.000Z');
    await raiseAlertsTask(shell.ports, { countyCode: '649900', on: '2027-01-08' });
    const due = await shell.ports.store.index('d', dueIn('649900'), { limit: 1_000 });
    const decisions = due.items.filter(({ sk }) => sk.startsWith('TERM#decision'));
    expect(decisions).toHaveLength(CASES);
    for (const { record } of decisions) expect(record).toMatchObject({ term: { dueOn: '2027-01-11' } });
  });

  it('is over: running it again does nothing, and a correction with the same days moves nothing', async () => {
    expect(await recountTask(shell.ports, { countyCode: '649900' })).toBe(0);
    const again = await shell.run(loadCalendar, officer, {
      body: { ...invented2027, revision: 2 },
      key: 'load-2027-2',
    });
    expect(again.body.recountId).toBe('649900-recount-2027-2');
    expect(await recountTask(shell.ports, { countyCode: '649900' })).toBeGreaterThan(0);
    for (const id of caseIds.slice(0, 5)) expect((await recountEvents(id)).length).toBe(1);
  });

  it('is for the eyes of its own county', async () => {
    const stranger = actor('CC', 'x-cc', '640104');
    expect((await shell.run(readRecount, stranger, { params: { recountId } })).body.code).toBe('recount-not-found');
    expect((await shell.run(listRecountedTerms, stranger, { params: { recountId } })).body.code).toBe(
      'recount-not-found',
    );
    expect((await shell.run(readRecount, officer, { params: { recountId: 'none' } })).body.code).toBe(
      'recount-not-found',
    );
  });
});
