import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileKeyring } from '../../functions/shell/local/file-keyring.ts';
import {
  erasePerson,
  openPerson,
  personTokenOf,
  type SealedPerson,
  sealPerson,
} from '../../functions/shell/personal-data.ts';
import type { Keyring } from '../../functions/shell/ports.ts';

let dir = '';
let keyring: Keyring;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-keys-'));
  keyring = fileKeyring(join(dir, 'new', 'key'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const ID = '649900198511200032';
const data = { name: '示例人', idNumber: ID, phone: '13800000000' };
const unreadable = expect.objectContaining({ name: 'PersonUnreadable' });

async function sealed() {
  const countyKey = await keyring.countyKey('649900');
  const token = await personTokenOf(keyring, ID);
  return { countyKey, token, record: sealPerson({ countyKey, token, data }) };
}
const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const flip = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return bytes.toString('base64');
};

describe('the local keyring', () => {
  it('creates its key file for the owner alone and finds the same keys after a restart', async () => {
    const path = join(dir, 'new', 'key');
    const before = await keyring.countyKey('649900');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const again = fileKeyring(path);
    expect(await again.countyKey('649900')).toEqual(before);
    expect(await again.hmac('person', ID)).toBe(await keyring.hmac('person', ID));
    expect(await readFile(path, 'utf8')).not.toContain(Buffer.from(before).toString('hex'));
  });

  it('makes one key file even when many ask at once', async () => {
    const path = join(dir, 'race');
    const keys = await Promise.all(Array.from({ length: 10 }, () => fileKeyring(path).countyKey('649900')));
    expect(new Set(keys.map(String)).size).toBe(1);
  });

  it('keeps counties and purposes apart', async () => {
    const keys = [await keyring.countyKey('649900'), await keyring.countyKey('640104')].map((key) => String(key));
    const marks = [
      await keyring.hmac('person', ID),
      await keyring.hmac('phone', ID),
      await keyring.hmac('person', 'x'),
    ];
    expect(new Set([...keys, ...marks]).size).toBe(5);
    expect(marks[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a key file that others can read or that is damaged', async () => {
    const path = join(dir, 'open');
    await writeFile(path, `${'0'.repeat(64)}\n`);
    await chmod(path, 0o644);
    await expect(fileKeyring(path).countyKey('649900')).rejects.toThrow(/chmod 600/);
    await chmod(path, 0o600);
    expect(await fileKeyring(path).countyKey('649900')).toHaveLength(32);
    await writeFile(path, 'short');
    await expect(fileKeyring(path).countyKey('649900')).rejects.toThrow(/damaged/);
  });
});

describe('personal data', () => {
  it('opens again with the county key and the token', async () => {
    const { countyKey, token, record } = await sealed();
    expect(openPerson({ countyKey, token, record: JSON.parse(JSON.stringify(record)) })).toEqual(data);
    expect(token).toMatch(/^t_[0-9a-f]{32}$/);
  });

  it('shows nothing of the person and is different each time', async () => {
    const [first, second] = [(await sealed()).record, (await sealed()).record];
    for (const field of ['wrappedKey', 'iv', 'tag', 'ciphertext'] as const)
      expect(first[field]).not.toBe(second[field]);
    const bytes = Object.values(first).map((value) => Buffer.from(value ?? '', 'base64').toString('utf8'));
    expect(bytes.join('')).not.toMatch(/示例人|649900198511200032|13800000000/);
  });

  it.each(['wrappedKey', 'iv', 'tag', 'ciphertext'] as const)('does not open when %s was altered', async (field) => {
    const { countyKey, token, record } = await sealed();
    const altered: SealedPerson = { ...record, [field]: flip(record[field] ?? '') };
    expect(thrown(() => openPerson({ countyKey, token, record: altered }))).toEqual(unreadable);
  });

  it('does not open for another county, for another person, or with another record’s key', async () => {
    const { countyKey, token, record } = await sealed();
    const other = await sealed();
    const otherCounty = await keyring.countyKey('640104');
    const swapped = { ...record, wrappedKey: other.record.wrappedKey };
    expect(thrown(() => openPerson({ countyKey: otherCounty, token, record }))).toEqual(unreadable);
    expect(thrown(() => openPerson({ countyKey, token: 't_0', record }))).toEqual(unreadable);
    expect(thrown(() => openPerson({ countyKey, token, record: swapped }))).toEqual(unreadable);
  });

  it('does not take a truncated tag for a tag', async () => {
    const { countyKey, token, record } = await sealed();
    const tag = Buffer.from(record.tag, 'base64').subarray(0, 4).toString('base64');
    expect(thrown(() => openPerson({ countyKey, token, record: { ...record, tag } }))).toEqual(unreadable);
  });

  it('is gone for good once the wrapped key is erased', async () => {
    const { countyKey, token, record } = await sealed();
    const erased = erasePerson(record);
    expect(erased).toEqual({ ...record, wrappedKey: null });
    expect(thrown(() => openPerson({ countyKey, token, record: erased }))).toMatchObject({ name: 'PersonErased' });
  });
});
