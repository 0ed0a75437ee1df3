import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, PersonToken, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';

const erasureId = z.string().min(1).max(60).describe('清除编号 number of the erasure');

/** What keeps a person's key: another case, open or still kept on file, or a post in the staff register. */
export const Hold = z
  .strictObject({
    caseId: CaseId.optional().describe('案件 case'),
    program: z.string().max(20).optional(),
    endedOn: CivilDate.optional().describe('退出或办结日 ended on; absent while it is open'),
    staff: PersonId.optional().describe('登记的工作人员 member of staff'),
  })
  .meta({ id: 'Hold', description: '须继续保存个人信息的原因 What a person’s data are kept for' });
export type Hold = z.infer<typeof Hold>;

/** The disposal of a file whose term is over: asked for by one person, approved by another (到期档案的处置). */
export const Erasure = z
  .strictObject({
    erasureId,
    caseId: CaseId,
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    state: z.enum(['requested', 'erased']).describe('状态：待批准、已清除 requested, erased'),
    requestedBy: PersonId,
    requestedAt: Instant,
    approvedBy: PersonId.optional(),
    approvedAt: Instant.optional(),
    erased: z.int().min(0).describe('已清除人数 persons whose key was removed'),
    kept: z.int().min(0).describe('因其他案件或任职暂不清除的人数 persons still held by another case or a post'),
  })
  .meta({
    id: 'Erasure',
    description: '到期档案个人信息清除 Erasure of the persons of a file',
    examples: [
      {
        erasureId: '649900101-DB-2026-000001-ERA',
        caseId: '649900101-DB-2026-000001',
        countyCode: '649900',
        townshipCode: '649900101',
        state: 'requested',
        requestedBy: 't1-tc',
        requestedAt: '2037-01-05T02:00:00.000Z',
        erased: 0,
        kept: 0,
      },
    ],
  });
export type Erasure = z.infer<typeof Erasure>;

export const ErasureEventBody = z.discriminatedUnion('type', [
  event('erasure-requested', { erasure: Erasure, reason: statement }),
  event('keys-erased', {
    caseId: CaseId,
    on: CivilDate,
    approvedBy: PersonId,
    approvedAt: Instant,
    persons: z.array(PersonToken),
    kept: z.int().min(0),
  }),
]);
export type ErasureEventBody = z.infer<typeof ErasureEventBody>;

export const ErasureRequest = z
  .strictObject({
    caseId: CaseId,
    reason: z.string().min(1).max(400).describe('处置依据或鉴定意见，不得写个人信息 why it may be disposed of'),
  })
  .meta({
    id: 'ErasureRequest',
    description: '申请清除到期档案的个人信息 Request to erase',
    examples: [{ caseId: '649900101-DB-2026-000001', reason: '保管期限届满，经鉴定无继续保存价值' }],
  });

export const ErasureApproval = z
  .strictObject({})
  .meta({ id: 'ErasureApproval', description: '批准清除 Approval of an erasure', examples: [{}] });

export const ErasureQuery = z
  .strictObject({ county: CountyCode.optional(), ...pageQuery })
  .meta({ id: 'ErasureQuery', description: '清除清单查询 Which erasures to list', examples: [{ limit: 50 }] });

export const ErasureList = z
  .strictObject({ erasures: z.array(Erasure).describe('清除 erasures'), ...pageNext })
  .meta({ id: 'ErasureList', description: '清除清单 List of erasures', examples: [{ erasures: [] }] });
