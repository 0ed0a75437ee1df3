import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiClient, apiClient, type Caller, expectOk, type Reply } from '../../infra/local/api-client.ts';
import { exampleJpeg } from '../../infra/local/example-file.ts';
import { type Host, startHost } from '../../infra/local/host.ts';
import { setUpDemonstrationCounty } from '../../infra/local/set-up.ts';

export interface WholeHost extends Host {
  readonly dir: string;
  /** A client for a person of the demonstration county: `as('TC', 't1-tc')`. */
  as(role: string, personId: string, more?: Partial<Caller>): Promise<ApiClient>;
  /** Uploads a file and answers its attachment id. */
  upload(name: string): Promise<string>;
  /** Moves the clock to a time in Asia/Shanghai. */
  at(on: string, time?: string): Promise<void>;
}

const orgOf = (role: string, personId: string): string => {
  if (role === 'CITY') return '649900';
  if (role === 'AP') return '';
  const township = { t1: '649900101', t2: '649900102', t3: '649900001' }[personId.slice(0, 2)];
  if (!township) return '649900';
  return role === 'VC' ? `${township}201` : township;
};

/**
 * The whole local host in this process: real engine, real files, a clock that stands still until it is moved.
 * `startOn` is the civil date it starts on; `empty` leaves the county out.
 */
export async function startWholeHost(
  options: {
    readonly startOn?: string;
    readonly empty?: boolean;
    readonly dir?: string;
    readonly follows?: boolean;
    /** A clock of the test's own, in milliseconds, instead of one that stands still. */
    readonly system?: () => number;
    readonly callbackTimeoutMs?: number;
  } = {},
): Promise<WholeHost> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'sunlight-whole-')));
  const frozen = Date.parse(`${options.startOn ?? '2026-07-01'}T09:00:00+08:00`);
  const host = await startHost({
    dataDir: dir,
    port: 0,
    system: options.system ?? (() => frozen),
    follows: options.follows ?? true,
    ...(options.callbackTimeoutMs !== undefined && { callbackTimeoutMs: options.callbackTimeoutMs }),
  });
  if (!options.empty) await setUpDemonstrationCounty(host.url);
  const as: WholeHost['as'] = (role, personId, more = {}) =>
    apiClient(host.url, { personId, role, orgCode: orgOf(role, personId), clientId: 'test-portal', ...more });
  return {
    ...host,
    dir,
    as,
    upload: (name) => uploaded(as, name),
    at: (on, time = '10:00') => host.dockets.moveTo(new Date(`${on}T${time}:00+08:00`).toISOString()),
    stop: async () => {
      await host.stop();
      if (!options.dir) await rm(dir, { recursive: true, force: true });
    },
  };
}

async function uploaded(as: WholeHost['as'], name: string): Promise<string> {
  const file = exampleJpeg(name);
  const clerk = await as('TC', 't1-tc');
  const key = createHash('sha256').update(name).digest('hex');
  const body = {
    countyCode: '649900',
    size: file.bytes.length,
    contentType: 'image/jpeg',
    sha256: file.sha256,
    purpose: 'evidence',
  };
  const { body: registered } = await expectOk(clerk('POST /v1/attachments', { body, key }), `register ${name}`);
  const { attachmentId, upload } = registered as {
    attachmentId: string;
    upload: { url: string; headers: Record<string, string> };
  };
  const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(file.bytes) });
  if (put.status >= 300) throw new Error(`upload ${name}: ${put.status} ${await put.text()}`);
  return attachmentId;
}

/** The code of a refusal, or undefined when the call succeeded. */
export const codeOf = (reply: Reply): string | undefined =>
  reply.status < 300 ? undefined : (reply.body as { code?: string }).code;
