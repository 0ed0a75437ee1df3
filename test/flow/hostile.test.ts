import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ProblemCode, problems } from '../../functions/core/problem-catalogue.ts';
import { actOf, type Step } from '../../functions/core/step.ts';
import { powerOf } from '../../functions/law/powers.ts';
import { subjectsOf } from '../../functions/shell/keys.ts';
import { steps } from '../../functions/steps.ts';
import { Post } from '../../schemas/actor.ts';
import { application, familyOfThree } from '../applications.ts';
import { randomOf } from '../property/random.ts';
import { emptyWorld } from '../world.ts';
import { type HostileRequest, hostileRequest } from './hostile-requests.ts';
import { startWholeHost, type WholeHost } from './whole-host.ts';

/** Requests a step and post: many where the post has the power; of the others every sixth sends one, since all end at one refusal. */
const MANY = 2;
const EVERY = 6;
const HANGS_MS = 15_000;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

let host: WholeHost;
let ids: Readonly<Record<string, string>>;
const tokens = new Map<Post, { readonly token: string; readonly post: string }>();
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

const orgOf = (post: Post): string => {
  if (['AP', 'AG', 'PROV', 'CLOCK', 'PB'].includes(post)) return '';
  if (post === 'VC') return '649900101201';
  return ['TC', 'TS', 'TR', 'TD'].includes(post) ? '649900101' : '649900';
};

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03' });
  host.dockets.pause(true);
  const body = application(emptyWorld(), familyOfThree(0));
  const items = (body['materials'] as { item: string }[]).map(({ item }) => item);
  const materials = await Promise.all(
    items.map(async (item) => ({ item, attachmentId: await host.upload(`${item} hostile`) })),
  );
  const portal = await host.as('TC', 't1-tc', { act: 'hostile-owner' });
  const submitted = await portal('POST /v1/cases', { body: { ...body, materials } });
  ids = {
    caseId: (submitted.body as { caseId: string }).caseId,
    paperId: 'W05-1',
    alertId: 'none',
    runId: 'none',
    delegationId: 'DB_URBAN-649900101-2026-01-01',
    parameterId: 'standard.DB_URBAN@2026-01-01#1',
  };
  for (const post of Post.options) {
    const token = await host.tokens.issue(
      {
        personId: `hostile-${post.toLowerCase()}`,
        posts: [{ role: post, orgCode: orgOf(post) }],
        clientId: 'test-portal',
        minutes: 60,
        act: 'hostile-owner',
      },
      host.ports.clock.now(),
    );
    tokens.set(post, { token, post: `${post}@${orgOf(post)}` });
  }
});
afterAll(async () => {
  agent.destroy();
  await host.stop();
});

/** Sends a request; one that met a connection the host had just closed as idle is sent again. */
const send = (hostile: HostileRequest): Promise<Answer> =>
  new Promise((done, broken) => {
    const { method, path, headers, body } = hostile;
    const { port } = new URL(host.url);
    const outgoing = request({ host: '127.0.0.1', port, method, path, agent, timeout: HANGS_MS }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        done({
          status: incoming.statusCode ?? 0,
          type: incoming.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    outgoing.on('timeout', () => outgoing.destroy(new Error(`hangs: ${method} ${path}`)));
    outgoing.on('error', (error) => (outgoing.reusedSocket ? send(hostile).then(done, broken) : broken(error)));
    outgoing.end(body);
  });

/** What is wrong with an answer; empty when it is a success or a catalogued refusal. */
function faultOf({ status, type, body }: Answer): string {
  if (status === 200 || status === 201 || status === 202) return type.startsWith('application/json') ? '' : 'no JSON';
  if (!type.startsWith('application/problem+json')) return `no problem+json: ${type}`;
  const { code, status: said, requestId } = JSON.parse(body) as { code: string; status: number; requestId: string };
  if (!(code in problems)) return `unknown code ${code}`;
  if (status >= 500 || code === 'internal') return `a defect: ${code}`;
  return status === problems[code as ProblemCode].status && said === status && requestId ? '' : `not as catalogued`;
}

/** Versions of every subject that a refused call must leave alone. */
async function versions(): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const lists = (['case', 'county', 'alert', 'docket'] as const).flatMap((kind) =>
    ['649900', '640100', 'undefi', '__prot', 'constr'].map((county) => subjectsOf(county, kind)),
  );
  const pages = await Promise.all(lists.map((list) => host.ports.store.index('k', list, { limit: 1000 })));
  for (const { pk, version } of pages.flatMap(({ items }) => items)) found.set(pk, version ?? 0);
  return found;
}
const total = (found: ReadonlyMap<string, number>): number => [...found.values()].reduce((sum, one) => sum + one, 0);

interface Sent {
  readonly wrong: readonly string[];
  readonly accepted: number;
}

async function attack(step: Step, post: Post, seed: number): Promise<Sent> {
  const random = randomOf(seed);
  const caller = tokens.get(post) ?? { token: '', post: '' };
  const rounds = powerOf(actOf(step)).posts.includes(post) ? MANY : Number(seed % EVERY === 0);
  const wrong: string[] = [];
  let accepted = 0;
  for (let round = 0; round < rounds; round += 1) {
    const hostile = hostileRequest(random, step, { ...caller, ids });
    const answer = await send(hostile);
    const fault = faultOf(answer);
    if (fault) {
      const body = hostile.body?.toString('utf8').slice(0, 300) ?? '';
      wrong.push(
        `${fault} · ${post} ${hostile.method} ${hostile.path.slice(0, 200)} ${JSON.stringify(hostile.headers)} ${body}`,
      );
    }
    if (answer.status < 300) accepted += 1;
  }
  return { wrong, accepted };
}

describe('hostile requests', () => {
  it('by every post to every step are refused by a catalogued problem, write nothing and never break the host', async () => {
    const wrong: string[] = [];
    let before = await versions();
    for (const [at, step] of steps.filter(({ route }) => !route.startsWith('DOCKET')).entries()) {
      const sent = await Promise.all(Post.options.map((post, i) => attack(step, post, 1_000 + at * 20 + i)));
      const accepted = sent.reduce((sum, one) => sum + one.accepted, 0);
      wrong.push(...sent.flatMap((one) => one.wrong).map((text) => `${step.id}: ${text}`));
      const after = await versions();
      if (accepted === 0) expect([step.id, after]).toEqual([step.id, before]);
      else expect(total(after) - total(before)).toBeLessThanOrEqual(accepted);
      before = after;
    }
    expect(wrong).toEqual([]);
  }, 900_000);

  it('leave the host alive', async () => {
    const clerk = await host.as('TC', 't1-tc');
    expect((await clerk(`GET /v1/cases/${ids['caseId']}`)).status).toBe(200);
    expect((await fetch(`${host.url}/v1/health`)).status).toBe(200);
  });
});
