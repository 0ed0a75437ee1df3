import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_UPLOAD_BYTES } from '../../functions/shell/file-content.ts';
import { type FileObjectStore, fileObjectStore } from '../../functions/shell/local/file-object-store.ts';

let root = '';
let store: FileObjectStore;
let now = '2026-10-09T01:00:00.000Z';
const open = () => fileObjectStore({ root, clock: { now: () => now }, baseUrl: () => 'http://127.0.0.1:8787' });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sunlight-objects-'));
  store = await open();
});
afterAll(() => rm(root, { recursive: true, force: true }));

const text = (value: string) => new TextEncoder().encode(value);
const read = async (key: string) => {
  const bytes = await store.get(key);
  return bytes && new TextDecoder().decode(bytes);
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

let serial = 0;
async function announce(bytes: Uint8Array, more: { readonly contentType?: string; readonly size?: number } = {}) {
  serial += 1;
  const key = `attachments/649900/file-${serial}`;
  const address = await store.uploadAddress({
    key,
    size: bytes.length,
    contentType: 'image/png',
    sha256: sha256(bytes),
    expiresAt: '2026-10-09T01:15:00.000Z',
    ...more,
  });
  return { key, address, token: tokenOf(address.url) };
}

describe('the object store', () => {
  it('gives back what was put, and null for what is not there', async () => {
    expect(await store.put('a/b.txt', text('一'))).toBe('stored');
    expect(await read('a/b.txt')).toBe('一');
    expect(await store.put('a/b.txt', text('二'))).toBe('stored');
    expect(await read('a/b.txt')).toBe('二');
    expect([await store.get('a/none'), await store.get('a'), await store.get('a/b.txt/c')]).toEqual([null, null, null]);
  });

  it('gives the first bytes of an object, all of a short one, and null for what is not there', async () => {
    await store.put('a/long', text('abcdefghij'));
    const first = async (key: string, length: number) => {
      const bytes = await store.beginning(key, length);
      return bytes && new TextDecoder().decode(bytes);
    };
    expect([await first('a/long', 4), await first('a/long', 99), await first('a/none', 4)]).toEqual([
      'abcd',
      'abcdefghij',
      null,
    ]);
  });

  it('tells the hash of what is stored', async () => {
    await store.put('a/hash', text('abc'));
    expect(await store.sha256('a/hash')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await store.sha256('a/none')).toBeNull();
  });

  it('lets exactly one of many writers put an absent object', async () => {
    const writers = Array.from({ length: 20 }, (_, n) =>
      store.put('manifest/1', text(`writer ${n}`), { ifAbsent: true }),
    );
    const answers = await Promise.all(writers);
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
    expect(await read('manifest/1')).toBe(`writer ${answers.indexOf('stored')}`);
  });

  it('lists keys below a prefix in order, and no unfinished files', async () => {
    for (const key of ['l/ym=2026-10/b', 'l/ym=2026-10/a', 'l/ym=2026-09/z', 'l2/x']) await store.put(key, text(key));
    expect(await store.list('l/')).toEqual(['l/ym=2026-09/z', 'l/ym=2026-10/a', 'l/ym=2026-10/b']);
    expect(await store.list('l/ym=2026-1')).toEqual(['l/ym=2026-10/a', 'l/ym=2026-10/b']);
    expect(await store.list('l')).toHaveLength(4);
    expect(await store.list('nothing/here/')).toEqual([]);
    expect(await store.list('l/', { after: 'l/ym=2026-10' })).toEqual(['l/ym=2026-10/a', 'l/ym=2026-10/b']);
    expect(await store.list('l/', { after: 'l/ym=2026-10/a' })).toEqual(['l/ym=2026-10/b']);
    expect(await store.list('l/ym=2026-10/', { after: 'l/ym=2026-09/z' })).toHaveLength(2);
    expect(await store.list('l/', { after: 'm' })).toEqual([]);
    expect(await readdir(join(root, 'staging'))).toEqual([]);
  });

  it.each([
    '',
    '/',
    '../x',
    'a/../x',
    'a//b',
    '/etc/passwd',
    'a/',
    '.hidden',
    'a/.',
    'a\\b',
    'a\0b',
    'ä',
    'x'.repeat(901),
  ])('refuses the key %j', async (key) => {
    const refused = { name: 'BadObjectKey' };
    await expect(store.put(key, text('x'))).rejects.toMatchObject(refused);
    await expect(store.get(key)).rejects.toMatchObject(refused);
    await expect(store.downloadAddress({ key, expiresAt: now })).rejects.toMatchObject(refused);
  });
});

describe('a one-use upload address', () => {
  it('takes the announced bytes once', async () => {
    const { key, address, token } = await announce(PNG);
    expect(address).toMatchObject({ method: 'PUT', headers: { 'content-type': 'image/png' } });
    expect(address.url).toMatch(/^http:\/\/127\.0\.0\.1:8787\/local\/uploads\/[A-Za-z0-9_-]{43}$/);
    expect(await store.acceptUpload(token, PNG)).toEqual({ ok: true, key });
    expect(await store.get(key)).toEqual(Buffer.from(PNG));
    expect(await store.acceptUpload(token, PNG)).toEqual({ ok: false, why: 'unknown' });
  });

  it('survives a restart of the host', async () => {
    const { key, token } = await announce(PNG);
    expect(await (await open()).acceptUpload(token, PNG)).toEqual({ ok: true, key });
  });

  it('refuses other bytes, and still takes the right ones afterwards', async () => {
    const { key, token } = await announce(PNG);
    const altered = PNG.map((byte, i) => (i === 10 ? byte + 1 : byte));
    expect(await store.acceptUpload(token, PNG.slice(1))).toEqual({ ok: false, why: 'size' });
    expect(await store.acceptUpload(token, altered)).toEqual({ ok: false, why: 'sha256' });
    expect(await store.get(key)).toBeNull();
    expect(await store.acceptUpload(token, PNG)).toEqual({ ok: true, key });
  });

  it('goes by the content and not by what it is called', async () => {
    const html = text('<script>alert(1)</script>');
    const asPng = await announce(html);
    expect(await store.acceptUpload(asPng.token, html)).toEqual({ ok: false, why: 'content' });
    const asPdf = await announce(PNG, { contentType: 'application/pdf' });
    expect(await store.acceptUpload(asPdf.token, PNG)).toEqual({ ok: false, why: 'content' });
    const pdf = text('%PDF-1.7');
    const right = await announce(pdf, { contentType: 'application/pdf' });
    expect(await store.acceptUpload(right.token, pdf)).toMatchObject({ ok: true });
  });

  it('refuses more than 20 MB whatever was announced', async () => {
    const large = new Uint8Array(MAX_UPLOAD_BYTES + 1);
    large.set(PNG);
    const { token } = await announce(large);
    expect(await store.acceptUpload(token, large)).toEqual({ ok: false, why: 'size' });
  });

  it('never replaces an object that is already there', async () => {
    const { key, token } = await announce(PNG);
    await store.put(key, text('first'));
    expect(await store.acceptUpload(token, PNG)).toEqual({ ok: false, why: 'used' });
    expect(await read(key)).toBe('first');
  });

  it('refuses unknown, malformed and download tokens', async () => {
    const url = await store.downloadAddress({ key: 'a/b.txt', expiresAt: '2026-10-09T01:15:00.000Z' });
    for (const token of ['x', '../../a', 'A'.repeat(43), tokenOf(url)]) {
      expect(await store.acceptUpload(token, PNG)).toEqual({ ok: false, why: 'unknown' });
    }
  });

  it('ends after its time, and is swept away at the next start', async () => {
    const { token } = await announce(PNG);
    now = '2026-10-09T01:15:00.001Z';
    expect(await store.acceptUpload(token, PNG)).toEqual({ ok: false, why: 'expired' });
    store = await open();
    expect(await store.acceptUpload(token, PNG)).toEqual({ ok: false, why: 'unknown' });
    now = '2026-10-09T01:00:00.000Z';
  });
});

describe('a one-use download address', () => {
  it('gives the bytes once, and not after its time', async () => {
    await store.put('papers/w21.txt', text('决定书'));
    const request = { key: 'papers/w21.txt', expiresAt: '2026-10-09T01:15:00.000Z' };
    const token = tokenOf(await store.downloadAddress(request));
    expect(await store.openDownload(token)).toEqual({ key: request.key, bytes: Buffer.from(text('决定书')) });
    expect(await store.openDownload(token)).toBeNull();
    const late = tokenOf(await store.downloadAddress({ ...request, expiresAt: '2026-10-09T00:59:59.999Z' }));
    expect(await store.openDownload(late)).toBeNull();
  });
});
