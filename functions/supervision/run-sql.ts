import type { Actor } from '../../schemas/actor.ts';
import { QueryRunView, type SmallCells, SqlRequest } from '../../schemas/audit-query.ts';
import type { Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { demonstrationTenant, tenants } from '../law/tenants.ts';
import { permittedSql } from './free-sql/gate.ts';
import { anyColumn, smallCellsOf } from './small-cells.ts';

/** The counties asked about: those named, else all the caller supervises. */
const countiesOf = (actor: Actor, { counties }: SqlRequest): readonly string[] =>
  counties
    ? [...new Set(counties)].sort()
    : [...tenants, demonstrationTenant].map(({ code }) => code).filter((countyCode) => covers(actor, { countyCode }));

/** The one county asked about: its set-up tells how small a cell is; of several counties the default does. */
const oneOf = (counties: readonly string[]): string | undefined => (counties.length === 1 ? counties[0] : undefined);

/** Where rows count or add up households, any of their numbers may be a count. */
const smallCellsIn = (facts: Facts, aggregates: boolean, now: string): SmallCells | undefined =>
  aggregates
    ? smallCellsOf({ counts: [anyColumn], sums: [anyColumn] }, facts.county?.parts.parameters ?? [], civilDateOf(now))
    : undefined;

/**
 * Runs a SELECT that an auditor wrote over the lake of the counties supervised, never another's. The purpose and the very text are
 * kept in the access log before it starts (design decision 13); the answer is polled like any other run. Refuses with
 * `division-not-yours`, `sql-not-permitted` (naming the place) and, where the text holds a person's number, `personal-data-in-text`.
 */
export const runSql = defineStep({
  id: 'supervision.run-sql',
  zh: '发起自定查询',
  en: 'Run a query in SQL',
  route: 'POST /v1/query-runs/sql',
  provision: [cite('LAW', '§69'), cite('SEED', '二(三)5')],
  input: SqlRequest,
  output: QueryRunView,
  status: 202,
  effects: ['start-query'],
  facts: ({ input, actor }) => ({ county: oneOf(countiesOf(actor, input)) }),
  decide: (facts, input, now) => {
    const counties = countiesOf(facts.actor, input);
    const foreign = counties.filter((countyCode) => !covers(facts.actor, { countyCode }));
    must(foreign.length === 0 && counties.length > 0, 'division-not-yours', { counties: foreign });
    const { aggregates } = permittedSql(input.sql);
    const runId = `run-${(facts.params['requestKey'] ?? '').slice(0, 24)}`;
    return {
      effect: {
        kind: 'start-query',
        runId,
        query: 'free-sql',
        sql: input.sql,
        text: input.sql,
        values: [],
        params: {},
        counties,
        purpose: input.purpose,
        smallCells: smallCellsIn(facts, aggregates, now),
      },
      reply: { runId, query: 'free-sql', state: 'running' },
    };
  },
});
