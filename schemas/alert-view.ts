import * as z from 'zod';
import { AlertLevel } from './alert.ts';
import { AlertRecord } from './alert-record.ts';
import { CountyCode, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';

export const AlertListQuery = z
  .strictObject({
    county: CountyCode.optional(),
    township: TownshipCode.optional(),
    level: AlertLevel.optional(),
    open: z
      .enum(['true', 'false'])
      .optional()
      .describe('true 为未签收的，或督办未答复的；false 为其余 Still to be acknowledged or answered, or not'),
    ...pageQuery,
  })
  .meta({
    id: 'AlertListQuery',
    description: '提醒清单查询 Which alerts to list',
    examples: [{ township: '649900101', open: 'true' }],
  });

/** An alert with its names. */
export const AlertView = z
  .strictObject({
    ...AlertRecord.shape,
    levelText: z.string().describe('级别名称 Name of the level'),
    termText: z.string().describe('期限名称 Name of the term'),
    open: z.boolean().describe('未签收，或督办未答复 Still to be acknowledged or answered'),
    answeredLate: z.boolean().optional().describe('督办答复超过期限 Answered after the last day'),
  })
  .meta({
    id: 'AlertView',
    description: '提醒 Alert as listed',
    examples: [
      {
        alertId: '649900101-DB-2026-000001:decision:2026-08-31:warning',
        level: 'warning',
        subjectKind: 'case',
        subjectId: '649900101-DB-2026-000001',
        subjectName: '案件',
        caseId: '649900101-DB-2026-000001',
        countyCode: '649900',
        townshipCode: '649900101',
        term: 'decision',
        dueOn: '2026-08-31',
        provisional: false,
        on: '2026-08-27',
        at: '2026-08-27T00:30:00.000Z',
        raisedAt: '2026-08-27T00:30:00.000Z',
        deliverAt: '2026-08-27T00:30:00.000Z',
        holderOrg: '649900101',
        holderPost: 'TD',
        countyHeld: false,
        recipients: ['t1-td'],
        missingRecipient: false,
        deliveredAt: '2026-08-27T00:30:01.000Z',
        levelText: '临期预警',
        termText: '作出确认决定',
        open: true,
      },
    ],
  });
export type AlertView = z.infer<typeof AlertView>;

export const AlertList = z.strictObject({ alerts: z.array(AlertView).describe('提醒 Alerts'), ...pageNext }).meta({
  id: 'AlertList',
  description: '提醒清单 List of alerts',
  examples: [
    {
      alerts: [
        {
          alertId: '649900101-DB-2026-000001:decision:2026-08-31:warning',
          level: 'warning',
          subjectKind: 'case',
          subjectId: '649900101-DB-2026-000001',
          subjectName: '案件',
          caseId: '649900101-DB-2026-000001',
          countyCode: '649900',
          townshipCode: '649900101',
          term: 'decision',
          dueOn: '2026-08-31',
          provisional: false,
          on: '2026-08-27',
          at: '2026-08-27T00:30:00.000Z',
          raisedAt: '2026-08-27T00:30:00.000Z',
          deliverAt: '2026-08-27T00:30:00.000Z',
          holderOrg: '649900101',
          holderPost: 'TD',
          countyHeld: false,
          recipients: ['t1-td'],
          missingRecipient: false,
          deliveredAt: '2026-08-27T00:30:01.000Z',
          levelText: '临期预警',
          termText: '作出确认决定',
          open: true,
        },
      ],
    },
  ],
});
