import { StaffList, StaffListQuery, type StaffRecord } from '../../schemas/staff.ts';
import { countyAsked } from '../core/division-asked.ts';
import { partitionOf } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { staffView } from './register-staff.ts';

/** Who holds which post, by person id: no names, no numbers, and relatives only counted. */
export const listStaff = defineStep({
  id: 'supervision.list-staff',
  zh: '工作人员清单',
  en: 'List staff',
  route: 'GET /v1/staff',
  provision: [cite('D57', '§11')],
  input: StaffListQuery,
  output: StaffList,
  facts: ({ input, actor }) => ({
    list: {
      partition: partitionOf('county', countyAsked(actor, input.county)),
      prefix: 'STAFF#',
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => ({ reply: { staff: recordsOf<StaffRecord>(facts).map(staffView), ...nextOf(facts) } }),
});
