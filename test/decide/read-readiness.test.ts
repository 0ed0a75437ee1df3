import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { parameterRules } from '../../functions/law/parameters.ts';
import { setUpGap } from '../../functions/law/set-up-gaps.ts';
import { readReadiness } from '../../functions/supervision/read-readiness.ts';
import { Program } from '../../schemas/program.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, demonstrationWorld, emptyWorld, noon, play, type World } from '../world.ts';

interface Programs {
  program: string;
  open: boolean;
  missing: { what: string; zh: string; en: string; by: string; how: string }[];
  delegated: string[];
  standard: string[];
}
const read = (world: World, on = '2026-08-03', by = actor('CC', 'cc-1')) =>
  play(world, readReadiness, { actor: by, now: noon(on), params: { countyCode: '649900' } });
const programOf = (world: World, name: string, on?: string): Programs =>
  (read(world, on).reply.programs as Programs[]).find(({ program }) => program === name) as Programs;

/** The demonstration county without some parameters. */
function without(keys: (key: string) => boolean): World {
  const world = demonstrationWorld();
  const county = world.states.get('county:649900') as CountyState;
  const parameters = county.parts.parameters?.filter(({ key }) => !keys(key)) ?? [];
  world.states.set('county:649900', { ...county, parts: { ...county.parts, parameters } });
  return world;
}

describe('supervision.read-readiness', () => {
  it('names everything a county without set-up has to enter, for every program, in both languages and by whom', () => {
    const { programs } = read(emptyWorld()).reply as { programs: Programs[] };
    expect(programs.map(({ program }) => program)).toEqual([...Program.options]);
    for (const { open, missing } of programs) {
      expect(open).toBe(false);
      expect(missing.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['divisions', 'calendar', 'alert-directory']),
      );
      for (const { zh, en, by, how } of missing) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]{3}/);
        expect(by).toContain('CC');
        expect(how).toMatch(/^POST \/v1\//);
      }
    }
  });

  it('says exactly what the refusal of an application says, and opens with it', () => {
    const world = without((key) => key === 'standard.DB_URBAN' || key === 'remedy.W21');
    const told = programOf(world, 'DB_URBAN').missing.map(({ what }) => what);
    expect(told.toSorted()).toEqual(['parameter:remedy.W21', 'parameter:standard.DB_URBAN']);
    const input = application(world, familyOfThree(0));
    const refused = play(world, submitApplication, { actor: actor('TC', 't1-tc'), now: noon('2026-08-03'), input });
    expect(refused).toMatchObject({ code: 'program-closed' });
    expect([...((refused.detail?.['missing'] ?? []) as string[])].sort()).toEqual(told.toSorted());
    expect(programOf(demonstrationWorld(), 'DB_URBAN')).toMatchObject({ open: true, missing: [] });
  });

  it('depends on the day: a standard that is not yet in force keeps its program closed', () => {
    expect(programOf(demonstrationWorld(), 'DB_URBAN', '2025-12-31').open).toBe(false);
    expect(programOf(demonstrationWorld(), 'DB_URBAN', '2026-01-01').missing.map(({ what }) => what)).toEqual([]);
  });

  it('tells which townships confirm and where the county does', () => {
    const { delegated, standard } = programOf(demonstrationWorld(), 'DB_URBAN');
    expect([...delegated, ...standard].sort()).toEqual(['649900001', '649900101', '649900102']);
    expect(delegated.length).toBeGreaterThan(0);
    expect(programOf(demonstrationWorld(), 'DB_URBAN', '2025-06-01').delegated).toEqual([]);
  });

  it('advises of next year’s holidays from October on, and of a review body that nobody named', () => {
    const advice = (on: string): string[] =>
      read(demonstrationWorld(), on).reply.advice.map((one: { what: string }) => one.what);
    expect(advice('2026-09-30')).not.toContain('calendar:next-year');
    expect(advice('2026-10-01')).toContain('calendar:next-year');
    const world = demonstrationWorld();
    const county = world.states.get('county:649900') as CountyState;
    const { countyGovernment: _none, ...divisions } = county.parts.divisions as NonNullable<
      CountyState['parts']['divisions']
    >;
    world.states.set('county:649900', { ...county, parts: { ...county.parts, divisions } });
    const told = read(world).reply.advice.map((one: { what: string }) => one.what);
    expect(told).toContain('review-body');
  });

  it('describes every parameter there is, and refuses to invent a name', () => {
    for (const key of Object.keys(parameterRules)) expect(setUpGap(`parameter:${key}`).zh).toBeTruthy();
    expect(() => setUpGap('parameter:none')).toThrow('nobody described');
  });

  it('is told to the county and those above it, to no other county', () => {
    expect(read(demonstrationWorld(), '2026-08-03', actor('CITY', 'city-1')).ok).toBe(true);
    expect(read(demonstrationWorld(), '2026-08-03', actor('CC', 'x', '640104')).code).toBe('division-not-yours');
    expect(read(demonstrationWorld(), '2026-08-03', actor('AP', 'p-1', '')).code).toBe('post-not-permitted');
  });
});
