import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { problems } from '../../functions/core/problem-catalogue.ts';
import { documents } from '../../functions/documents/index.ts';
import { parameterRules } from '../../functions/law/parameters.ts';
import { powers } from '../../functions/law/powers.ts';
import { procedure } from '../../functions/law/procedure.ts';
import { programTitles } from '../../functions/law/program-titles.ts';
import { type Citation, sources } from '../../functions/law/sources.ts';
import { termRules } from '../../functions/law/term-rules.ts';
import { steps } from '../../functions/steps.ts';
import { querySources } from '../../functions/supervision/queries/generated.ts';
import { problemClauses } from '../../infra/catalogue.ts';
import { noticeClauses } from '../../infra/notice/duty.ts';
import { problemPlaces } from '../../infra/problem-places.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const places = await problemPlaces();

/** `cite('KEY', 'clause'` as it stands in a text, whatever calls it. */
const citesIn = (text: string): readonly { readonly source: string; readonly clause: string }[] =>
  [...text.matchAll(/\bcite\(\s*'([^']+)',\s*'([^']+)'/g)].map(([, source = '', clause = '']) => ({ source, clause }));

const shapes: readonly RegExp[] = [
  /^§\d/, // an article, of a law or of measures
  /^[一二三四五六七八九十]+(\([一二三四五六七八九十]+\))?\d*$/, // part, section and item of an opinion or a notice
];

/** Why a citation cannot stand: a text nobody listed, a clause without a shape, or a clause the notice does not have. */
function faultOf({ source, clause }: { readonly source: string; readonly clause: string }): string | undefined {
  if (!(source in sources)) return `${source} is not in sources.ts`;
  if (source === 'SEED' && !(noticeClauses as readonly string[]).includes(clause)) return `the notice has no ${clause}`;
  if (['LAW', 'D57', 'T43', 'R62', 'CIVIL', 'PIPL', 'FYF', 'N83', 'TA18', 'TA26', 'L39', 'Z18'].includes(source))
    return shapes.some((shape) => shape.test(clause)) ? undefined : `${source} ${clause} is no clause`;
  return clause.trim() === '' ? `${source} without a clause` : undefined;
}

async function citedInSources(): Promise<readonly string[]> {
  const names = [
    ...(await readdir(join(root, 'functions'), { recursive: true })).map((name) => `functions/${name}`),
    ...(await readdir(join(root, 'infra'), { recursive: true })).map((name) => `infra/${name}`),
  ].filter((name) => name.endsWith('.ts'));
  const found = await Promise.all(
    names.map(async (name) => citesIn(await readFile(join(root, name), 'utf8')).map((one) => ({ ...one, name }))),
  );
  return found.flat().flatMap((one) => {
    const fault = faultOf(one);
    return fault ? [`${one.name}: ${fault}`] : [];
  });
}

const declared: Readonly<Record<string, readonly (readonly [name: string, citations: readonly Citation[]])[]>> = {
  steps: steps.map(({ id, provision }) => [id, provision]),
  powers: powers.map(({ act, basis }) => [act, basis]),
  transitions: procedure.map(({ act, basis }) => [act, basis]),
  terms: Object.values(termRules).map(({ term, citations }) => [term, citations]),
  parameters: Object.entries(parameterRules).map(([key, { citation }]) => [key, [citation]]),
  papers: Object.values(documents).map(({ kind, provision }) => [kind, provision]),
  programs: Object.entries(programTitles).map(([key, { basis }]) => [key, basis]),
  queries: querySources.map(({ id, provision }) => [id, provision]),
};

describe('every provision', () => {
  it.each(Object.keys(declared))('behind %s is in sources.ts, and nothing is without one', (kind) => {
    const list = declared[kind] ?? [];
    expect(list.length).toBeGreaterThan(0);
    expect(list.filter(([, citations]) => citations.length === 0).map(([name]) => name)).toEqual([]);
    expect(
      list.flatMap(([name, citations]) => citations.flatMap((one) => faultOf(one)?.concat(` (${name})`) ?? [])),
    ).toEqual([]);
  });

  it('cited anywhere in the code is in sources.ts', async () => {
    expect(await citedInSources()).toEqual([]);
  });

  it('would be reported: an unknown text, a clause the notice does not have, a clause without a shape', () => {
    const text = "[cite('NOWHERE', '§1'), cite('SEED', '二(三)9'), cite('D57', '第十条'), cite('LAW', '§44(2)')]";
    expect(citesIn(text).map(faultOf)).toEqual([
      'NOWHERE is not in sources.ts',
      'the notice has no 二(三)9',
      'D57 第十条 is no clause',
      undefined,
    ]);
  });
});

describe('every refusal', () => {
  it('rests on a rule of the rulebook, on the clauses of the steps that give it, or on the contract of the API', () => {
    const bare = Object.entries(problems).filter(
      ([code, { rule }]) => !rule && problemClauses(places.get(code) ?? { files: [], within: [] }, steps) === '',
    );
    expect(bare.map(([code]) => code)).toEqual([]);
  });

  it('names its rule by a number of the rulebook, a decision of the design or a text of sources.ts', () => {
    const known = (rule: string): boolean =>
      rule
        .split('/')
        .every(
          (one) =>
            /^(P\d{2}|SD\d|T\d+|K\d+|[AB]\d+|W\d{2}|\d+(\.\d+a?)?|design-\d+|evidence)$/.test(one) ||
            (one.split(' ')[0] ?? '') in sources,
        );
    const strange = Object.entries(problems).filter(([, { rule }]) => rule !== undefined && !known(rule));
    expect(strange.map(([code, { rule }]) => `${code}: ${rule}`)).toEqual([]);
  });
});
