import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { addressOf } from '../../functions/shell/openapi-operation.ts';
import { steps } from '../../functions/steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const english = await read('README.md');
const chinese = await read('README.zh-CN.md');

const fence = /```(\w*)\n([\s\S]*?)```/g;
const shellBlocks = (text: string): readonly string[] =>
  [...text.matchAll(fence)]
    .filter(([, kind]) => kind === 'sh')
    .map(([, , code = '']) => code.replaceAll(/ {2,}# .*$/gm, ''));
const map = (text: string): readonly string[] =>
  [...text.matchAll(fence)].filter(([, kind]) => kind === '').flatMap(([, , code = '']) => code.trim().split('\n'));
const levels = (text: string): readonly number[] =>
  text
    .replaceAll(fence, '')
    .split('\n')
    .flatMap((line) => (/^#+ /.test(line) ? [line.indexOf(' ')] : []));
const localLinks = (text: string): readonly string[] =>
  [...text.replaceAll(fence, '').matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);

describe('the two READMEs', () => {
  it('have the same sections, the same commands and the same map', () => {
    expect(levels(chinese)).toEqual(levels(english));
    expect(shellBlocks(chinese)).toEqual(shellBlocks(english));
    const folders = (text: string) => map(text).map((line) => line.split(/ {2,}/).slice(0, -1));
    expect(folders(chinese)).toEqual(folders(english));
    expect(map(english)).toHaveLength(12);
  });

  it('name only scripts that package.json has', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
    const named = [...english.matchAll(/npm (?:run (\w+)|(start|test))/g)].map(([, run, short]) => run ?? short ?? '');
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
  });

  it('call only addresses that a step has', () => {
    const routes = steps.flatMap((step) => {
      const address = addressOf(step);
      return address ? [new RegExp(`^${address.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)] : [];
    });
    const called = shellBlocks(english).flatMap((code) =>
      [...code.matchAll(/\$API(\/v1\/[^\s"?]+)/g)].map(([, path = '']) => path),
    );
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((path) => !routes.some((route) => route.test(path)))).toEqual([]);
  });
});

describe('the pages', () => {
  it('link only to files that exist', async () => {
    const adrs = (await readdir(join(root, 'docs/adr'))).map((name) => `docs/adr/${name}`);
    const pages = [
      'README.md',
      'README.zh-CN.md',
      'CONTRIBUTING.md',
      'docs/catalogue.md',
      'docs/notice-map.md',
      'docs/runbook.md',
      'verify/README.md',
      'witness/README.md',
      ...adrs,
    ];
    const lost: string[] = [];
    for (const page of pages)
      for (const target of localLinks(await read(page)))
        await access(join(root, dirname(page), target)).catch(() => lost.push(`${page}: ${target}`));
    expect(lost).toEqual([]);
  });

  it('list every decision', async () => {
    const list = await read('docs/adr/README.md');
    const adrs = (await readdir(join(root, 'docs/adr'))).filter((name) => /^\d{4}-/.test(name));
    expect(adrs.filter((name) => !list.includes(`(${name})`))).toEqual([]);
  });

  it('name every schema in the list of nouns', async () => {
    const list = await read('schemas/README.md');
    const files = (await readdir(join(root, 'schemas'))).filter((name) => name.endsWith('.ts'));
    expect(files.filter((name) => !list.includes(`\`${name.slice(0, -3)}\``))).toEqual([]);
  });
});
