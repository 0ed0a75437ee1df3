import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../../functions/core/event.ts';
import { problems } from '../../functions/core/problem-catalogue.ts';
import { headKey } from '../../functions/shell/keys.ts';
import type { Item } from '../../functions/shell/ports.ts';
import { setUpOn } from '../property/scene.ts';
import { noon } from '../world.ts';
import { asPure, learn, type Names, prepared, type Replayed, sent, walkedSeeds, withoutSerials } from './replay.ts';
import { caseFaults, storedEvents, storedSubjects } from './stored-case.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

/** What came of walks on the pure core that were sent through HTTP. */
export interface ReplayReport {
  readonly commands: number;
  readonly differences: readonly string[];
  readonly events: { readonly stored: number; readonly pure: number; readonly differences: readonly string[] };
  readonly cases: { readonly stored: number; readonly pure: number; readonly faults: readonly string[] };
  readonly refused: { readonly kept: readonly string[]; readonly expected: readonly string[] };
  readonly dockets: { readonly alerts: number; readonly movedCases: number };
  readonly seconds: Readonly<Record<string, number>>;
}

const COUNTY = '649900';
/** Commands under way at once: those of different walks only, so that each walk keeps its order. */
const ABREAST = 6;

/** A program of its own: plain Node runs the host twice as fast as a test's context does. Prints its report as JSON. */
const [, , count, longest, until] = process.argv;
const { scenes, commands } = walkedSeeds(
  Number(count),
  longest && until ? { longest: Number(longest), until } : undefined,
);
let instant = Date.parse(noon(setUpOn));
const host = await startWholeHost({ follows: false, system: () => instant });

async function report(on: WholeHost): Promise<ReplayReport> {
  const seconds: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    seconds[name] = Math.round(performance.now() - from) / 1000;
    return done;
  };
  on.dockets.pause(true);
  const names = await timed('prepare', () => prepared(on, scenes));
  const early = commands.slice(0, commands.length / 12);
  const before = await timed('before', () => replayAll(names, early));
  const docketsAt = on.ports.clock.now();
  const dockets = await timed('dockets', throughDockets);
  const after = await timed('after', () => replayAll(names, commands.slice(early.length)));
  return {
    commands: commands.length,
    differences: [...before, ...after],
    events: await timed('events', () => comparedEvents(names)),
    cases: await timed('cases', () => comparedCases(names, docketsAt)),
    refused: await timed('refused', comparedRefusals),
    dockets,
    seconds,
  };
}

async function replayAll(names: Names, part: readonly Replayed[]): Promise<string[]> {
  const differences: string[] = [];
  for (const [now, together] of Map.groupBy(part, (command) => command.now)) {
    instant = Date.parse(now);
    const ofWalks = [...Map.groupBy(together, ({ seed }) => seed).values()];
    const worker = async (): Promise<void> => {
      for (let walk = ofWalks.pop(); walk; walk = ofWalks.pop())
        for (const command of walk) differences.push(...(await replay(names, command)));
    };
    await Promise.all(Array.from({ length: ABREAST }, worker));
  }
  return differences;
}

async function replay(names: Names, command: Replayed): Promise<string[]> {
  const { move, played, seed, now } = command;
  const reply = await sent(host, names, command);
  if (played.ok && move.act === 'submit-application' && reply.status < 300) learn(names, command, reply.body.caseId);
  const came = codeOf(reply) ?? asPure(reply.body, names);
  const wanted = played.code ?? withoutSerials(played.reply);
  if (isDeepStrictEqual(came, wanted)) return [];
  return [`seed ${seed} ${now} ${move.act}: wanted ${JSON.stringify(wanted)}, came ${JSON.stringify(came)}`];
}

/** An event but for its hashes, which follow from names that differ. */
/** An event as the core made it: hashes and commitments are the shell's, and tokens of staff hang on its keys. */
function bare({ hash: _hash, prevHash: _prevHash, commitments: _commitments, ...event }: Event): object {
  const { staffToken: _staffToken, ...data } = event.data as Readonly<Record<string, unknown>>;
  return { ...event, data };
}

async function comparedEvents(names: Names): Promise<ReplayReport['events']> {
  const found = { stored: 0, pure: 0, differences: [] as string[] };
  for (const { seed, world, houses } of scenes)
    for (const caseId of houses.flatMap(({ cases }) => cases)) {
      const stored = await storedEvents(host.ports.store, 'case', names.cases.get(seed)?.get(caseId) ?? '');
      const pure = world.events.filter(({ subjectId }) => subjectId === caseId);
      found.stored += stored.length;
      found.pure += pure.length;
      for (const [i, event] of pure.entries()) {
        const [came, wanted] = [stored[i] && asPure(bare(stored[i]), names), withoutSerials(bare(event))];
        if (!isDeepStrictEqual(came, wanted))
          found.differences.push(
            `seed ${seed} event ${i + 1}: ${JSON.stringify(wanted)} came as ${JSON.stringify(came)}`,
          );
      }
    }
  return found;
}

async function comparedCases(names: Names, docketsAt: string): Promise<ReplayReport['cases']> {
  const cases = await storedSubjects(host.ports.store, 'case', COUNTY);
  const faults = [];
  for (const caseId of cases) faults.push(...(await caseFaults(host.ports.store, caseId, docketsAt)));
  return { stored: cases.length, pure: [...names.cases.values()].reduce((sum, one) => sum + one.size, 0), faults };
}

/** Refused attempts as they are kept, in the logs of the county's organisations, of the portal, and of the region. */
async function comparedRefusals(): Promise<ReplayReport['refused']> {
  const kept: string[] = [];
  for (const county of [COUNTY, '640000'])
    for (const id of await storedSubjects(host.ports.store, 'refusals', county))
      for (const { data } of await storedEvents(host.ports.store, 'refusals', id))
        kept.push((data as { code: string }).code);
  const expected = commands.flatMap(({ played: { code } }) => (code && problems[code].recorded ? [code] : []));
  return { kept: kept.sort(), expected: expected.sort() };
}

async function heads(): Promise<readonly Item[]> {
  const keys = (await storedSubjects(host.ports.store, 'case', COUNTY)).map((id) => headKey('case', id));
  const pages = [];
  for (let at = 0; at < keys.length; at += 100) pages.push(await host.ports.store.load(keys.slice(at, at + 100)));
  return pages.flat();
}

/** Lets the dockets catch up in the midst of it: whatever they raise, the cases stay, and go on as if nothing had been (P10). */
async function throughDockets(): Promise<ReplayReport['dockets']> {
  const before = await heads();
  host.dockets.pause(false);
  await host.dockets.run();
  host.dockets.pause(true);
  const after = await heads();
  const movedCases = after.filter((item, i) => !isDeepStrictEqual(item, before[i])).length;
  return { alerts: (await storedSubjects(host.ports.store, 'alert', COUNTY)).length, movedCases };
}

try {
  process.stdout.write(JSON.stringify(await report(host)));
} finally {
  await host.stop();
}
