import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { Problem } from '../../functions/core/problem.ts';
import { contentTypeOf } from '../../functions/shell/file-content.ts';
import { answer, type Request, type Response } from '../../functions/shell/http.ts';
import { notificationsIn } from '../../functions/shell/local/file-notifier.ts';
import type { FileObjectStore } from '../../functions/shell/local/file-object-store.ts';
import type { MovableClock } from '../../functions/shell/local/movable-clock.ts';
import { RedriveRequest } from '../../functions/shell/redrive/redrive-request.ts';
import { Instant } from '../../schemas/dates.ts';
import type { DocketDriver } from './docket-driver.ts';
import type { SealingDriver } from './sealing-driver.ts';
import type { LocalRoute, ServerOptions } from './server.ts';
import { type TokenIssuer, TokenRequest } from './token-issuer.ts';

export interface LocalRoutes {
  readonly tokens: TokenIssuer;
  readonly clock: MovableClock;
  readonly dockets: DocketDriver;
  readonly sealing: SealingDriver;
  readonly objects: FileObjectStore;
  readonly notificationsFile: string;
  record(): Promise<number>;
  /** Records again what the table holds. */
  redrive(request: RedriveRequest): Promise<unknown>;
}

const MoveClock = z.strictObject({ to: Instant });
const PauseDockets = z.strictObject({ paused: z.boolean() });

/** The routes of the local host that are no steps: development tokens, the movable clock, one-use addresses, health, contract. */
export function localRoutes(on: LocalRoutes): Pick<ServerOptions, 'local' | 'prefixes'> {
  const contract = new URL('../../schemas/generated/openapi.json', import.meta.url);
  const local = new Map<string, LocalRoute>([
    ['GET /v1/health', async () => answer(200, { status: 'ok', now: on.clock.now() })],
    [
      'GET /openapi.json',
      async () => ({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: await readFile(contract, 'utf8'),
      }),
    ],
    [
      'POST /local/token',
      async (request) => answer(200, { token: await on.tokens.issue(parse(TokenRequest, request), on.clock.now()) }),
    ],
    ['GET /local/clock', async () => answer(200, { now: on.clock.now(), nextDocketAt: await on.dockets.nextAt() })],
    ['POST /local/clock', (request) => moveClock(on, request)],
    [
      'POST /local/dockets',
      async (request) => {
        const { paused } = parse(PauseDockets, request);
        on.dockets.pause(paused);
        return answer(200, { paused });
      },
    ],
    [
      'GET /local/notifications',
      async () => answer(200, { notifications: await notificationsIn(on.notificationsFile) }),
    ],
    ['POST /local/record', async () => answer(200, { recorded: await on.record() })],
    ['POST /local/redrive', async (request) => answer(200, await on.redrive(parse(RedriveRequest, request)))],
  ]);
  return {
    local,
    prefixes: [
      ['PUT /local/uploads/', (request, bytes) => upload(on, request, bytes)],
      ['GET /local/downloads/', (request) => download(on, request)],
    ],
  };
}

function parse<T>(schema: z.ZodType<T>, request: Request): T {
  let raw: unknown;
  try {
    raw = JSON.parse(request.body ?? '{}');
  } catch (cause) {
    throw new Problem('json-invalid', {}, { cause });
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Problem('input-invalid', {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

async function moveClock(on: LocalRoutes, request: Request): Promise<Response> {
  const { to } = parse(MoveClock, request);
  if (to < on.clock.now()) throw new Problem('clock-never-goes-back', { now: on.clock.now() });
  await on.dockets.moveTo(to);
  await on.sealing.run();
  return answer(200, { now: on.clock.now() });
}

async function upload({ objects }: LocalRoutes, request: Request, bytes: Buffer): Promise<Response> {
  const result = await objects.acceptUpload(request.path.split('/').at(-1) ?? '', bytes);
  if (!result.ok) throw new Problem('upload-refused', { why: result.why });
  return answer(201, { stored: true });
}

async function download({ objects }: LocalRoutes, request: Request): Promise<Response> {
  const found = await objects.openDownload(request.path.split('/').at(-1) ?? '');
  if (!found) throw new Problem('attachment-not-found');
  return {
    status: 200,
    headers: {
      'content-type': contentTypeOf(found.bytes) ?? 'application/octet-stream',
      // Keys are made of codes only; the last part is what the file is called.
      'content-disposition': `attachment; filename="${found.key.split('/').at(-1)}"`,
    },
    body: Buffer.from(found.bytes).toString('latin1'),
    encoding: 'latin1',
  };
}
