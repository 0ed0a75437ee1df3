import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { trustedKey } from '../verify/note.ts';
import { sha256Hex } from '../verify/tree.ts';
import { cosigner } from './cosigner.ts';
import { hasCode, seenHeads } from './seen-heads.ts';
import { type Witness, witness } from './witness.ts';

const USAGE = `用法 Usage: npm run witness -- --name NAME --log VKEY [--log VKEY …] [--dir .data/witness] [--port 8790]
  --name  见证人名称，写入联署 name that stands in the cosignatures
  --log   所见证的存证的公钥 public key of a log it watches
`;
/** Far more than a checkpoint with 63 hashes has. */
const MAX_BODY = 64 * 1024;

/** The seed of the key, made on first use, for the owner's eyes only. */
async function seedIn(dir: string): Promise<Buffer> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, 'key');
  await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  return Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > MAX_BODY) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

interface Serving {
  readonly made: Witness;
  readonly origins: readonly string[];
}

async function serve({ made, origins }: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, type: string, text: string): void => {
    response.writeHead(status, { 'content-type': type }).end(text);
  };
  const plain = 'text/plain; charset=utf-8';
  if (request.method === 'POST' && request.url === '/add-checkpoint') {
    const body = await bodyOf(request);
    if (body === undefined) return send(413, plain, 'too long\n');
    const { status, type, body: text } = await made.addCheckpoint(body);
    return send(status, type, text);
  }
  const asked = /^\/([0-9a-f]{64})\/checkpoint$/.exec(request.url ?? '')?.[1];
  const origin = request.method === 'GET' && asked ? origins.find((one) => sha256Hex(one) === asked) : undefined;
  const note = origin && (await made.newest(origin));
  return note ? send(200, plain, note) : send(404, plain, 'not found\n');
}

/** Starts a witness on this machine's own address and no other; answers where, and its public key. Port 0 picks a free one. */
export async function startWitness(options: {
  readonly name: string;
  readonly logs: readonly string[];
  readonly dir: string;
  readonly port: number;
  readonly now?: () => number;
}): Promise<{ readonly url: string; readonly verifierKey: string; stop(): Promise<void> }> {
  const logs = options.logs.map(trustedKey);
  const signer = cosigner(options.name, await seedIn(options.dir));
  const made = witness({
    cosigner: signer,
    logs,
    seen: await seenHeads(join(options.dir, 'seen')),
    now: options.now ?? (() => Math.floor(Date.now() / 1000)),
  });
  const server = createServer((request, response) => {
    serve({ made, origins: logs.map(({ name }) => name) }, request, response).catch((error: unknown) => {
      process.stderr.write(`witness: ${String(error)}\n`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((done) => server.listen(options.port, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    verifierKey: signer.verifierKey,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      log: { type: 'string', multiple: true, default: [] },
      dir: { type: 'string', default: '.data/witness' },
      port: { type: 'string', default: '8790' },
    },
  });
  if (!values.name || values.log.length === 0) {
    process.stdout.write(USAGE);
    process.exitCode = 2;
  } else {
    const { url, verifierKey } = await startWitness({
      name: values.name,
      logs: values.log,
      dir: values.dir,
      port: Number(values.port),
    });
    process.stdout.write(`见证服务 Witness: ${url}\n公钥 Public key: ${verifierKey}\n`);
  }
}
