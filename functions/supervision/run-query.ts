import type * as z from 'zod';
import { QueryRequest, QueryRunView } from '../../schemas/audit-query.ts';
import { CountyCode } from '../../schemas/ids.ts';
import type { Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must, Problem } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { monthsAsked } from './queries/months-asked.ts';
import { countyAsked, type NamedQuery, queryNamed, valuesFor } from './queries/query-catalogue.ts';
import { smallCellsOf } from './small-cells.ts';

type Params = Readonly<Record<string, string>>;

const codeOf = (issues: readonly z.core.$ZodIssue[]): 'unknown-field' | 'date-invalid' | 'input-invalid' => {
  if (issues.some(({ code }) => code === 'unrecognized_keys')) return 'unknown-field';
  if (issues.some((issue) => issue.code === 'invalid_format' && issue.format === 'date')) return 'date-invalid';
  return 'input-invalid';
};

/** The parameters as the query wants them; every fault is named with its place. */
function checkedParams(query: NamedQuery, params: Params): Params {
  const parsed = query.params.safeParse(params);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const errors = issues.map(({ path, message }) => ({ path: ['params', ...path].join('.'), message }));
    throw new Problem(codeOf(issues), { errors });
  }
  const { from_on: fromOn, to_on: toOn } = parsed.data;
  must(fromOn === undefined || toOn === undefined || fromOn <= toOn, 'date-out-of-order', { fromOn, toOn });
  return parsed.data;
}

/** The county the query is about, if the caller supervises it; a case of another division does not exist (design decision 14). */
function countyFor(facts: Facts, query: NamedQuery, params: Params): string {
  const countyCode = countyAsked(query, params);
  if (countyCode === undefined) throw new Error(`${query.id} names no county`);
  const ofCase = params['case_id'];
  if (ofCase === undefined) must(covers(facts.actor, { countyCode }), 'division-not-yours', { countyCode });
  else must(covers(facts.actor, { countyCode }), 'case-not-found', { caseId: ofCase });
  return countyCode;
}

/** The county whose set-up tells how small a cell is; undefined where the request names none. */
const countyIn = ({ query, params }: QueryRequest): string | undefined => {
  const named = queryNamed(query);
  return CountyCode.safeParse(named && countyAsked(named, params)).data;
};

/**
 * Runs a named query over the lake, for the county it names and no other. The purpose is kept with who asked what in the access
 * log before the query starts (design decision 13); the answer is polled.
 */
export const runQuery = defineStep({
  id: 'supervision.run-query',
  zh: '发起查询',
  en: 'Run a named query',
  route: 'POST /v1/query-runs',
  provision: [cite('LAW', '§69'), cite('SEED', '二(三)5')],
  input: QueryRequest,
  output: QueryRunView,
  status: 202,
  effects: ['start-query'],
  facts: ({ input }) => ({ county: countyIn(input) }),
  decide: (facts, input, now) => {
    const query = queryNamed(input.query);
    must(query, 'query-not-found', { query: input.query });
    const params = checkedParams(query, input.params);
    const countyCode = countyFor(facts, query, params);
    const runId = `run-${(facts.params['requestKey'] ?? '').slice(0, 24)}`;
    return {
      effect: {
        kind: 'start-query',
        runId,
        query: query.id,
        sql: query.sql,
        values: valuesFor(query, params),
        params,
        counties: [countyCode],
        recorded: monthsAsked(query, params),
        purpose: input.purpose,
        smallCells: smallCellsOf(query, facts.county?.parts.parameters ?? [], civilDateOf(now)),
      },
      reply: { runId, query: query.id, state: 'running' },
    };
  },
});
