import { type DepartmentClient, DepartmentList, DepartmentQuery } from '../../schemas/department.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Lists the systems of departments that may ask for recognitions in a county. */
export const listDepartments = defineStep({
  id: 'supervision.list-departments',
  zh: '部门系统清单',
  en: 'List systems of departments',
  route: 'GET /v1/departments',
  provision: [cite('LAW', '§42(2)')],
  input: DepartmentQuery,
  output: DepartmentList,
  facts: ({ input, actor }) => ({
    list: {
      index: 'k',
      pk: subjectsOf(countyAsked(actor, input.county), 'department'),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => ({
    reply: { departments: headsOf<DepartmentClient>(facts).map(({ head }) => head), ...nextOf(facts) },
  }),
});
