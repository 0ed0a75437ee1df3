import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedKeyring } from '../../functions/shell/key-derivation.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { run } from '../../verify/main.ts';
import { COUNTY } from './ledger-for-tests.ts';
import { attacked, edit, FIRST, type SealedCounty, sealedCounty } from './sealed-county.ts';

/** Numbers are those of the list of attacks in the design's report on tamper evidence. */
let county: SealedCounty;
beforeAll(async () => {
  county = await sealedCounty();
});
afterAll(() => county.stop());

const LAST = FIRST + 21;

describe('Keys and signatures', () => {
  const other = async (): Promise<string> =>
    logVerifierKey({ keyring: derivedKeyring(async () => new Uint8Array(32).fill(2)) }, COUNTY);

  it('16 · another key is not the log’s; with both keys the log may change from one to the other; a key taken back ends it', async () => {
    const wrong = await run([county.folder, '--key', await other()]);
    expect(wrong.text).toContain('not signed with a key that is trusted');
    expect(wrong.code).toBe(1);
    expect((await run([county.folder, '--key', county.key, '--key', await other()])).code).toBe(0);
  });

  it('are not asked for by the public board: a line to read and a code to photograph', async () => {
    const { text, code } = await run(['board', county.checkpoint(LAST)]);
    expect(text).toContain(`存证共 ${LAST} 项，根 `);
    expect(text.split('\n').length).toBeGreaterThan(15);
    expect(code).toBe(0);
    expect((await run(['board', `${county.folder}/tile/0/000`])).code).toBe(1);
  });

  it('17 · more signature lines of others change nothing', async () => {
    const line = `— someone.example/new ${Buffer.alloc(68, 5).toString('base64')}\n`;
    const name = `checkpoints/${String(LAST).padStart(12, '0')}`;
    expect((await attacked(county, ({ ledger }) => edit(join(ledger, name), (b) => `${b}${line}`))).code).toBe(0);
  });

  /** The order of the group of Ed25519: s + order is the same signature to whoever does not check its range (RFC 8032 5.1.7). */
  const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
  const malleable = (note: string): string =>
    note.replace(/(— \S+ )(\S+)\n$/, (_line, head: string, encoded: string) => {
      const bytes = Buffer.from(encoded, 'base64');
      const s = BigInt(`0x${Buffer.from(bytes.subarray(36)).reverse().toString('hex')}`) + ORDER;
      Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse().copy(bytes, 36);
      return `${head}${bytes.toString('base64')}\n`;
    });

  it.each<[string, (note: string) => string]>([
    ['CRLF', (note) => note.replaceAll('\n', '\r\n')],
    ['no em dash', (note) => note.replace('— ', '- ')],
    ['another size', (note) => note.replace(`\n${LAST}\n`, `\n${LAST - 1}\n`)],
    ['another form of the same signature', malleable],
    [
      'base64 with spare bits',
      (note) =>
        note
          .replace(/A==\n$/, 'B==\n')
          .replace(/([AEIMQUYcgkosw048])=\n$/, (_m, c: string) => `${String.fromCharCode(c.charCodeAt(0) + 1)}=\n`),
    ],
    ['no signature', (note) => note.replace(/— .*\n$/u, '')],
  ])('17 · a note with %s is none', async (_name, change) => {
    const name = `checkpoints/${String(LAST).padStart(12, '0')}`;
    const { text, code } = await attacked(county, ({ ledger }) => edit(join(ledger, name), (b) => change(String(b))));
    expect(text).toContain(`[tampered] ${name}`);
    expect(code).toBe(1);
  });

  it('of one checkpoint do not serve for another', async () => {
    const { code } = await attacked(county, async ({ ledger }) => {
      const [first = '', last = ''] = (await readdir(join(ledger, 'checkpoints'))).sort();
      await copyFile(join(ledger, 'checkpoints', first), join(ledger, 'checkpoints', last));
    });
    expect(code).toBe(1);
    expect(String(await readFile(county.checkpoint(FIRST)))).toContain(`\n${FIRST}\n`);
  });
});
