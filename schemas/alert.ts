import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { PersonId, TownshipCode } from './ids.ts';

/** The levels an alert climbs (rulebook 3.9a): 临期预警 → 到期提醒 → 超时限 → 督办 → 上报. */
export const AlertLevel = z.enum(['warning', 'due', 'overdue', 'supervised', 'escalated']).meta({
  id: 'AlertLevel',
  description: '提醒级别：临期预警、到期提醒、超时限、督办、上报 Level of an alert',
  examples: ['overdue'],
});
export type AlertLevel = z.infer<typeof AlertLevel>;

/** What the levels are called. */
export const alertLevelNames: Readonly<Record<AlertLevel, { readonly zh: string; readonly en: string }>> = {
  warning: { zh: '临期预警', en: 'warning before the last day' },
  due: { zh: '到期提醒', en: 'last day' },
  overdue: { zh: '超时限', en: 'overdue' },
  supervised: { zh: '督办', en: 'supervised' },
  escalated: { zh: '上报', en: 'escalated to the city' },
};

/** One alert as the law places it: its true day and instant, also when it is raised late. */
export const ScheduledAlert = z
  .strictObject({
    level: AlertLevel,
    on: CivilDate.describe('提醒日 True day of the alert'),
    at: Instant.describe('提醒时刻 True instant of the alert'),
    dueOn: CivilDate.describe('所提醒期限的最后一日 Last day of the term it is about'),
    provisional: z.boolean().describe('最后一日为暂定 The last day is provisional'),
  })
  .meta({
    id: 'ScheduledAlert',
    description: '应发提醒 Alert as scheduled',
    examples: [
      {
        level: 'overdue',
        on: '2026-10-15',
        at: '2026-10-14T16:00:00.000Z',
        dueOn: '2026-10-14',
        provisional: false,
      },
    ],
  });
export type ScheduledAlert = z.infer<typeof ScheduledAlert>;

const persons = z.array(PersonId).max(20);

/** Who is told in a township. */
export const TownshipRecipients = z
  .strictObject({
    TC: persons.optional().describe('受理经办人员 Clerks'),
    TS: persons.optional().describe('入户调查人员 Surveyors'),
    TR: persons.optional().describe('审核人 Reviewers'),
    TD: persons.optional().describe('确认人（负责人） Confirmers'),
  })
  .meta({
    id: 'TownshipRecipients',
    description: '乡镇接收人 Recipients of a township',
    examples: [{ TD: ['p-td-1'] }],
  });
export type TownshipRecipients = z.infer<typeof TownshipRecipients>;

/** Recipients and duty list of a county (提醒接收人和值班表). A post nobody is named for falls to the head and is an alert of its own. */
export const AlertDirectory = z
  .strictObject({
    townships: z.record(TownshipCode, TownshipRecipients).describe('按乡镇（街道）代码 By township'),
    county: z
      .strictObject({
        CC: persons.describe('县级民政经办人员 County officers'),
        CV: persons.optional().describe('核对机构人员 Verification body'),
        head: persons.min(1).describe('县级民政负责人 Head of county civil affairs'),
      })
      .describe('县级 County'),
    city: persons.describe('市级民政部门接收人 City supervisors'),
    duty: z
      .array(
        z.strictObject({
          on: CivilDate.describe('值班日期 Day of duty'),
          persons: persons.min(1).describe('值班人员 Persons on duty'),
        }),
      )
      .max(400)
      .describe('值班表 Duty list'),
  })
  .meta({
    id: 'AlertDirectory',
    description: '提醒接收人和值班表 Alert recipients and duty list',
    examples: [
      {
        townships: { '649900101': { TC: ['p-clerk-1'], TD: ['p-confirmer-1'] } },
        county: { CC: ['p-county-1'], head: ['p-county-head'] },
        city: ['p-city-1'],
        duty: [{ on: '2026-10-01', persons: ['p-duty-1'] }],
      },
    ],
  });
export type AlertDirectory = z.infer<typeof AlertDirectory>;
