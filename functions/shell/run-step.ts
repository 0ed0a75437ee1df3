import type { Actor } from '../../schemas/actor.ts';
import { CaseId } from '../../schemas/ids.ts';
import type { Facts } from '../core/facts.ts';
import { authorise, perform } from '../core/perform.ts';
import { mustTellNothingPersonal } from '../core/personal-text.ts';
import { Problem } from '../core/problem.ts';
import { problems } from '../core/problem-catalogue.ts';
import { actOf, isOpen, type Outcome, type Step } from '../core/step.ts';
import { actorOf, thePublic } from './authenticate.ts';
import { commitOutcome, type Replay } from './commit.ts';
import { logDefect } from './defect.ts';
import { hashOfJson } from './hash.ts';
import { answer, type Request, type Response, refusalOf } from './http.ts';
import { replayKey } from './keys.ts';
import { type Loaded, loadFacts } from './load-facts.ts';
import { noteReading, noteRefusal } from './note.ts';
import { answerOf, refusalAnswer } from './page-response.ts';
import { performed } from './performed-effect.ts';
import type { Ports } from './ports.ts';
import { purposeOf } from './purpose.ts';
import { parsedInput, rawInput } from './read-input.ts';
import { checkVersion } from './request-headers.ts';
import { openNames } from './reveal.ts';

/** Conflicts and changed delegations are tried again with fresh facts, this many times in all (design decision 2). */
const ATTEMPTS = 12;

interface Work<I, R> {
  readonly step: Step<I, R>;
  readonly request: Request;
  readonly ports: Ports;
  readonly actor: Actor;
  readonly input: I;
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | undefined;
}

/**
 * Runs one step for one request: authenticate, authorise, parse, load, decide, fold, commit, answer.
 * One read and one successful transaction a command. Never throws: every error becomes a problem, a defect is logged.
 */
export async function runStep<I, R>(step: Step<I, R>, request: Request, ports: Ports): Promise<Response> {
  let actor: Actor | undefined;
  try {
    checkPath(request);
    actor = isOpen(step) ? thePublic : actorOf(request.claims, request.headers['sunlight-post']);
    const raw = rawInput(request);
    authorise(actOf(step), actor);
    const prohibited = step.prohibited?.(raw);
    if (prohibited) throw new Problem(prohibited.code, prohibited.detail);
    const idempotency = idempotencyOf(request, raw, actor);
    const input = parsedInput(step, raw);
    return await withRetries({ step, request, ports, actor, input, idempotency });
  } catch (error) {
    return refuse(error, { step, request, ports, actor });
  }
}

/** No number is longer; keys of the store are bounded, and a gateway lets ten thousand characters through. */
const LONGEST_NUMBER = 200;

function checkPath({ params }: Request): void {
  if (Object.values(params).some((number) => number.length > LONGEST_NUMBER)) throw new Problem('route-unknown');
}

async function refuse<I, R>(
  error: unknown,
  at: {
    step: Step<I, R>;
    request: Request;
    ports: Ports;
    actor: Actor | undefined;
  },
): Promise<Response> {
  const problem = refusalOf(error);
  const { step, request, ports, actor } = at;
  if (problem.code === 'internal' || problem.code === 'storage-full')
    logDefect(step.id, request.requestId, problem.cause);
  if (actor && problems[problem.code].recorded) {
    await noteRefusal(ports, { problem, actor, step: step.id, caseId: caseIdOf(request) }).catch((failure: unknown) =>
      logDefect(step.id, request.requestId, failure),
    );
  }
  return refusalAnswer(step, request, problem);
}

/** The case an attempt was made on. Whatever else stands in its place in the path is not kept: it may be anything. */
const caseIdOf = ({ params }: Request): string | undefined => CaseId.safeParse(params['caseId']).data;

/** A key belongs to the caller who first used it: the first answer is nobody else's, not even in the same system. */
function idempotencyOf(request: Request, raw: unknown, actor: Actor): Work<unknown, unknown>['idempotency'] {
  if (request.method !== 'POST') return undefined;
  const key = request.headers['idempotency-key'];
  if (!key || !/^[\x21-\x7e]{1,128}$/.test(key)) throw new Problem('idempotency-key-missing');
  mustTellNothingPersonal(key);
  return { key, bodyHash: hashOfJson({ by: actor, path: request.path, body: raw }) };
}

async function withRetries<I, R>(work: Work<I, R>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await attemptOnce(work);
    if (response) return response;
    if (attempt === ATTEMPTS) throw new Problem('too-busy');
    await pause(attempt);
  }
}

const pause = (attempt: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(400, 10 * 2 ** attempt)));

/** Undefined when another command came between and the facts must be read again. */
async function attemptOnce<I, R>(work: Work<I, R>): Promise<Response | undefined> {
  const { step, request, ports, actor, input, idempotency } = work;
  const now = ports.clock.now();
  const extra = idempotency ? [replayKey(actor.clientId, idempotency.key)] : [];
  const loaded = await loadFacts(ports, step.facts({ input, params: paramsOf(work), actor }), { now, extra });
  const replay = loaded.extra[0]?.record as Replay | undefined;
  if (replay) return replayed(replay, work);
  const facts = await namedFacts(work, loaded);
  const outcome = perform(step, { facts, input, now });
  checkVersion(step, request, facts);
  if (!outcome.event) return reply(work, outcome, facts);
  const result = await commitOutcome(ports, { ...work, loaded, facts, outcome, now });
  if (result.ok) return afterwards(work, outcome, result.response);
  if (result.role === 'version' && request.headers['if-match'] !== undefined)
    throw new Problem('version-stale', { currentVersion: result.currentVersion });
  // A lock on a person is read again and then refuses by itself; an external number is never read.
  if (result.role === 'unique' && result.key?.pk.startsWith('X#')) throw new Problem('external-number-used');
  return undefined;
}

/** Path parameters, and a key of the request by which pure steps can number what they create. */
const paramsOf = ({
  request,
  actor,
  idempotency,
}: Pick<Work<unknown, unknown>, 'request' | 'actor' | 'idempotency'>): Facts['params'] =>
  idempotency ? { ...request.params, requestKey: hashOfJson([actor, idempotency.key]) } : request.params;

function replayed(replay: Replay, { idempotency }: Pick<Work<unknown, unknown>, 'idempotency'>): Response {
  if (replay.bodyHash !== idempotency?.bodyHash) throw new Problem('idempotency-key-reused');
  return answer(replay.status, replay.reply, {
    ...(replay.etag ? { etag: replay.etag } : {}),
    'idempotent-replay': 'true',
  });
}

async function namedFacts<I, R>(work: Work<I, R>, loaded: Loaded): Promise<Facts> {
  const { step, request, ports, actor, input } = work;
  const facts: Facts = { ...loaded.facts, actor, params: paramsOf(work), names: {} };
  if (step.shows) return { ...facts, names: await openNames(ports, step.shows(facts)) };
  if (!step.reveals) return facts;
  const purpose = purposeOf(request);
  perform(step, { facts, input, now: ports.clock.now() });
  const tokens = step.reveals(facts, input);
  const names = await openNames(ports, tokens);
  await noteReading(ports, {
    actor,
    step: step.id,
    purpose,
    caseId: facts.case?.head.caseId ?? request.params['caseId'],
    persons: step.about?.(input) ?? tokens.length,
  });
  return { ...facts, names };
}

/**
 * An effect that follows a committed event. The event stands whatever becomes of it: a failure is logged, and asking again does it.
 * The secret of a callback is shown with the answer, this once: the replay was written without it.
 */
async function afterwards<I, R>(
  { step, ports, actor, request }: Work<I, R>,
  { effect, reply: told }: Outcome<R>,
  response: Response,
): Promise<Response> {
  if (!effect) return response;
  try {
    const done = await performed(ports, effect, { actor, step });
    if (effect.kind !== 'callback-secret') return response;
    return { ...response, body: JSON.stringify(step.output.parse({ ...told, ...done })) };
  } catch (failure) {
    logDefect(step.id, request.requestId, failure);
    return response;
  }
}

/** The answer of a step without an event: a read, or an effect whose own record makes it safe to ask again. */
async function reply<I, R>(
  { step, request, ports, actor }: Work<I, R>,
  outcome: Outcome<R>,
  facts: Facts,
): Promise<Response> {
  const done = outcome.effect ? await performed(ports, outcome.effect, { actor, step }) : {};
  const etag = facts.case && !isOpen(step) ? { etag: `"${facts.case.version}"` } : {};
  return answerOf(step, request, { reply: step.output.parse({ ...outcome.reply, ...done }), headers: etag });
}
