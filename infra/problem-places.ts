import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { problems } from '../functions/core/problem-catalogue.ts';

const root = join(import.meta.dirname, '..');

/** Where a refusal is given: the files that name it, and those of them and of their importers in the same folder that may be steps. */
export interface ProblemPlace {
  readonly files: readonly string[];
  readonly within: readonly string[];
}

const contexts = /^functions\/(intake|review|supervision)\/[^/]+\.ts$/;

async function sourceTexts(): Promise<readonly (readonly [path: string, text: string])[]> {
  const folders = ['functions', 'infra/local'];
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((n) => `${folder}/${n}`),
    ),
  );
  const sources = names.flat().filter((name) => name.endsWith('.ts') && !name.includes('core/problems/'));
  return Promise.all(sources.sort().map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const));
}

/** Files that give each refusal, without the catalogue itself: by code, paths in the project. */
export async function problemPlaces(): Promise<ReadonlyMap<string, ProblemPlace>> {
  const texts = await sourceTexts();
  const importing = (path: string): readonly string[] =>
    texts.filter(([, text]) => text.includes(`/${basename(path)}'`)).map(([importer]) => importer);
  const placeOf = (code: string): ProblemPlace => {
    const files = texts.filter(([, text]) => text.includes(`'${code}'`)).map(([path]) => path);
    const ofContexts = files.filter((path) => contexts.test(path));
    return { files, within: [...new Set([...ofContexts, ...ofContexts.flatMap(importing)])] };
  };
  return new Map(Object.keys(problems).map((code) => [code, placeOf(code)]));
}
