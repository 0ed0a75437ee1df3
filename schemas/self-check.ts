import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { Term } from './term.ts';

/** What supervision looks for (SEED 二(三)5), in the words of the notice. */
export const SelfCheckFault = z
  .enum(['intake-late', 'procedure', 'targeting', 'payment', 'overdue', 'records', 'other'])
  .describe(
    '问题类型：受理不及时、程序不到位、对象认定不精准、资金发放不合规、办理超时限、档案不完整、其他 kind of fault',
  );

const finding = {
  no: z.int().min(1).max(50).describe('序号 number'),
  fault: SelfCheckFault,
  caseId: CaseId.optional().describe('涉及案件 case'),
};

/** One fault that was found, and how it was put right. */
export const SelfCheckFinding = z
  .strictObject({
    ...finding,
    rectifiedOn: CivilDate.optional().describe('整改完成日 put right on'),
    rectifiedBy: PersonId.optional(),
  })
  .meta({ id: 'SelfCheckFinding', description: '自查发现的问题 Fault found by a self-check' });
export type SelfCheckFinding = z.infer<typeof SelfCheckFinding>;

const selfCheckId = z.string().min(1).max(60).describe('自查编号 number of the self-check');

/** What a township checked of its own work, what it found and what it put right (乡镇自查整改). */
export const SelfCheck = z
  .strictObject({
    selfCheckId,
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    on: CivilDate.describe('自查日期 day'),
    cases: z.array(CaseId).max(50).describe('自查的案件 cases checked'),
    findings: z.array(SelfCheckFinding).max(50).describe('发现的问题 faults'),
    checkedBy: PersonId,
    terms: z.array(Term).describe('期限 terms'),
  })
  .meta({
    id: 'SelfCheck',
    description: '乡镇自查 Self-check of a township',
    examples: [
      {
        selfCheckId: '649900101-SC-0123456789abcdef',
        countyCode: '649900',
        townshipCode: '649900101',
        on: '2026-08-03',
        cases: ['649900101-DB-2026-000001'],
        findings: [{ no: 1, fault: 'records', caseId: '649900101-DB-2026-000001' }],
        checkedBy: 't1-td',
        terms: [],
      },
    ],
  });
export type SelfCheck = z.infer<typeof SelfCheck>;

export const SelfCheckEventBody = z.discriminatedUnion('type', [
  event('self-check-recorded', { selfCheck: SelfCheck, notes: z.array(statement) }),
  event('fault-rectified', { no: z.int(), on: CivilDate, by: PersonId, measure: statement }),
]);
export type SelfCheckEventBody = z.infer<typeof SelfCheckEventBody>;

export const SelfCheckEntry = z
  .strictObject({
    cases: z.array(CaseId).min(1).max(50).describe('自查的案件 cases checked'),
    findings: z
      .array(
        z.strictObject({
          fault: SelfCheckFault,
          caseId: finding.caseId,
          note: z.string().min(1).max(400).describe('情况说明，不得写个人信息 what was found'),
        }),
      )
      .max(50)
      .describe('发现的问题，没有的为空 faults; none: empty'),
  })
  .meta({
    id: 'SelfCheckEntry',
    description: '登记自查 Self-check to record',
    examples: [
      {
        cases: ['649900101-DB-2026-000001'],
        findings: [{ fault: 'records', caseId: '649900101-DB-2026-000001', note: '调查照片缺一张' }],
      },
    ],
  });
export type SelfCheckEntry = z.infer<typeof SelfCheckEntry>;

export const Rectification = z
  .strictObject({
    no: finding.no.describe('问题序号 number of the fault'),
    measure: z.string().min(1).max(400).describe('整改措施，不得写个人信息 what was done'),
  })
  .meta({
    id: 'Rectification',
    description: '整改 Fault put right',
    examples: [{ no: 1, measure: '已补充照片并归档' }],
  });

export const SelfCheckView = z
  .strictObject({
    ...SelfCheck.shape,
    open: z.int().min(0).describe('未整改的问题数 faults still open'),
    dueOn: CivilDate.optional().describe('整改期限 last day to put them right'),
    overdue: z.boolean().describe('整改逾期 late'),
  })
  .meta({
    id: 'SelfCheckView',
    description: '乡镇自查 Self-check as shown',
    examples: [
      {
        selfCheckId: '649900101-SC-0123456789abcdef',
        countyCode: '649900',
        townshipCode: '649900101',
        on: '2026-08-03',
        cases: ['649900101-DB-2026-000001'],
        findings: [],
        checkedBy: 't1-td',
        terms: [],
        open: 0,
        overdue: false,
      },
    ],
  });
export type SelfCheckView = z.infer<typeof SelfCheckView>;

export const SelfCheckListQuery = z
  .strictObject({
    county: CountyCode.optional(),
    township: TownshipCode.optional(),
    open: z.enum(['true', 'false']).optional().describe('true 为尚未整改完的 faults still open, or not'),
    ...pageQuery,
  })
  .meta({ id: 'SelfCheckListQuery', description: '自查清单查询 Which self-checks', examples: [{ open: 'true' }] });

export const SelfCheckList = z
  .strictObject({ selfChecks: z.array(SelfCheckView).describe('自查 self-checks'), ...pageNext })
  .meta({ id: 'SelfCheckList', description: '自查清单 List of self-checks', examples: [{ selfChecks: [] }] });
