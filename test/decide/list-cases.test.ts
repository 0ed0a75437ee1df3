import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { listCases } from '../../functions/supervision/list-cases.ts';
import { searchCases } from '../../functions/supervision/search-cases.ts';
import type { Actor } from '../../schemas/actor.ts';
import { application, familyOfThree, residentId } from '../applications.ts';
import { actor, demonstrationWorld, noon, play, type World } from '../world.ts';

const day = noon('2026-08-03');
const clerk = actor('TC', 't1-tc');
const neighbour = actor('TC', 't2-tc');
const county = actor('CC', 'cc-1');
const otherCounty = actor('CC', 'cc-9', '640104');

const submit = (world: World, series: number, as: Actor = clerk, more: object = {}): string =>
  play(world, submitApplication, {
    actor: as,
    now: day,
    input: application(world, familyOfThree(series), { ...more }),
  }).reply.caseId;
const inSecondTownship = { townshipCode: '649900102', villageCode: '649900102201' };

describe('supervision.list-cases', () => {
  const world = demonstrationWorld();
  const own = [1, 2, 3, 4, 5].map((series) => submit(world, series));
  const next = submit(world, 6, neighbour, inSecondTownship);
  play(world, acceptApplication, { actor: clerk, now: day, params: { caseId: own[2] ?? '' } });
  const list = (as: Actor, input: object = {}) => play(world, listCases, { actor: as, now: day, input });
  const ids = (as: Actor, input: object = {}): string[] =>
    list(as, input).reply.cases.map(({ caseId }: { caseId: string }) => caseId);

  it('shows a township its own cases and a county all of them', () => {
    expect(ids(clerk)).toEqual(own);
    expect(ids(neighbour)).toEqual([next]);
    expect(ids(county)).toEqual([...own, next]);
    expect(ids(county, { township: '649900102' })).toEqual([next]);
    expect(ids(actor('CITY', 'city-1'), { county: '649900' })).toEqual([...own, next]);
  });

  it('refuses another division, and asks those above the counties for one', () => {
    expect(list(clerk, { township: '649900102' }).code).toBe('division-not-yours');
    expect(list(clerk, { county: '640104' }).code).toBe('division-not-yours');
    expect(list(county, { township: '640104001' }).code).toBe('division-not-yours');
    expect(list(otherCounty, { county: '649900' }).code).toBe('division-not-yours');
    expect(list(actor('CITY', 'city-2', '640100'), { county: '649900' }).code).toBe('division-not-yours');
    expect(list(actor('PROV', 'prov-1', '640000')).code).toBe('input-invalid');
    expect(ids(otherCounty)).toEqual([]);
  });

  it('gives a worklist by status, and refuses unknown statuses and filters', () => {
    expect(ids(clerk, { status: 'accepted' })).toEqual([own[2]]);
    expect(ids(county, { status: 'submitted' })).toEqual([...own.filter((id) => id !== own[2]), next]);
    expect(list(clerk, { status: 'lost' }).code).toBe('input-invalid');
    expect(list(clerk, { name: '测试' }).code).toBe('unknown-field');
    expect(list(clerk, { limit: '0' }).code).toBe('input-invalid');
  });

  it('pages through everything once', () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { reply } = list(county, { limit: '2', ...(cursor ? { cursor } : {}) });
      seen.push(...reply.cases.map(({ caseId }: { caseId: string }) => caseId));
      cursor = reply.next;
    } while (cursor);
    expect(seen).toEqual([...own, next]);
  });
});

describe('supervision.search-cases', () => {
  const [first] = familyOfThree(0);
  const idNumber = residentId(first?.birth ?? '', first?.sequence ?? 0);

  it('finds the open case of a person in the caller’s division, and answers another’s like none', () => {
    const world = demonstrationWorld();
    const caseId = submit(world, 0);
    const search = (as: Actor, number = idNumber) =>
      play(world, searchCases, { actor: as, now: day, input: { idNumber: number } }).reply;
    expect(search(clerk)).toEqual({ cases: [{ caseId, program: 'DB_URBAN' }] });
    expect(search(county).cases).toHaveLength(1);
    for (const as of [neighbour, otherCounty]) expect(search(as)).toEqual(search(clerk, residentId('19400101', 1)));
  });

  it('takes a number only with its right check character', () => {
    const world = demonstrationWorld();
    const wrong = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
    expect(play(world, searchCases, { actor: clerk, now: day, input: { idNumber: wrong } }).code).toBe(
      'resident-id-invalid',
    );
  });
});
