import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { Post } from '../../schemas/actor.ts';

const Act = z.strictObject({
  /** Time in Asia/Shanghai, `YYYY-MM-DD HH:MM`. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/),
  by: z.string(),
  post: Post,
  org: z.string().optional(),
  act: z.string().optional(),
  zh: z.string(),
  call: z.string(),
  body: z.record(z.string(), z.json()).optional(),
  ifMatch: z.boolean().optional(),
  /** The refusal that is expected; without it the call must succeed. */
  refused: z.string().optional(),
});
export type Act = z.infer<typeof Act>;

const Scenario = z.strictObject({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  example: z.string(),
  acts: z.array(Act),
});
export type Scenario = z.infer<typeof Scenario>;

export interface TimedAct extends Act {
  readonly scenario: string;
  readonly instant: string;
}

const folder = new URL('../../examples/cases/', import.meta.url);

/** Every example case: real request bodies in the order of time. */
export const scenarios = (): readonly Scenario[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Scenario.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

/** All acts of all cases on one time line: one clock, as in life. Acts of the same minute keep the order of the files. */
export const timeline = (all: readonly Scenario[]): readonly TimedAct[] =>
  all
    .flatMap(({ id, acts }) =>
      acts.map((act) => ({
        ...act,
        scenario: id,
        instant: new Date(`${act.at.replace(' ', 'T')}:00+08:00`).toISOString(),
      })),
    )
    .sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0));

/** Replaces `@name` by what is known of the case and `file:name` by the id of an uploaded file, anywhere in a body. */
export function filledIn(value: z.core.util.JSONType, known: ReadonlyMap<string, string>): z.core.util.JSONType {
  if (typeof value === 'string') return /^(@|file:)/.test(value) ? (known.get(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => filledIn(one, known));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledIn(one, known)]));
  return value;
}

/** The files a body names. */
export function filesIn(value: z.core.util.JSONType): readonly string[] {
  if (typeof value === 'string') return value.startsWith('file:') ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((one) => filesIn(one as z.core.util.JSONType));
}
