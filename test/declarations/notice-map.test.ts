import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { problems } from '../../functions/core/problem-catalogue.ts';
import { documents } from '../../functions/documents/index.ts';
import { parameterRules } from '../../functions/law/parameters.ts';
import { termRules } from '../../functions/law/term-rules.ts';
import { steps } from '../../functions/steps.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { duties } from '../../infra/notice/duties.ts';
import { type Duty, type Evidence, noticeClauses } from '../../infra/notice/duty.ts';
import { noticeMap } from '../../infra/notice-map.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const exists = (path: string): boolean => existsSync(join(root, path));

/** Clauses that no duty speaks of. */
const withoutEntry = (list: readonly Duty[]): readonly string[] =>
  noticeClauses.filter((clause) => !list.some((duty) => duty.clause === clause));

type Named = Exclude<keyof Evidence, 'tests'>;
const known: Readonly<Record<Named, (name: string) => boolean>> = {
  steps: (id) => steps.some((step) => step.id === id),
  papers: (kind) => kind in documents,
  queries: (id) => queryCatalogue.some((query) => query.id === id),
  parameters: (key) => key in parameterRules,
  terms: (term) => term in termRules,
  refusals: (code) => code in problems,
  pages: exists,
};

/** What an entry names that is not there, and entries that name nothing. */
function faults({ duty, evidence, outside, missing }: Duty): readonly string[] {
  const about = duty[0];
  if ([evidence, outside, missing].filter((one) => one !== undefined).length !== 1) return [`${about}: one of three`];
  if (!evidence) return [];
  const named = (Object.keys(known) as Named[]).flatMap((kind) =>
    (evidence[kind] ?? []).map((name) => ({ kind, name, there: known[kind](name) })),
  );
  return [
    ...named.filter(({ there }) => !there).map(({ kind, name }) => `${about}: ${kind} ${name}`),
    ...evidence.tests.filter((path) => !exists(`test/${path}`)).map((path) => `${about}: test ${path}`),
    ...(named.length === 0 || evidence.tests.length === 0 ? [`${about}: nothing to show`] : []),
  ];
}

describe('the notice map', () => {
  it('has an entry, or a stated reason why it is no software, for every clause of the notice', () => {
    expect(withoutEntry(duties)).toEqual([]);
    expect(withoutEntry(duties.filter(({ clause }) => clause !== '二(四)'))).toEqual(['二(四)']);
  });

  it('names only steps, papers, queries, parameters, terms, refusals, pages and tests that exist', () => {
    expect(duties.flatMap(faults)).toEqual([]);
  });

  it('would be reported with a name that does not exist, or with nothing to show', () => {
    const duty = (evidence: Evidence): Duty => ({ clause: '一', duty: ['甲', 'a'], evidence });
    expect(
      faults(
        duty({
          steps: ['review.none'],
          papers: ['W99'],
          queries: ['none'],
          parameters: ['none.at.all'],
          terms: ['never'],
          refusals: ['no-such-refusal'],
          pages: ['docs/none.md'],
          tests: ['decide/none.test.ts'],
        }),
      ),
    ).toHaveLength(8);
    expect(faults(duty({ tests: [] }))).toEqual(['甲: nothing to show']);
    expect(faults({ clause: '一', duty: ['甲', 'a'] })).toEqual(['甲: one of three']);
  });

  it('tells every duty in both languages, each once, in words of our own', () => {
    const words = duties.map(({ clause, duty }) => `${clause} ${duty[0]}`);
    expect(words.filter((one, i) => words.indexOf(one) !== i)).toEqual([]);
    const told = duties.flatMap(({ duty, outside, missing }) => [
      duty,
      ...(outside ? [outside] : missing ? [missing] : []),
    ]);
    expect(told.filter(([zh, en]) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]{3}/.test(en) || zh.length > 40)).toEqual(
      [],
    );
  });

  it('lists under each clause the steps that cite it', () => {
    const page = noticeMap(duties, steps);
    const section = page.slice(page.indexOf('## 二(三)2'), page.indexOf('## 二(三)3'));
    expect(section).toContain('`intake.record-consents`');
    expect(page.match(/^## /gm)).toHaveLength(noticeClauses.length);
  });
});
