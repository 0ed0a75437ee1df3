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
    delegationId: z.string().optional().describe('所依据的授权 Delegation'),
    prevHash: z.string().describe('上一事件哈希，首个为空 Hash of the event before'),
    hash: z.string().describe('本事件哈希 Hash'),
  })
  .meta({ id: 'CaseEventView', description: '案件事件 Event of a case' });
export type CaseEventView = z.infer<typeof CaseEventView>;

export const CaseEventList = z
  .strictObject({ events: z.array(CaseEventView).describe('事件，按序号 Events in order'), ...pageNext })
  .meta({ id: 'CaseEventList', description: '案件事件清单 Events of a case' });
