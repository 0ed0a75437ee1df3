import * as z from 'zod';
import { QueryDescription } from '../../schemas/audit-query.ts';
import { defineStep } from '../core/step.ts';
import { cite, citeText } from '../law/sources.ts';
import { querySources } from './queries/generated.ts';

const QueryList = z.strictObject({ queries: z.array(QueryDescription).describe('查询 Queries') }).meta({
  id: 'QueryList',
  description: '查询清单 Named queries',
  examples: [
    {
      queries: [
        {
          id: 'case-timeline',
          zh: '案件办理过程',
          en: 'Timeline of a case',
          why: '供抽查核实。 For spot checks.',
          provision: ['《中华人民共和国社会救助法》第六十九条'],
          params: [{ name: 'case_id', type: 'case-id', text: '案件编号 Case number' }],
        },
      ],
    },
  ],
});

/** The named queries supervisors may run, with their parameters and clauses. */
export const listQueries = defineStep({
  id: 'supervision.list-queries',
  zh: '查询清单',
  en: 'List the named queries',
  route: 'GET /v1/queries',
  provision: [cite('LAW', '§69')],
  input: z.strictObject({}),
  output: QueryList,
  facts: () => ({}),
  decide: () => ({
    reply: {
      queries: querySources.map(({ id, zh, en, why, provision, params }) => ({
        id,
        zh,
        en,
        why,
        provision: provision.map(citeText),
        params: [...params],
      })),
    },
  }),
});
