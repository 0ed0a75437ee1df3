import { readFileSync } from 'node:fs';
import type { CaseState } from '../../functions/core/case-fold.ts';
import type { Attachment } from '../../functions/core/facts.ts';
import type { AnyState } from '../../functions/core/fold.ts';
import { addDays } from '../../functions/law/calendar.ts';
import { registerStaff } from '../../functions/supervision/register-staff.ts';
import { revokeDelegation } from '../../functions/supervision/revoke-delegation.ts';
import type { Actor, Post } from '../../schemas/actor.ts';
import { actor, attach, demonstrationWorld, noon, play, type World } from '../world.ts';
import { type House, houseOf } from './house.ts';
import { type Random, randomOf } from './random.ts';

/** What the files of all walks are called: shared, since a walk is about acts, not about pictures. */
export const fileNames = ['form', 'consent', 'photo', 'board', 'minutes', 'evidence', 'absent', 'altered'] as const;
export type FileName = (typeof fileNames)[number];

/** A walk under way: its world, its households, its clock. */
export interface Scene {
  readonly seed: number;
  readonly random: Random;
  readonly world: World;
  readonly houses: readonly House[];
  on: string;
  time: number;
}

/** The day before any walk: set-up is entered then, on both hosts. */
export const setUpOn = '2026-01-04';
/** In this township the county took the delegation of the rural program back: cases there run the path of 30 working days. */
export const undelegated = 'DB_RURAL-649900001-2026-01-01';
const times = ['09:00', '11:30', '15:00', '23:50'] as const;

const base = (() => {
  const world = demonstrationWorld();
  const county = actor('CC', 'cc-1');
  play(world, revokeDelegation, {
    actor: county,
    now: noon(setUpOn),
    params: { delegationId: undelegated },
    input: { reason: '演示：收回' },
  });
  const stored = (name: string): Attachment['stored'] => (name === 'absent' || name === 'altered' ? name : 'verified');
  const files = Object.fromEntries(fileNames.map((name) => [name, attach(world, name, stored(name))]));
  return { world, files: files as Readonly<Record<FileName, string>> };
})();

/** The attachment id of a file in every pure world. */
export const file = (name: FileName): string => base.files[name];
/** The hash under which the pure worlds keep a file. */
export const hashOfFile = (name: FileName): string => base.world.attachments.get(file(name))?.sha256 ?? '';

const staff = JSON.parse(
  readFileSync(new URL('../../examples/county/staff.json', import.meta.url), 'utf8'),
) as readonly { readonly personId: string; readonly relatives: readonly unknown[] }[];

/** A member of staff registered anew with these siblings, as `POST /v1/staff` takes it. */
export const staffWithSiblings = (personId: string, siblings: readonly string[]): Record<string, unknown> => ({
  ...staff.find((one) => one.personId === personId),
  relatives: siblings.map((idNumber) => ({ idNumber, relation: 'sibling' })),
});

/** Names an event as a hash would, for nothing: that real hashes chain is shown where the walks meet the store. */
const cheapHash = ({ subjectId, seq }: { readonly subjectId: string; readonly seq: number }): string =>
  `${subjectId}#${seq}`;

/** The demonstration county before anybody applies, with numbers, events and papers of its own. */
export const countyWorld = (): World => ({
  ...base.world,
  states: new Map<string, AnyState>(base.world.states),
  counters: new Map(),
  events: [],
  papers: new Map(),
  listed: new Map(),
  hashOf: cheapHash,
});

/** Opens the walk of a seed: one household, sometimes two, on a day of 2026; the world is the demonstration county. */
export function openScene(seed: number): Scene {
  const random = randomOf(seed);
  const world = countyWorld();
  const houses = [houseOf(seed, 0, random), ...(random.chance(0.15) ? [houseOf(seed, 1, random)] : [])];
  for (const { kin, persons } of houses)
    if (kin)
      play(world, registerStaff, {
        actor: actor('CC', 'cc-1'),
        now: noon(setUpOn),
        input: staffWithSiblings(kin, [persons[0]?.idNumber ?? '']),
      });
  world.events.length = 0;
  return { seed, random, world, houses, on: addDays('2026-01-05', random.below(290)), time: 0 };
}

/** The present instant of a walk. */
export const nowOf = ({ on, time }: Scene): string => noon(on, times[time]);

/** Lets time pass: mostly none or a day, at times up to twelve. */
export function passTime(scene: Scene): void {
  const { random } = scene;
  const dice = random.next();
  if (dice < 0.5) return;
  if (dice < 0.62) {
    scene.time = Math.min(scene.time + 1, times.length - 1);
    return;
  }
  moveTo(scene, addDays(scene.on, dice < 0.85 ? 1 : dice < 0.95 ? 1 + random.below(4) : random.below(13)));
}

export function moveTo(scene: Scene, on: string): void {
  if (on <= scene.on) return;
  scene.on = on;
  scene.time = 0;
}

export const stateOf = ({ world }: Scene, house: House): CaseState | undefined =>
  world.states.get(`case:${house.cases.at(-1)}`) as CaseState | undefined;

const cast: Readonly<Record<string, readonly string[]>> = {
  TC: ['tc', 'tc2'],
  TS: ['ts1', 'ts2', 'ts3', 'ts4'],
  TR: ['tr', 'tr2'],
  TD: ['td', 'td2'],
  VC: ['vc'],
  CC: ['cc-2', 'cc-3', 'cc-1', 'cc-head'],
  CV: ['cv-1'],
  CP: ['cp-1'],
};

/** Everybody who may hold a post in the household's township or its county. */
export const holders = (post: Post, { township }: House): readonly Actor[] =>
  (cast[post] ?? []).map((name) => actor(post, name.includes('-') ? name : `${township}-${name}`));

/** The applicant, for whom the portal acts. */
export const applicant = ({ owner }: House): Actor => ({ ...actor('AP', owner, ''), act: owner });
