import { readFileSync } from 'node:fs';
import type { CountyState } from '../functions/core/county-fold.ts';
import { fold } from '../functions/core/fold.ts';
import { cn2026 } from '../functions/law/calendar/cn-2026.ts';
import { loadCalendar } from '../functions/supervision/load-calendar.ts';
import { registerDivisions } from '../functions/supervision/register-divisions.ts';
import { actor, emptyWorld, noon, play, type World } from './world.ts';

/** A file of examples/county. */
// biome-ignore lint/suspicious/noExplicitAny: request bodies, checked by the steps that take them
export const example = (name: string): any =>
  JSON.parse(readFileSync(new URL(`../examples/county/${name}.json`, import.meta.url), 'utf8')) as unknown;

export const officer = actor('CC', 'cc-1');
export const colleague = actor('CC', 'cc-2');
export const setUpDay = noon('2026-01-05');

/** The demonstration county with its divisions and calendar, entered through the steps. */
export function newCounty(): World {
  const world = emptyWorld();
  play(world, registerDivisions, { actor: officer, now: setUpDay, input: example('divisions') });
  play(world, loadCalendar, { actor: officer, now: setUpDay, input: cn2026 });
  return world;
}

export const countyIn = (world: World): CountyState => world.states.get('county:649900') as CountyState;

/** The county's events folded from nothing: what its state must equal. */
export const refoldedCounty = (world: World): CountyState =>
  world.events
    .filter(({ subjectKind }) => subjectKind === 'county')
    .reduce<CountyState | undefined>((state, event) => fold(state, event) as CountyState, undefined) as CountyState;
