import * as z from 'zod';
import { CivilDate } from '../../schemas/dates.ts';
import { CountyCode } from '../../schemas/ids.ts';
import { pageNext, pageQuery } from '../../schemas/page.ts';
import { Term } from '../../schemas/term.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { dueIn } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { covers } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { isOverdue, lastDayOf } from '../law/term-start.ts';

const StaffTaskQuery = z
  .strictObject({ county: CountyCode.optional(), ...pageQuery })
  .meta({ id: 'StaffTaskQuery', description: '未结任务查询 Which open tasks', examples: [{}] });

const StaffTask = z.strictObject({
  subjectKind: z.string().describe('主体种类 kind of subject'),
  subjectId: z.string().describe('案件或信访编号 case or complaint'),
  term: Term.shape.term,
  lastOn: CivilDate.describe('最后一日 last day'),
  overdue: z.boolean().describe('已超期 overdue'),
});

const StaffTaskList = z
  .strictObject({
    personId: z.string().describe('人员编号 person'),
    tasks: z.array(StaffTask).describe('未结任务 Open tasks'),
    ...pageNext,
  })
  .meta({
    id: 'StaffTaskList',
    description: '未结任务清单 Open tasks of a person',
    examples: [{ personId: 't1-tc', tasks: [] }],
  });

interface Due {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly countyCode: string;
  readonly townshipCode?: string;
  readonly term: Term;
}

/**
 * The running terms a person holds, of cases and complaints: what must be handed over before they leave (SD8, D57 §11). It walks the county's
 * running terms by day, so a page may be empty and still have a next one.
 */
export const listStaffTasks = defineStep({
  id: 'supervision.list-staff-tasks',
  zh: '人员未结任务清单',
  en: 'List the open tasks of a person',
  route: 'GET /v1/staff/{personId}/tasks',
  provision: [cite('D57', '§11'), cite('SEED', '二(三)5')],
  input: StaffTaskQuery,
  output: StaffTaskList,
  facts: ({ input, actor }) => {
    const { countyCode } = divisionAsked(actor, { county: input.county });
    return { list: { index: 'd', pk: dueIn(countyCode), limit: input.limit, cursor: input.cursor } };
  },
  decide: (facts, _input, now) => {
    const { personId = '' } = facts.params;
    const on = civilDateOf(now);
    const tasks = recordsOf<Due>(facts)
      .filter(({ term }) => term.holderId === personId && term.endedOn === undefined)
      .filter(({ subjectKind, term }) => subjectKind !== 'complaint' || term.holderOrg === facts.actor.orgCode)
      .filter(({ countyCode, townshipCode }) =>
        covers(facts.actor, { countyCode, ...(townshipCode ? { townshipCode } : {}) }),
      )
      .map(({ subjectKind, subjectId, term }) => ({
        subjectKind,
        subjectId,
        term: term.term,
        lastOn: lastDayOf(term),
        overdue: isOverdue(term, on),
      }));
    return { reply: { personId, tasks, ...nextOf(facts) } };
  },
});
