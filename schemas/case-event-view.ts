import * as z from 'zod';
import { Actor } from './actor.ts';
import { Instant } from './dates.ts';
import { pageNext, pageQuery } from './page.ts';
import { PaperKind } from './paper.ts';

export const EventListQuery = z
  .strictObject(pageQuery)
  .meta({ id: 'EventListQuery', description: '事件清单查询 Page of events', examples: [{ limit: 50 }] });

/** One event of a case as supervisors read it: tokens instead of names. */
export const CaseEventView = z
  .strictObject({
    seq: z.int().min(1).describe('序号，等于其后的案件版本 Number; the version after it'),
    at: Instant.describe('登记时刻 Recorded'),
    type: z.string().describe('事件类型 Type'),
    step: z.string().describe('办理事项 Step that caused it'),
    actor: Actor,
    data: z.record(z.string(), z.unknown()).describe('事件内容，人员为代号 What happened; persons as tokens'),
    papers: z
      .array(
        z.strictObject({
          paperId: z.string().describe('案内编号 id within the case'),
          kind: PaperKind,
          number: z.string().describe('文号 Number'),
        }),
      )
      .describe('出具的文书 Papers issued'),
    lawPack: z.string().describe('适用规则包 Law pack'),
    calendar: z.string().describe('适用日历 Calendar'),
    mandateId: z.string().optional().describe('代理人所依据的委托 Mandate of the agent who acted'),
    delegationId: z.string().optional().describe('所依据的授权 Delegation'),
    prevHash: z.string().describe('上一事件哈希，首个为空 Hash of the event before'),
    hash: z.string().describe('本事件哈希 Hash'),
  })
  .meta({ id: 'CaseEventView', description: '案件事件 Event of a case' });
export type CaseEventView = z.infer<typeof CaseEventView>;

export const CaseEventList = z
  .strictObject({ events: z.array(CaseEventView).describe('事件，按序号 Events in order'), ...pageNext })
  .meta({
    id: 'CaseEventList',
    description: '案件事件清单 Events of a case',
    examples: [
      {
        events: [
          {
            seq: 2,
            at: '2026-08-03T02:00:00.000Z',
            type: 'application-accepted',
            step: 'intake.accept-application',
            actor: { personId: 't1-tc', post: 'TC', orgCode: '649900101', clientId: 'portal' },
            data: {
              on: '2026-08-03',
              dueOn: '2026-08-31',
              provisional: false,
              postBy: '2026-08-21',
              relativesFound: [],
            },
            papers: [{ paperId: 'W07-1', kind: 'W07', number: '演一镇社救〔2026〕2号' }],
            lawPack: 'RP-2026B',
            calendar: 'CN-2026',
            delegationId: 'DB_URBAN-649900101-2026-01-01',
            prevHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
            hash: '80a00f0b51c6d51dc228b0b2b1f4fb3a510da55c0aaef2a956d7c488180d68f9',
          },
        ],
      },
    ],
  });
