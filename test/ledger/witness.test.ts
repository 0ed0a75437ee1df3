import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { httpWitnesses } from '../../functions/shell/http-witness.ts';
import { askWitnesses } from '../../functions/shell/ledger/ask-witnesses.ts';
import { cosignedNote } from '../../functions/shell/ledger/cosignatures.ts';
import { storedHashes } from '../../functions/shell/ledger/stored-tiles.ts';
import { consistencyRanges } from '../../functions/supervision/ledger/merkle.ts';
import { parseNote } from '../../functions/supervision/ledger/signed-note.ts';
import { isConsistent, sha256Hex } from '../../verify/tree.ts';
import { cosigner } from '../../witness/cosigner.ts';
import { startWitness } from '../../witness/main.ts';
import { COUNTY } from './ledger-for-tests.ts';
import { referenceConsistencies, referenceRoots } from './reference-proofs.ts';
import { attacked, edit, FIRST, packOf, type SealedCounty, sealedCounty, verifyPack } from './sealed-county.ts';

const LAST = FIRST + 21;
const SEED = Buffer.alloc(32, 9);
const SEEN_AT = Date.parse('2026-08-04T16:01:00.000Z') / 1000;
let county: SealedCounty;
let forged: SealedCounty;
beforeAll(async () => {
  county = await sealedCounty();
  forged = await sealedCounty({ 40: { data: { on: '2026-08-03', amountFen: 99 } } });
});
afterAll(async () => {
  await county.stop();
  await forged.stop();
});

let dir: string;
let made: Awaited<ReturnType<typeof startWitness>>;
const start = () =>
  startWitness({ name: 'witness.example/finance', logs: [county.key], dir, port: 0, now: () => SEEN_AT });
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-witness-'));
  await writeFile(join(dir, 'key'), SEED.toString('hex'));
  made = await start();
});
afterEach(async () => {
  await made.stop();
  await rm(dir, { recursive: true, force: true });
});

const post = async (body: string) => {
  const response = await fetch(`${made.url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
};

/** A request for a checkpoint of a county from an old size, with the proof that its own tiles give. */
async function asked(of: SealedCounty, old: number, size: number): Promise<string> {
  const proof = await storedHashes(of.ports.objects, { countyCode: COUNTY, size }, consistencyRanges(old, size));
  const lines = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
  return `old ${old}\n${lines}\n${await readFile(of.checkpoint(size), 'utf8')}`;
}

describe('A witness (C2SP tlog-witness)', () => {
  it('cosigns the first checkpoint it sees, and a later one that is shown to begin with it', async () => {
    expect((await post(await asked(county, 0, FIRST))).status).toBe(200);
    const later = await post(await asked(county, FIRST, LAST));
    expect(later.status).toBe(200);
    expect(later.text).toMatch(/^— witness\.example\/finance [A-Za-z0-9+/]+=*\n$/);
    const newest = await fetch(`${made.url}/${sha256Hex(`sunlight/ledger/${COUNTY}`)}/checkpoint`);
    expect(await newest.text()).toBe((await readFile(county.checkpoint(LAST), 'utf8')) + later.text);
  });

  it('says which size it saw last when it is asked from another one', async () => {
    await post(await asked(county, 0, FIRST));
    expect(await post(await asked(county, 0, LAST))).toEqual({
      status: 409,
      text: `${FIRST}\n`,
      type: 'text/x.tlog.size',
    });
  });

  it('signs no smaller tree, also after it was started anew', async () => {
    await post(await asked(county, 0, LAST));
    await made.stop();
    made = await start();
    expect(await post(await asked(county, 0, FIRST))).toMatchObject({ status: 409, text: `${LAST}\n` });
    expect((await post((await asked(county, FIRST, LAST)).replace(`old ${FIRST}`, `old ${LAST}`))).status).toBe(422);
    expect((await post(`old ${LAST}\n\n${await readFile(county.checkpoint(FIRST), 'utf8')}`)).status).toBe(400);
  });

  it('3, 12, 13 · signs no log that was written anew, of the same size or larger, though its key signed it', async () => {
    await post(await asked(county, 0, FIRST));
    expect((await post(await asked(forged, FIRST, FIRST))).status).toBe(422);
    expect((await post(await asked(forged, FIRST, LAST))).status).toBe(422);
    expect((await post(await asked(county, FIRST, LAST))).status).toBe(200);
  });

  it('signs one of two that come at the same time, and never goes back', async () => {
    const both = await Promise.all([post(await asked(county, 0, LAST)), post(await asked(forged, 0, LAST))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('forgets nothing silently: a damaged note of what it saw stops it', async () => {
    await post(await asked(county, 0, FIRST));
    await writeFile(join(dir, 'seen', `${sha256Hex(`sunlight/ledger/${COUNTY}`)}.json`), '{');
    const response = await fetch(`${made.url}/add-checkpoint`, { method: 'POST', body: await asked(county, 0, FIRST) });
    expect(response.status).toBe(500);
  });

  it.each<[string, number, (body: string) => string]>([
    ['an unknown log', 404, (body) => body.replaceAll('sunlight/ledger', 'other/ledger')],
    ['a checkpoint nobody signed', 403, (body) => body.replace(/\n(\d+)\n(?=[A-Za-z0-9+/]{43}=\n\n)/, '\n9999\n')],
    ['no old size', 400, (body) => body.replace('old 0', 'new 0')],
    ['an old size with a zero before it', 400, (body) => body.replace('old 0', 'old 00')],
    [
      'a proof where none is needed',
      422,
      (body) => body.replace('old 0\n', `old 0\n${Buffer.alloc(32, 1).toString('base64')}\n`),
    ],
    ['a hash of another length', 400, (body) => body.replace('old 0\n', 'old 0\nAAAA\n')],
    ['nothing', 400, () => ''],
    ['an empty checkpoint', 404, (body) => body.slice(0, body.indexOf('\n\n') + 2)],
    ['17 · a note with CRLF', 403, (body) => body.replace(/\n$/, '\r\n')],
    ['17 · a note without its em dash', 403, (body) => body.replace('— ', '- ')],
    ['a checkpoint cut off', 403, (body) => body.slice(0, -9)],
  ])('refuses %s, and remembers nothing of it', async (_name, status, change) => {
    expect((await post(change(await asked(county, 0, FIRST)))).status).toBe(status);
    expect((await fetch(`${made.url}/${sha256Hex(`sunlight/ledger/${COUNTY}`)}/checkpoint`)).status).toBe(404);
  });

  it('17 · passes over a signature line it does not know', async () => {
    const line = `— someone.example/new ${Buffer.alloc(68, 5).toString('base64')}\n`;
    expect((await post((await asked(county, 0, FIRST)) + line)).status).toBe(200);
  });

  it('follows every reference proof of consistency, and none with a hash more', () => {
    for (const [old, size, path] of referenceConsistencies) {
      const of = (n: number) => ({ size: n, root: Buffer.from(referenceRoots[n] ?? '', 'hex') });
      const proof = path.map((hash) => Buffer.from(hash, 'hex'));
      expect(isConsistent(of(old), of(size), proof)).toBe(true);
      expect(isConsistent(of(old), of(size), [...proof, Buffer.alloc(32)])).toBe(false);
      if (old < size) expect(isConsistent(of(size), of(old), proof)).toBe(false);
    }
  });
});

describe('A county that has its log witnessed', () => {
  it('keeps the cosignature with the checkpoint, where verifiers can ask for it', async () => {
    const before = ['--key', county.key, '--witness', made.verifierKey];
    expect((await verifyPack(await packOf(county), before)).text).toContain('not cosigned by witness.example/finance');
    const ports = { ...county.ports, witnesses: httpWitnesses(made.url, made.verifierKey) };
    expect(await askWitnesses(ports, COUNTY)).toBe(1);
    expect(await askWitnesses(ports, COUNTY)).toBe(1);
    expect(await cosignedNote(county.ports.store, COUNTY, LAST)).toContain('— witness.example/finance ');
    expect(await verifyPack(await packOf(county), before)).toMatchObject({ code: 0 });
  });

  it('counts, where keys of witnesses are configured, only what those signed', async () => {
    const other = cosigner('witness.example/finance', Buffer.alloc(32, 7)).verifierKey;
    const [known, foreign] = [made.verifierKey, other].map((key) => httpWitnesses(made.url, key));
    const text = 'any.example/log\n1\nAAAA\n';
    const line = (signer: ReturnType<typeof cosigner>) => parseNote(`${text}\n${signer.cosign(text, 1_790_000_000)}`);
    const [signature] = line(cosigner('witness.example/finance', Buffer.alloc(32, 7)))?.signatures ?? [];
    if (!signature) throw new Error('no signature');
    expect(foreign?.[0]?.knows?.(text, signature)).toBe(true);
    expect(foreign?.[0]?.knows?.(text.replace('1', '2'), signature)).toBe(false);
    expect(known?.[0]?.knows?.(text, signature)).toBe(false);
    expect(() => httpWitnesses(made.url, 'witness.example/finance+00000000+AAAA')).toThrow('no key of a witness');
    expect(await askWitnesses({ ...forged.ports, witnesses: foreign ?? [] }, COUNTY)).toBe(0);
  });

  it('goes on without one that does not answer', async () => {
    const gone = { ...forged.ports, witnesses: httpWitnesses(`http://127.0.0.1:1,${made.url}`) };
    expect(await askWitnesses(gone, COUNTY)).toBe(1);
  });

  it('finds a cosignature that does not hold', async () => {
    const pack = await packOf(county);
    const bent = pack.checkpoint.replace(
      /(finance \S{30})(.)/,
      (_m, head: string, c: string) => `${head}${c === 'A' ? 'B' : 'A'}`,
    );
    expect(bent).not.toBe(pack.checkpoint);
    const { text, code } = await verifyPack({ ...pack, checkpoint: bent }, [
      '--key',
      county.key,
      '--witness',
      made.verifierKey,
    ]);
    expect(text).toContain('the signature of witness.example/finance does not hold');
    expect(code).toBe(1);
  });

  it('14 · finds an event that says it is younger than the witness who saw it', async () => {
    const name = `checkpoints/${String(LAST).padStart(12, '0')}`;
    const early = Date.parse('2026-08-03T12:00:00.000Z') / 1000;
    const add = (note: Buffer) =>
      `${note}${cosigner('witness.example/finance', SEED).cosign(`${String(note).split('\n\n')[0]}\n`, early)}`;
    const { text, code } = await attacked(
      county,
      ({ ledger }) => edit(join(ledger, name), add),
      ({ ledger }) => [ledger, '--witness', made.verifierKey],
    );
    expect(text).toContain('recorded after witnesses saw it');
    expect(code).toBe(1);
  });
});
