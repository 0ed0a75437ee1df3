import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { CaseId, CountyCode, PersonId, PersonToken, ResidentId, TownshipCode, VillageCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { Term } from './term.ts';

/** Who came upon a household in need (主动发现, rulebook 3.8). */
export const LeadSource = z
  .enum(['village-committee', 'grid-worker', 'staff', 'social-worker', 'data-alert', 'hotline-12349'])
  .meta({
    id: 'LeadSource',
    description: '线索来源：村（居）委会、网格员、工作人员、社会工作者、数据预警、12349 热线 Who found it',
    examples: ['grid-worker'],
  });

/** What seems to be lacking; an assessment comes later. */
export const LeadNeed = z
  .enum(['living', 'medical', 'education', 'housing', 'employment', 'disaster', 'disability', 'care', 'emergency'])
  .meta({
    id: 'LeadNeed',
    description: '困难类型：基本生活、医疗、教育、住房、就业、受灾、残疾、照料、急难 Kind of need',
    examples: ['living'],
  });

export const LeadOutcome = z.enum(['APPLIED', 'DECLINED', 'NOT_FOUND', 'ALREADY_COVERED']).meta({
  id: 'LeadOutcome',
  description: '结果：已申请、本人不申请、查无此人、已在救助中 Outcome of a lead',
  examples: ['APPLIED'],
});

const leadId = z.string().min(1).max(64).describe('线索编号 number of the lead');

/** One attempt to reach the person. */
export const LeadContact = z
  .strictObject({
    on: CivilDate,
    at: Instant,
    by: PersonId,
    method: z.enum(['visit', 'phone', 'other']).describe('联系方式 how'),
    reached: z.boolean().describe('是否联系到本人或其家人 whether somebody was reached'),
    informed: z.boolean().describe('是否已告知救助政策 whether the policy was explained'),
  })
  .meta({ id: 'LeadContact', description: '一次联系 One contact' });
export type LeadContact = z.infer<typeof LeadContact>;

/** A lead as it is kept: who it is about stands in a sealed record of its own, under a token. */
export const Lead = z
  .strictObject({
    leadId,
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    source: LeadSource,
    needs: z.array(LeadNeed).describe('困难类型 needs'),
    withoutCapacity: z
      .boolean()
      .describe('无民事行为能力或限制民事行为能力，须主动帮助申请 cannot apply alone: to be helped'),
    contactToken: PersonToken.describe('加密联系信息的代号 token of the sealed contact record'),
    person: PersonToken.optional().describe('人员代号，知道身份号码时 token of the person, where the number is known'),
    reportedOn: CivilDate,
    reportedBy: PersonId,
    contactBy: CivilDate.describe('最迟联系日 last day for the first contact'),
    provisional: z.boolean().describe('日期为暂定 provisional date'),
    contacts: z.array(LeadContact).max(10).describe('联系记录，最近十次 contacts, the last ten'),
    contactedOn: CivilDate.optional().describe('首次联系日 first contact'),
    reached: z.boolean().describe('已联系到 somebody was reached'),
    informed: z.boolean().describe('已告知政策 the policy was explained'),
    terms: z.array(Term).describe('期限 terms'),
    outcome: LeadOutcome.optional(),
    settledOn: CivilDate.optional().describe('办结日 settled'),
    caseId: CaseId.optional(),
    helpedBy: PersonId.optional().describe('帮助申请的工作人员 who helped to apply'),
  })
  .meta({ id: 'Lead', description: '主动发现线索 Lead' });
export type Lead = z.infer<typeof Lead>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

export const LeadEventBody = z.discriminatedUnion('type', [
  event('lead-reported', { lead: Lead }),
  event('lead-contacted', { contact: LeadContact }),
  event('lead-settled', {
    on: CivilDate,
    outcome: LeadOutcome,
    caseId: CaseId.optional(),
    helpedBy: PersonId.optional(),
  }),
]);
export type LeadEventBody = z.infer<typeof LeadEventBody>;

export const LeadReport = z
  .strictObject({
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    source: LeadSource,
    needs: z.array(LeadNeed).min(1).max(9).describe('困难类型 needs'),
    withoutCapacity: z
      .boolean()
      .default(false)
      .describe(
        '无民事行为能力或限制民事行为能力等原因无法提出申请 cannot apply for want of legal capacity or the like',
      ),
    person: z
      .strictObject({
        name: z.string().min(1).max(50).describe('姓名或称呼 name, or what the person is called'),
        idNumber: ResidentId.optional(),
        phone: z
          .string()
          .regex(/^[0-9+-]{5,20}$/, '电话格式不正确')
          .optional()
          .describe('联系电话 phone'),
        address: z.string().min(1).max(120).optional().describe('住址或所在地点 where the person is found'),
      })
      .describe('困难群众；可以没有身份号码 the person; the identity number may be unknown'),
  })
  .meta({
    id: 'LeadReport',
    description: '报告主动发现线索 Report of a household in need',
    examples: [
      {
        townshipCode: '649900101',
        villageCode: '649900101201',
        source: 'grid-worker',
        needs: ['living', 'medical'],
        withoutCapacity: false,
        person: { name: '测试丙', address: '演示村三组' },
      },
    ],
  });
export type LeadReport = z.infer<typeof LeadReport>;

export const LeadContactInput = z
  .strictObject({
    method: LeadContact.shape.method,
    reached: LeadContact.shape.reached,
    informed: LeadContact.shape.informed,
  })
  .meta({
    id: 'LeadContactInput',
    description: '登记联系结果 Result of a contact',
    examples: [{ method: 'visit', reached: true, informed: true }],
  });

export const LeadSettlement = z
  .strictObject({
    outcome: LeadOutcome,
    caseId: CaseId.optional().describe('已申请或已在救助中的案件 the case that was opened, or covers the person'),
  })
  .meta({
    id: 'LeadSettlement',
    description: '办结线索 Outcome of a lead',
    examples: [{ outcome: 'APPLIED', caseId: '649900101-DB-2026-000001' }],
  });

const shown = {
  ...Lead.shape,
  version: z.int().min(1).describe('版本 version'),
  overdue: z.boolean().describe('超过最迟联系日仍未联系，或晚于该日联系 contact is or was late'),
};

const leadExample = {
  leadId: '649900101-LEAD-0123456789abcdef',
  version: 1,
  countyCode: '649900',
  townshipCode: '649900101',
  villageCode: '649900101201',
  source: 'grid-worker' as const,
  needs: ['living' as const],
  withoutCapacity: false,
  contactToken: 't_00112233445566778899aabbccddeeff',
  reportedOn: '2026-08-03',
  reportedBy: 't1-vc',
  contactBy: '2026-08-06',
  provisional: false,
  contacts: [],
  reached: false,
  informed: false,
  overdue: false,
  terms: [],
};

export const LeadView = z
  .strictObject(shown)
  .meta({ id: 'LeadView', description: '主动发现线索 Lead as shown', examples: [leadExample] });
export type LeadView = z.infer<typeof LeadView>;

export const LeadFile = z
  .strictObject({
    ...shown,
    contact: z
      .strictObject({
        name: z.string().describe('姓名或称呼 name'),
        phone: z.string().optional().describe('电话 phone'),
        address: z.string().optional().describe('住址 address'),
      })
      .optional()
      .describe('联系信息；已清除则没有 how to reach the person; absent once erased'),
  })
  .meta({
    id: 'LeadFile',
    description: '线索及联系信息 Lead with how to reach the person',
    examples: [{ ...leadExample, contact: { name: '测试丙', address: '演示村三组' } }],
  });

export const LeadListQuery = z
  .strictObject({
    county: CountyCode.optional(),
    township: TownshipCode.optional(),
    open: z.enum(['true', 'false']).optional().describe('true 为未办结的 still to be settled, or not'),
    overdue: z.enum(['true', 'false']).optional().describe('true 为联系超期的 contact is late, or not'),
    ...pageQuery,
  })
  .meta({
    id: 'LeadListQuery',
    description: '线索清单查询 Which leads to list',
    examples: [{ township: '649900101', open: 'true' }],
  });

export const LeadList = z
  .strictObject({ leads: z.array(LeadView).describe('线索 leads'), ...pageNext })
  .meta({ id: 'LeadList', description: '线索清单 List of leads', examples: [{ leads: [leadExample] }] });
