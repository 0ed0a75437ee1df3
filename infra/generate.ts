/** Writes every generated file of the project: `npm run contract`. test/declarations/fresh.test.ts fails while one is stale. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openapi } from '../functions/shell/openapi.ts';
import { steps } from '../functions/steps.ts';
import { catalogue } from './catalogue.ts';
import { generatedQueries, generatedTexts } from './generate-queries.ts';
import { duties } from './notice/duties.ts';
import { noticeMap } from './notice-map.ts';
import { problemPlaces } from './problem-places.ts';

/** Generated files by their path in the project, and the text that the declarations give now. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['schemas/generated/openapi.json', `${JSON.stringify(openapi(steps), null, 2)}\n`],
    ['docs/catalogue.md', catalogue(steps, await problemPlaces())],
    ['docs/notice-map.md', noticeMap(duties, steps)],
    ['functions/supervision/queries/generated.ts', await generatedQueries()],
    ['functions/supervision/queries/generated-texts.ts', await generatedTexts()],
  ]);
}

async function writeAll(): Promise<void> {
  for (const [path, text] of await generatedFiles()) {
    const target = join(import.meta.dirname, '..', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    process.stdout.write(`${path} ${Buffer.byteLength(text)} bytes\n`);
  }
}

if (process.argv[1] === import.meta.filename) await writeAll();
