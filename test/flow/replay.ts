import { personTokenOf } from '../../functions/shell/personal-data.ts';
import type { ApiClient, Reply } from '../../infra/local/api-client.ts';
import { exampleJpeg } from '../../infra/local/example-file.ts';
import type { Actor } from '../../schemas/actor.ts';
import { file, fileNames, hashOfFile, type Scene, staffWithSiblings, undelegated } from '../property/scene.ts';
import { type Reach, stepOf, type Walked, walk } from '../property/walk.ts';
import { tokenOf } from '../world.ts';
import type { WholeHost } from './whole-host.ts';

/** One command of one walk, in its place on the time line of all walks. */
export interface Replayed extends Walked {
  readonly seed: number;
  readonly nth: number;
}

/** Walks the seeds 1 to `count` on the pure core, as far as they reach, and puts all their commands in the order of time. */
export function walkedSeeds(count: number, reach?: Reach): { scenes: readonly Scene[]; commands: readonly Replayed[] } {
  const commands: Replayed[] = [];
  const scenes = Array.from({ length: count }, (_, i) =>
    walk(i + 1, (walked) => commands.push({ ...walked, seed: i + 1, nth: commands.length }), reach),
  );
  commands.sort((a, b) => (a.now === b.now ? a.nth - b.nth : a.now < b.now ? -1 : 1));
  return { scenes, commands };
}

/** What is called one thing in the pure core and another on the host: persons, files, case numbers. */
export interface Names {
  /** The same on every walk. */
  readonly toHost: Map<string, string>;
  /** Case numbers by seed: every walk counts from one in a world of its own. */
  readonly cases: Map<number, Map<string, string>>;
  readonly toPure: Map<string, string>;
}

const names = /t_[0-9a-f]{32}|att-[0-9a-f]{16}|\b[0-9a-f]{64}\b|\b\d{9}-DB-\d{4}-\d{6}\b/g;
/** Papers are numbered over all cases of a township, and complaints by the request that brought them: both differ. */
const serial = /(〔\d{4}〕)\d+号/g;
const complaint = /-XF-\d{4}-[0-9a-f]{12}/g;

export const asHost = <T>(value: T, { toHost, cases }: Names, seed: number): T =>
  JSON.parse(
    JSON.stringify(value).replace(names, (name) => cases.get(seed)?.get(name) ?? toHost.get(name) ?? name),
  ) as T;

export const asPure = <T>(value: T, { toPure }: Names): T =>
  JSON.parse(
    JSON.stringify(value)
      .replace(names, (name) => toPure.get(name) ?? name)
      .replace(serial, '$1号')
      .replace(complaint, '-XF-'),
  ) as T;

/** A value of the pure core without the serials of its papers. */
export const withoutSerials = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replace(serial, '$1号').replace(complaint, '-XF-')) as T;

/** The host before the first walk: the same revocation, the same relatives, the same files. */
export async function prepared(host: WholeHost, scenes: readonly Scene[]): Promise<Names> {
  const county = await host.as('CC', 'cc-1');
  const { status } = await county(`POST /v1/delegations/${undelegated}/revocation`, { body: { reason: '演示：收回' } });
  if (status !== 200) throw new Error(`the delegation was not revoked: ${status}`);
  const houses = scenes.flatMap((scene) => scene.houses);
  const kin = Map.groupBy(
    houses.filter((house) => house.kin !== undefined),
    (house) => house.kin ?? '',
  );
  for (const [personId, near] of kin) {
    const siblings = near.map(({ persons }) => persons[0]?.idNumber ?? '');
    const registered = await county('POST /v1/staff', { body: staffWithSiblings(personId, siblings) });
    if (registered.status >= 300) throw new Error(`${personId}: ${JSON.stringify(registered.body)}`);
  }
  const toHost = new Map<string, string>();
  for (const { idNumber } of houses.flatMap(({ persons }) => persons))
    toHost.set(tokenOf(idNumber), await personTokenOf(host.ports.keyring, idNumber));
  for (const name of fileNames) {
    toHost.set(file(name), await stored(host, name));
    toHost.set(hashOfFile(name), exampleJpeg(name).sha256);
  }
  return { toHost, cases: new Map(), toPure: new Map([...toHost].map(([pure, real]) => [real, pure])) };
}

async function stored(host: WholeHost, name: string): Promise<string> {
  const { bytes, sha256 } = exampleJpeg(name);
  if (name !== 'absent') {
    const id = await host.upload(name);
    if (name === 'altered') await host.ports.objects.put(`attachments/${id}`, Buffer.from('other bytes'));
    return id;
  }
  const clerk = await host.as('TC', 't1-tc');
  const body = { countyCode: '649900', size: bytes.length, contentType: 'image/jpeg', sha256, purpose: 'evidence' };
  const { body: registered } = await clerk('POST /v1/attachments', { body });
  return (registered as { attachmentId: string }).attachmentId;
}

const clients = new Map<string, Promise<ApiClient>>();

/** One client a person and post; a token lives a year. */
function clientOf(host: WholeHost, { post, personId, orgCode, act }: Actor, year: string): Promise<ApiClient> {
  const key = `${host.url} ${post} ${personId} ${orgCode} ${year}`;
  const client = clients.get(key) ?? host.as(post, personId, { orgCode, ...(act ? { act } : {}) });
  clients.set(key, client);
  return client;
}

/** Sends a command of a walk as its actor would, on the version the walk had come to. */
export async function sent(host: WholeHost, names: Names, command: Replayed): Promise<Reply> {
  const { move, params, before, seed, nth, now } = command;
  const step = stepOf(move.act);
  const client = await clientOf(host, move.by, now.slice(0, 4));
  const caseId = params['caseId'];
  const path = caseId ? step.route.replace('{caseId}', asHost(caseId, names, seed)) : step.route;
  return client(path, {
    body: asHost(move.input, names, seed),
    key: `walk-${seed}-${nth}`,
    ...(step.ifMatch ? { ifMatch: `"${before?.version ?? 1}"` } : {}),
  });
}

/** Keeps the number that the host gave to a case of a walk. */
export function learn(names: Names, { seed, played }: Replayed, hostId: string): void {
  const known = names.cases.get(seed) ?? new Map<string, string>();
  names.cases.set(seed, known.set(played.reply.caseId, hostId));
  names.toPure.set(hostId, played.reply.caseId);
}
