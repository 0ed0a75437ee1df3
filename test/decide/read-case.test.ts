import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { listCaseEvents } from '../../functions/supervision/list-case-events.ts';
import { listCaseTerms } from '../../functions/supervision/list-case-terms.ts';
import { listPapers } from '../../functions/supervision/list-papers.ts';
import { readCase } from '../../functions/supervision/read-case.ts';
import { readPaper } from '../../functions/supervision/read-paper.ts';
import type { Actor } from '../../schemas/actor.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, caseIn, demonstrationWorld, noon, play, type World } from '../world.ts';

const day = noon('2026-08-03');
const clerk = actor('TC', 't1-tc');
const neighbour = actor('TC', 't2-tc');
const county = actor('CC', 'cc-1');
const otherCounty = actor('CC', 'cc-9', '640104');
const applicant: Actor = { ...actor('AP', 'resident-1', ''), act: 'resident-1' };
const stranger: Actor = { ...applicant, personId: 'resident-2', act: 'resident-2' };
const otherClient: Actor = { ...applicant, clientId: 'other-portal' };

const submit = (world: World, series: number, as: Actor = clerk, more: object = {}): string =>
  play(world, submitApplication, {
    actor: as,
    now: day,
    input: application(world, familyOfThree(series), { ...more }),
  }).reply.caseId;

/** A case submitted by its applicant over the portal and accepted by the clerk. */
function accepted(): { readonly world: World; readonly caseId: string } {
  const world = demonstrationWorld();
  const caseId = submit(world, 0, applicant);
  play(world, acceptApplication, { actor: clerk, now: day, params: { caseId } });
  return { world, caseId };
}

describe('reading one case', () => {
  it('is for its township, its county, those above, and its own applicant; for others it does not exist', () => {
    const { world, caseId } = accepted();
    const read = (as: Actor) => play(world, readCase, { actor: as, now: day, params: { caseId } });
    for (const as of [clerk, county, actor('CITY', 'city-1'), actor('PROV', 'prov-1', '640000'), applicant])
      expect(read(as).reply).toMatchObject({ caseId, status: 'accepted', version: 2 });
    for (const as of [neighbour, otherCounty, stranger, otherClient, actor('CITY', 'city-2', '640100')])
      expect(read(as).code).toBe('case-not-found');
    expect(read(actor('VC', 't1-vc')).code).toBe('post-not-permitted');
  });

  it('holds for events, terms and papers alike', () => {
    const { world, caseId } = accepted();
    for (const step of [listCaseEvents, listCaseTerms, listPapers] as const) {
      const read = (as: Actor) =>
        play<never, unknown>(world, step as never, { actor: as, now: day, params: { caseId } });
      expect(read(clerk).ok).toBe(true);
      expect(read(neighbour).code).toBe('case-not-found');
    }
    for (const step of [listCaseTerms, listPapers] as const) {
      const read = (as: Actor) =>
        play<never, unknown>(world, step as never, { actor: as, now: day, params: { caseId } });
      expect(read(applicant).ok).toBe(true);
      expect(read(stranger).code).toBe('case-not-found');
    }
    expect(play(world, listCaseEvents, { actor: applicant, now: day, params: { caseId } }).code).toBe(
      'post-not-permitted',
    );
  });

  it('refuses filters it does not know', () => {
    const { world, caseId } = accepted();
    const odd = play(world, readCase, { actor: clerk, now: day, params: { caseId }, input: { with: 'names' } });
    expect(odd.code).toBe('unknown-field');
  });
});

describe('supervision.list-case-events', () => {
  it('gives the chain in order, page by page, without a name', () => {
    const { world, caseId } = accepted();
    const page = (input: object) =>
      play(world, listCaseEvents, { actor: county, now: day, params: { caseId }, input }).reply;
    const first = page({ limit: '1' });
    const second = page({ limit: '1', cursor: first.next });
    expect([first.events[0].type, second.events[0].type]).toEqual(['application-submitted', 'application-accepted']);
    expect(second.events[0].prevHash).toBe(first.events[0].hash);
    expect(second.next).toBeUndefined();
    expect(JSON.stringify([first, second])).not.toContain('测试');
  });
});

describe('supervision.list-case-terms', () => {
  it('names each term, computes overdue from the day it is asked, and hides officers from the applicant', () => {
    const { world, caseId } = accepted();
    const terms = (as: Actor, on: string) =>
      play(world, listCaseTerms, { actor: as, now: noon(on), params: { caseId } }).reply.terms as {
        term: string;
        overdue: boolean;
        holderId?: string;
      }[];
    const decision = (on: string) => terms(clerk, on).find(({ term }) => term === 'decision');
    expect(decision('2026-08-31')).toMatchObject({ zh: '作出确认决定', lastOn: '2026-08-31', overdue: false });
    expect(decision('2026-09-01')).toMatchObject({ overdue: true, holderOrg: '649900101', countyHeld: false });
    expect(terms(clerk, '2026-09-01').find(({ term }) => term === 'intake')?.overdue).toBe(false);
    expect(terms(clerk, '2026-08-03').some(({ holderId }) => holderId === 't1-tc')).toBe(true);
    expect(terms(applicant, '2026-08-03').every(({ holderId }) => holderId === undefined)).toBe(true);
  });
});

describe('papers', () => {
  const names = (world: World, caseId: string) => ({ [caseIn(world, caseId).head.applicant]: { name: '测试一零零' } });

  it('are read with the names filled in, which the step asks to have opened', () => {
    const { world, caseId } = accepted();
    const params = { caseId, paperId: 'W07-1' };
    const { reply } = play(world, readPaper, { actor: clerk, now: day, params, names: names(world, caseId) });
    expect(reply).toMatchObject({ kind: 'W07', title: '受理通知书', readOn: '2026-08-03', example: true });
    expect(reply.text).toContain('测试一零零');
    expect(reply.text).toContain('2026年8月31日');
    const paper = world.papers.get(`${caseId} W07-1`);
    const facts = { paper } as Parameters<NonNullable<typeof readPaper.reveals>>[0];
    expect(readPaper.reveals?.(facts, {})).toEqual([caseIn(world, caseId).head.applicant]);
  });

  it('that were not handed over to the applicant are not there for them', () => {
    const { world, caseId } = accepted();
    const state = caseIn(world, caseId);
    const denial = {
      paperId: 'W21-1',
      kind: 'W21',
      number: '1号',
      to: state.head.applicant,
      issuedOn: '2026-08-20',
    } as const;
    const delivery = {
      paperId: 'W21-1',
      method: 'direct',
      servedOn: '2026-08-24',
      recordedAt: day,
      servedBy: 't1-tc',
    } as const;
    const entry = (more: object) =>
      world.states.set(`case:${caseId}`, {
        ...state,
        parts: { ...state.parts, papers: [...state.parts.papers, { ...denial, ...more }] },
      });
    const listed = (as: Actor): string[] =>
      play(world, listPapers, { actor: as, now: day, params: { caseId } }).reply.papers.map(
        ({ paperId }: { paperId: string }) => paperId,
      );
    entry({});
    expect(listed(clerk)).toEqual(['W05-1', 'W07-1', 'W21-1']);
    expect(listed(applicant)).toEqual(['W05-1', 'W07-1']);
    const hidden = play(world, readPaper, { actor: applicant, now: day, params: { caseId, paperId: 'W21-1' } });
    expect(hidden.code).toBe('paper-not-found');
    entry({ served: delivery });
    expect(listed(applicant)).toEqual(['W05-1', 'W07-1', 'W21-1']);
  });

  it('that do not exist are not found', () => {
    const { world, caseId } = accepted();
    const read = (paperId: string) => play(world, readPaper, { actor: clerk, now: day, params: { caseId, paperId } });
    expect(read('W99-1').code).toBe('paper-not-found');
    expect(read('').code).toBe('paper-not-found');
  });
});
