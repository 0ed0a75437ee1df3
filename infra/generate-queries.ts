/**
 * Writes `generated.ts` and `generated-texts.ts` beside the .sql files of `functions/supervision/queries`, so that bundles and plain Node
 * read the same text without a loader: `node infra/generate-queries.ts`. A test fails while one is stale.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'functions', 'supervision', 'queries');
const target = join(folder, 'generated.ts');
const textTarget = join(folder, 'generated-texts.ts');

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const templated = (text: string): string => `\`${text.replaceAll(/[\\`]|\$\{/g, (found) => `\\${found}`)}\``;

interface Header {
  readonly name: string;
  readonly value: string;
}

/** The header lines of a query, and its text without them. */
function parsed(text: string): { readonly headers: readonly Header[]; readonly sql: string } {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('-- '));
  const headers = lines.slice(0, end).map((line) => {
    const [, name = '', value = ''] = /^-- ([a-z]+): (.+)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no header: ${line}`);
    return { name, value };
  });
  return { headers, sql: lines.slice(end).join('\n').trim() };
}

function entryOf(file: string, text: string): string {
  const { headers, sql } = parsed(text);
  const all = (name: string): string[] => headers.flatMap((header) => (header.name === name ? [header.value] : []));
  const one = (name: string): string => {
    const [value, ...more] = all(name);
    if (value === undefined || more.length > 0) throw new Error(`${file} needs exactly one ${name}`);
    return value;
  };
  if (`${one('id')}.sql` !== file) throw new Error(`${file} is named ${one('id')}`);
  const params = all('param').map((line) => {
    const [name = '', type = '', ...words] = line.split(' ');
    return `{ name: ${quoted(name)}, type: ${quoted(type)}, text: ${quoted(words.join(' '))} },`;
  });
  const marks = sql.split('?').length - 1;
  if (marks !== params.length) throw new Error(`${file} has ${marks} marks for ${params.length} parameters`);
  const columns = (name: string): string =>
    `${name}: [${all(name)
      .flatMap((line) => line.split(', '))
      .map(quoted)
      .join(', ')}],`;
  const [recorded] = all('recorded').map((line) => {
    const [from, to] = line.split('..').map((name) => name.trim());
    const ends = [from && `from: ${quoted(from)}`, to && `to: ${quoted(to)}`].filter((end) => end);
    return `    recorded: { ${ends.join(', ')} },`;
  });
  const provision = all('provision').map((line) => {
    const [source = '', ...clause] = line.split(' ');
    return `cite(${quoted(source)}, ${quoted(clause.join(' '))})`;
  });
  return [
    '  {',
    ...['id', 'zh', 'en', 'why'].map((name) => `    ${name}: ${quoted(one(name))},`),
    `    provision: [${provision.join(', ')}],`,
    params.length === 1
      ? `    params: [${params[0]?.replace(/,$/, '')}],`
      : `    params: [\n${params.map((line) => `      ${line}`).join('\n')}\n    ],`,
    ...(recorded ? [recorded] : []),
    `    ${columns('counts')}`,
    `    ${columns('sums')}`,
    '  },',
  ].join('\n');
}

const files = async (): Promise<readonly (readonly [string, string])[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
};

const constantOf = (file: string): string =>
  file.replace('.sql', '').replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

/** The text of `generated-texts.ts`: a constant a query, so that a bundle holds only the texts its step runs. */
export async function generatedTexts(): Promise<string> {
  const all = await files();
  return [
    '/** The texts of the .sql files of this folder, written by infra/generate-queries.ts. */',
    ...all.map(([file, text]) => `export const ${constantOf(file)} = ${templated(parsed(text).sql)};\n`),
    'export const queryTexts: Readonly<Record<string, string>> = {',
    ...all.map(([file]) => `  '${file.replace('.sql', '')}': ${constantOf(file)},`),
    '};',
    '',
  ].join('\n');
}

/** The text of `generated.ts` as the .sql files ask for it now. Throws an Error that names the file and what its header lacks. */
export async function generatedQueries(): Promise<string> {
  const entries = (await files()).map(([file, text]) => entryOf(file, text));
  return [
    "import { cite } from '../../law/sources.ts';",
    "import type { QuerySource } from './query-source.ts';",
    '',
    '/** The headers of the .sql files of this folder, written by infra/generate-queries.ts. */',
    'export const querySources: readonly QuerySource[] = [',
    ...entries,
    '];',
    '',
  ].join('\n');
}

/** Where the texts belong. */
export const generatedFile = target;
export const generatedTextsFile = textTarget;

if (process.argv[1] === import.meta.filename) {
  await writeFile(target, await generatedQueries());
  await writeFile(textTarget, await generatedTexts());
}
