import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { root } from '../../infra/aws/lambdas.ts';
import { buildPrintLayer, printPackages } from '../../infra/aws/print-layer.ts';

let folder: string;
let modules: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sunlight-print-'));
  modules = join(folder, 'layer', 'nodejs', 'node_modules');
  await buildPrintLayer(join(folder, 'layer'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const script = `
  import { printPaper } from ${JSON.stringify(join(root, 'functions', 'shell', 'pdf', 'print-paper.ts'))};
  const sheet = { title: '受理通知书', number: '演示〔2026〕1号', paragraphs: ['您好。'], closing: [], issuer: '演示一镇人民政府', date: '2026年8月5日', issuedOn: '2026-08-05' };
  const kept = [];
  const objects = { put: async (key, bytes) => { kept.push(key, Buffer.from(bytes).subarray(0, 5).toString()); return 'stored'; }, downloadAddress: async ({ key }) => key };
  const store = { commit: async () => ({ ok: true }) };
  const keyring = { hmac: async () => 'ab'.repeat(32) };
  const publicAddress = () => 'https://example.org/v1/verifications/';
  const paper = { caseId: '649900101-DB-2026-000001', paperId: 'W07-1' };
  printPaper({ objects, store, keyring, publicAddress }, { kind: 'print-paper', paper, sheet, expiresAt: '2026-08-05T01:15:00.000Z' }).then((printed) => process.stdout.write(JSON.stringify({ ...printed, kept })));
`;

describe('the layer of the step that prints', () => {
  it('lets a bundle print with nothing else installed', async () => {
    const outfile = join(folder, 'index.js');
    await build({
      stdin: { contents: script, resolveDir: root },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      external: [...printPackages],
    });
    const { stdout } = await promisify(execFile)(process.execPath, [outfile], {
      cwd: folder,
      env: { NODE_PATH: modules },
    });
    const printed = JSON.parse(stdout) as { url: string; sha256: string; bytes: number; kept: string[] };
    expect(printed.kept).toEqual([`papers/2026-08-05/${printed.sha256}.pdf`, '%PDF-']);
    expect(printed.url).toBe(printed.kept[0]);
  });

  it('carries the licence of the font', () => {
    expect(existsSync(join(modules, '@fontsource', 'lxgw-wenkai', 'LICENSE'))).toBe(true);
  });
});
