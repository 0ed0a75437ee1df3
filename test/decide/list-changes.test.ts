import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { listCases } from '../../functions/supervision/list-cases.ts';
import { listChanges } from '../../functions/supervision/list-changes.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { Change } from '../../schemas/change.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, demonstrationWorld, noon, play, type World } from '../world.ts';

const day = noon('2026-08-03');
const clerk = actor('TC', 't1-tc');
const county = actor('CC', 'cc-1');
const applicant: Actor = { ...actor('AP', 'resident-1', ''), act: 'resident-1' };

const submit = (world: World, series: number, as: Actor, more: object = {}): string =>
  play(world, submitApplication, { actor: as, now: day, input: application(world, familyOfThree(series), { ...more }) })
    .reply.caseId;
const changes = (world: World, as: Actor, input: object = {}) =>
  play(world, listChanges, { actor: as, now: day, input });

/** Follows the feed to its end, as a caller does; starts where it left off. */
function follow(world: World, as: Actor, kept: Map<string, Change>, after?: string): string {
  let next = after;
  for (;;) {
    const page = changes(world, as, { county: '649900', limit: '2', ...(next ? { after: next } : {}) }).reply;
    for (const change of page.changes as Change[])
      if (change.version > (kept.get(change.caseId)?.version ?? 0)) kept.set(change.caseId, change);
    if (page.next === next) return page.next;
    next = page.next;
  }
}

function cases(): { readonly world: World; readonly ids: readonly string[] } {
  const world = demonstrationWorld();
  const ids = [
    submit(world, 1, clerk),
    submit(world, 2, applicant),
    submit(world, 3, actor('TC', 't2-tc'), { townshipCode: '649900102', villageCode: '649900102201' }),
  ];
  play(world, acceptApplication, { actor: clerk, now: day, params: { caseId: ids[0] ?? '' } });
  return { world, ids };
}

describe('supervision.list-changes', () => {
  it('leads to the same views as the list of cases, also after a break and a page read twice', () => {
    const { world, ids } = cases();
    const kept = new Map<string, Change>();
    const reached = follow(world, county, kept);
    play(world, acceptApplication, { actor: clerk, now: day, params: { caseId: ids[1] ?? '' } });
    follow(world, county, kept, reached);
    follow(world, county, kept);
    const list = play(world, listCases, { actor: county, now: day }).reply.cases;
    expect([...kept.values()].map(({ view }) => view).sort((a, b) => (a.caseId < b.caseId ? -1 : 1))).toEqual(list);
  });

  it('answers an empty page with the cursor it was given', () => {
    const { world } = cases();
    const { next } = changes(world, county).reply;
    expect(changes(world, county, { after: next }).reply).toEqual({ changes: [], next });
    expect(changes(demonstrationWorld(), county).reply).toEqual({ changes: [], next: '649900-0' });
  });

  it('shows a township its own cases, and applicants nobody’s but theirs', () => {
    const { world, ids } = cases();
    const seen = (as: Actor): string[] => {
      const kept = new Map<string, Change>();
      follow(world, as, kept);
      return [...kept.keys()];
    };
    expect(seen(clerk)).toEqual([ids[0], ids[1]]);
    expect(seen(applicant)).toEqual([ids[1]]);
    expect(seen({ ...applicant, act: 'resident-2' })).toEqual([]);
    expect(seen({ ...applicant, clientId: 'other-portal' })).toEqual([]);
    expect(changes(world, actor('CC', 'cc-9', '640104'), { county: '649900' }).code).toBe('division-not-yours');
    expect(changes(world, applicant).code).toBe('input-invalid');
  });

  it('refuses a cursor it never gave out', () => {
    const { world } = cases();
    for (const after of ['12', '640104-1', '649900-01', '649900--1', '649900-1x'])
      expect(changes(world, county, { after }).code).toBe('cursor-invalid');
  });
});
