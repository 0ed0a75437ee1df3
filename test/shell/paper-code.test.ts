import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedKeyring } from '../../functions/shell/key-derivation.ts';
import { codeOf, paperOf } from '../../functions/shell/paper-code.ts';

const keyring = derivedKeyring(async () => randomBytes(32));
const other = derivedKeyring(async () => randomBytes(32));
const paper = { caseId: '649900101-DB-2026-000001', paperId: 'W20-1' };

describe('the code of a paper', () => {
  it('leads to its paper and to no other, is the same each time, and tells nothing', async () => {
    const papers = fc.record({
      caseId: fc.integer({ min: 1, max: 999_999 }).map((n) => `649900101-DB-2026-${String(n).padStart(6, '0')}`),
      paperId: fc
        .tuple(fc.integer({ min: 5, max: 35 }), fc.integer({ min: 1, max: 9_999 }))
        .map(([kind, at]) => `W${String(kind).padStart(2, '0')}-${at}`),
    });
    await fc.assert(
      fc.asyncProperty(papers, async (one) => {
        const code = await codeOf(keyring, one);
        expect(code).toBe(await codeOf(keyring, one));
        expect(code).toMatch(/^[A-Za-z0-9_-]{60,72}$/);
        expect(code).not.toContain('649900');
        expect(await paperOf(keyring, code)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('with any character changed, cut or of another key is none', async () => {
    const code = await codeOf(keyring, paper);
    for (let at = 0; at < code.length; at += 1) {
      const changed = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
      if (Buffer.from(changed, 'base64url').equals(Buffer.from(code, 'base64url'))) continue;
      expect(await paperOf(keyring, changed)).toBeUndefined();
    }
    for (const wrong of ['', code.slice(0, -2), `${code}AA`, 'x'.repeat(63), '../../etc', await codeOf(other, paper)])
      expect(await paperOf(keyring, wrong)).toBeUndefined();
  });
});
