import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../../functions/core/case-event.ts';
import { foldCycles, foldHits, foldObjections } from '../../functions/core/trail-of-acts.ts';
import { trailRows } from '../../functions/supervision/lake-rows/trail-rows.ts';
import type { CaseHead } from '../../schemas/case.ts';
import type { Trail, TrailHit } from '../../schemas/trail.ts';
import { caseIdOf, headOf, termOf } from './lake-for-tests.ts';

const person = 't_00112233445566778899aabbccddeeff';
const eventOf = (type: string, data: object, more: object = {}): CaseEvent =>
  ({ type, data, at: '2026-08-10T02:00:00.000Z', actor: { personId: 't1-tr' }, ...more }) as unknown as CaseEvent;
const finding = (hit: string, conflicts: boolean, source = 'bank') => ({ person, source, hit, conflicts });
const returned = (findings: object[], more: object = {}) =>
  eventOf('verification-returned', { on: '2026-08-10', findings, hit: true, recheck: false, ...more });
const open: TrailHit = { person, hit: 'deposit', origin: 'bank', returnedAt: '2026-08-10T02:00:00.000Z' };
const resolvedBy = (event: CaseEvent) => foldHits([open], event).map(({ resolution }) => resolution);

describe('what became of a hit', () => {
  it('is open while it conflicts and nobody dealt with it; what agrees, or was taken into the figures, needs nothing', () => {
    const found = foldHits([], returned([finding('deposit', true), finding('none', false), finding('income', false)]));
    expect(found).toEqual([open, expect.objectContaining({ hit: 'income', resolution: 'agrees' })]);
    expect(foldHits([], returned([finding('deposit', true)], { household: {} }))[0]?.resolution).toBe('corrected');
  });

  it('ends with the act that deals with it', () => {
    expect(resolvedBy(eventOf('facts-amended', {}))).toEqual(['amended']);
    expect(resolvedBy(eventOf('household-visited', { household: {} }))).toEqual(['corrected']);
    expect(resolvedBy(eventOf('case-decided', { result: 'not-confirmed' }))).toEqual(['denied']);
    expect(resolvedBy(eventOf('household-reverified', { result: 'reduce' }))).toEqual(['counted']);
    expect(resolvedBy(eventOf('procedure-terminated', {}))).toEqual(['closed']);
  });

  it('stays open when a visit finds nothing else, and when the case is confirmed with it', () => {
    expect(resolvedBy(eventOf('household-visited', {}))).toEqual([undefined]);
    expect(resolvedBy(eventOf('case-decided', { result: 'confirmed' }))).toEqual([undefined]);
    expect(resolvedBy(eventOf('household-reverified', { result: 'none' }))).toEqual([undefined]);
  });

  it('is refuted by a recheck that no longer finds it, renewed by one that does, and left by one about others', () => {
    const recheck = (...findings: object[]) => foldHits([open], returned(findings, { recheck: true }));
    expect(recheck(finding('none', false))).toEqual([{ ...open, resolution: 'refuted', resolvedAt: open.returnedAt }]);
    expect(recheck(finding('deposit', true)).map(({ resolution }) => resolution)).toEqual(['renewed', undefined]);
    expect(recheck(finding('none', false, 'tax'))).toEqual([open]);
  });
});

describe('objections and cycles of re-verification', () => {
  it('an objection is looked into by the next investigation, each objection by the first after it', () => {
    const at = (day: string) => ({ at: `2026-08-${day}T02:00:00.000Z` });
    const first = foldObjections([], eventOf('publicity-objected', { channel: 'phone' }, at('18')));
    const both = foldObjections(first, eventOf('publicity-objected', { channel: 'letter' }, at('19')));
    const looked = foldObjections(both, eventOf('case-reinvestigated', {}, at('21')));
    expect(looked.map(({ reinvestigatedAt }) => reinvestigatedAt)).toEqual([at('21').at, at('21').at]);
    expect(foldObjections(looked, eventOf('case-reinvestigated', {}, at('25')))).toBe(looked);
  });

  const head = headOf(caseIdOf(1), { status: 'active' });
  const due = (dueOn: string) => termOf({ term: 'reverification', fromOn: '2026-08-27', dueOn });
  const cyclesAfter = (cycles: Trail['cycles'], event: CaseEvent, of: CaseHead = head) => foldCycles(cycles, event, of);
  const begun = cyclesAfter([], eventOf('confirmation-published', {}, { terms: { start: [due('2027-02-25')] } }));

  it('a cycle begins with its term and is done by the conclusion of a check, whatever its basis', () => {
    expect(begun).toEqual([{ dueOn: '2027-02-25' }]);
    const next = { terms: { start: [due('2027-05-18')] } };
    expect(cyclesAfter(begun, eventOf('household-reverified', { result: 'none' }, next))).toEqual([
      { dueOn: '2027-02-25', doneAt: '2026-08-10T02:00:00.000Z', by: 't1-tr', result: 'none' },
      { dueOn: '2027-05-18' },
    ]);
  });

  it('a cycle that is counted anew has moved, unless its last day stays, and one whose case ended is over', () => {
    const recounted = (dueOn: string) => eventOf('terms-recounted', {}, { terms: { recount: [due(dueOn)] } });
    expect(cyclesAfter(begun, recounted('2027-02-26'))).toEqual([
      { dueOn: '2027-02-25', result: 'moved' },
      { dueOn: '2027-02-26' },
    ]);
    expect(cyclesAfter(begun, recounted('2027-02-25'))).toEqual(begun);
    const ended = headOf(caseIdOf(1), { status: 'ended', endedOn: '2026-12-01' });
    expect(cyclesAfter(begun, eventOf('adjustment-decided', { result: 'stop' }), ended)).toEqual([
      { dueOn: '2027-02-25', result: 'ended' },
    ]);
  });
});

describe('rows of a trail', () => {
  const trail: Trail = {
    townshipCode: '649900101',
    villageCode: '649900101201',
    members: [
      { person, relation: '01', birthYear: 1985 },
      { person: 't_ffeeddccbbaa99887766554433221100', relation: '10', birthYear: 1987, diedOn: '2026-09-01' },
    ],
    hits: [open],
    objections: [],
    cycles: [],
  };
  const at = { countyCode: '649900', version: 3, asOfOn: '2026-08-10' } as const;
  const rows = (now: Trail, before?: Trail) =>
    trailRows(caseIdOf(1), { now, before }, { at, digest: (text) => `${text.length}`.padStart(32, '0') });

  it('are all that is said where nothing was said before, and only what changed afterwards', () => {
    expect(rows(trail).map(([table]) => table)).toEqual(['households', 'members', 'members', 'verifications']);
    expect(rows(trail, trail)).toEqual([]);
    const placed = { ...trail, lat: 37.9, lon: 106.2 };
    expect(rows(placed, trail)).toEqual([
      ['households', expect.objectContaining({ lat: 37.9, as_of_on: '2026-08-10' })],
    ]);
  });

  it('give who lives together one key, whoever died or left before', () => {
    const [[, all] = [], [, living] = []] = [rows(trail), rows({ ...trail, members: trail.members.slice(0, 1) })].map(
      ([household]) => household ?? [],
    );
    expect((all as Record<string, unknown>)['composition_key']).toBe(
      (living as Record<string, unknown>)['composition_key'],
    );
  });
});
