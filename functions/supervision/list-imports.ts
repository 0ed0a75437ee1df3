import { type HistoryImport, ImportList, ImportQuery } from '../../schemas/history-import.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** What a county has imported from older systems. */
export const listImports = defineStep({
  id: 'supervision.list-imports',
  zh: '历史数据导入清单',
  en: 'List imports of history',
  route: 'GET /v1/imports',
  provision: [cite('LAW', '§69')],
  input: ImportQuery,
  output: ImportList,
  facts: ({ input, actor }) => ({
    list: {
      index: 'k',
      pk: subjectsOf(countyAsked(actor, input.county), 'import'),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => ({
    reply: { imports: headsOf<HistoryImport>(facts).map(({ head }) => head), ...nextOf(facts) },
  }),
});
