import type { CaseView } from '../../schemas/case.ts';
import { type ApiClient, apiClient, expectOk, type Reply } from './api-client.ts';
import { exampleJpeg } from './example-file.ts';
import { filesIn, filledIn, type Scenario, scenarios, type TimedAct, timeline } from './scenario.ts';

export interface PlayedAct {
  readonly act: TimedAct;
  readonly reply: Reply;
}

export interface PlayedCase {
  readonly id: string;
  readonly caseId: string;
  readonly view: CaseView;
}

export interface Play {
  readonly acts: readonly PlayedAct[];
  readonly cases: readonly PlayedCase[];
}

interface Stage {
  readonly url: string;
  readonly clients: Map<string, ApiClient>;
  /** By scenario: what `@caseId`, `@member1` … and `file:…` stand for. */
  readonly known: Map<string, Map<string, string>>;
  readonly versions: Map<string, string>;
}

/** Plays examples over HTTP on one time line, all of them by default; `tell` hears of each act. Throws on an answer that was not expected. */
export async function playExamples(
  url: string,
  tell: (played: PlayedAct) => void,
  examples: readonly Scenario[] = scenarios(),
): Promise<Play> {
  const stage: Stage = { url, clients: new Map(), known: new Map(), versions: new Map() };
  const acts: PlayedAct[] = [];
  for (const act of timeline(examples)) {
    await expectOk(post(url, '/local/clock', { to: act.instant }), `clock ${act.instant}`);
    const played = { act, reply: await playAct(stage, act) };
    acts.push(played);
    tell(played);
  }
  const cases = await Promise.all([...stage.known.entries()].map(([id, known]) => finalView(stage, id, known)));
  return { acts, cases: cases.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

async function post(url: string, path: string, body: unknown): Promise<Reply> {
  const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: await response.json(), etag: undefined };
}

async function clientOf(stage: Stage, act: Pick<TimedAct, 'by' | 'post' | 'org' | 'act'>): Promise<ApiClient> {
  const orgCode = act.org ?? orgOf(act);
  const key = `${act.by} ${act.post} ${orgCode} ${act.act ?? ''}`;
  const known = stage.clients.get(key);
  if (known) return known;
  const client = await apiClient(stage.url, {
    personId: act.by,
    role: act.post,
    orgCode,
    clientId: 'demo-portal',
    ...(act.act ? { act: act.act } : {}),
  });
  stage.clients.set(key, client);
  return client;
}

const townships: Readonly<Record<string, string>> = { t1: '649900101', t2: '649900102', t3: '649900001' };
const orgOf = ({ by, post: role }: Pick<TimedAct, 'by' | 'post'>): string => {
  if (role === 'AP') return '';
  const township = townships[by.slice(0, 2)];
  if (!township) return '649900';
  return role === 'VC' ? `${township}201` : township;
};

/** Calls that open the case of a scenario. */
const opensCase: readonly string[] = ['POST /v1/cases', 'POST /v1/fast-aid'];

async function playAct(stage: Stage, act: TimedAct): Promise<Reply> {
  const known = stage.known.get(act.scenario) ?? new Map<string, string>();
  stage.known.set(act.scenario, known);
  const client = await clientOf(stage, act);
  for (const name of new Set(filesIn(act.body ?? {}))) await upload(stage, { name, known, act });
  const caseId = known.get('@caseId') ?? '';
  const reply = await client(act.call.replace('{caseId}', caseId), {
    body: filledIn(act.body ?? {}, known),
    key: `demo ${act.scenario} ${act.at} ${act.call}`.replaceAll(' ', '_'),
    ...(act.ifMatch ? { ifMatch: stage.versions.get(act.scenario) ?? '' } : {}),
  });
  checkAnswer(act, reply);
  if (reply.status < 300) {
    if (reply.etag) stage.versions.set(act.scenario, reply.etag);
    if (opensCase.includes(act.call)) await learn(stage, act, known, reply);
  }
  return reply;
}

function checkAnswer(act: TimedAct, { status, body }: Reply): void {
  const code = (body as { code?: string }).code;
  if (act.refused ? code !== act.refused : status >= 300)
    throw new Error(
      `${act.scenario} ${act.at} ${act.call}: expected ${act.refused ?? 'success'}, got ${status} ${JSON.stringify(body)}`,
    );
}

/** The case's number and the tokens of its members, in the order of the form. */
async function learn(stage: Stage, act: TimedAct, known: Map<string, string>, reply: Reply): Promise<void> {
  const { caseId } = reply.body as CaseView;
  known.set('@caseId', caseId);
  const clerk = await clientOf(stage, { by: 't1-td', post: 'TD', org: caseId.slice(0, 9), act: undefined });
  const events = await expectOk(clerk(`GET /v1/cases/${caseId}/events`), `${act.scenario} events`);
  const [first] = (events.body as { events: { data: { household?: { members: { person: string }[] } } }[] }).events;
  for (const [i, { person }] of (first?.data.household?.members ?? []).entries()) known.set(`@member${i + 1}`, person);
}

async function upload(
  stage: Stage,
  of: { readonly name: string; readonly known: Map<string, string>; readonly act: TimedAct },
): Promise<void> {
  const { name, known, act } = of;
  if (known.has(name)) return;
  const file = exampleJpeg(`${act.scenario} ${name}`);
  const client = await clientOf(stage, { by: 't1-tc', post: 'TC', org: '649900101', act: undefined });
  const body = {
    size: file.bytes.length,
    contentType: 'image/jpeg',
    sha256: file.sha256,
    purpose: 'evidence',
    countyCode: '649900',
  };
  const registered = await expectOk(
    client('POST /v1/attachments', { body, key: `demo-${act.scenario}-${name}` }),
    `attachment ${name}`,
  );
  const { attachmentId, upload: address } = registered.body as {
    attachmentId: string;
    upload: { url: string; method: string; headers: Record<string, string> };
  };
  const put = await fetch(address.url, {
    method: address.method,
    headers: address.headers,
    body: new Uint8Array(file.bytes),
  });
  if (put.status >= 300) throw new Error(`upload ${name}: ${put.status} ${await put.text()}`);
  known.set(name, attachmentId);
}

async function finalView(stage: Stage, id: string, known: ReadonlyMap<string, string>): Promise<PlayedCase> {
  const caseId = known.get('@caseId') ?? '';
  const reader = await clientOf(stage, { by: 'cc-1', post: 'CC', org: '649900', act: undefined });
  const { body } = await expectOk(reader(`GET /v1/cases/${caseId}`), id);
  return { id, caseId, view: body as CaseView };
}
