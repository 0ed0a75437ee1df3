import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId, ResidentId } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';

/** Departments that help beside civil affairs (LAW §4, §7, §36, §57; rulebook 3.8). */
export const Department = z
  .enum([
    'medical',
    'education',
    'housing',
    'employment',
    'emergency',
    'disabled',
    'justice',
    'charity',
    'civil-affairs',
  ])
  .meta({
    id: 'Department',
    description: '部门：医保、教育、住建、人社、应急、残联、司法、慈善组织、民政（临时救助） Department',
    examples: ['medical'],
  });
export type Department = z.infer<typeof Department>;

/** A department's system that may ask whether a person is recognised. */
export const DepartmentClient = z
  .strictObject({
    countyCode: CountyCode,
    clientId: z.string().min(1).max(64).describe('调用系统 calling system'),
    department: Department,
    until: CivilDate.optional().describe('最后有效日 last day'),
    registeredBy: PersonId,
    registeredAt: Instant,
  })
  .meta({
    id: 'DepartmentClient',
    description: '部门系统 System of a department',
    examples: [
      {
        countyCode: '649900',
        clientId: 'medical-insurance',
        department: 'medical',
        registeredBy: 'cc-1',
        registeredAt: '2026-08-03T02:00:00.000Z',
      },
    ],
  });
export type DepartmentClient = z.infer<typeof DepartmentClient>;

export const DepartmentEventBody = event('department-registered', { client: DepartmentClient });
export type DepartmentEventBody = z.infer<typeof DepartmentEventBody>;

export const DepartmentEntry = z
  .strictObject({
    clientId: DepartmentClient.shape.clientId,
    department: Department,
    until: DepartmentClient.shape.until,
  })
  .meta({
    id: 'DepartmentEntry',
    description: '登记部门系统 System to register; again with `until` to end it',
    examples: [{ clientId: 'medical-insurance', department: 'medical' }],
  });

export const DepartmentQuery = z
  .strictObject({ county: CountyCode.optional(), ...pageQuery })
  .meta({ id: 'DepartmentQuery', description: '部门系统清单查询 Which to list', examples: [{ limit: 50 }] });

export const DepartmentList = z
  .strictObject({ departments: z.array(DepartmentClient).describe('部门系统 systems of departments'), ...pageNext })
  .meta({ id: 'DepartmentList', description: '部门系统清单 Systems of departments', examples: [{ departments: [] }] });

export const RecognitionQuestion = z.strictObject({ idNumber: ResidentId }).meta({
  id: 'RecognitionQuestion',
  description: '查询认定状态 Whose status is asked',
  examples: [{ idNumber: '649900198511200032' }],
});

/** What other departments are told: the category and how long it holds; nothing of money or means. */
export const Recognition = z
  .strictObject({
    status: z.literal('recognised').describe('已认定 recognised'),
    category: z
      .enum(['DB', 'TK', 'BY', 'GX'])
      .describe('最低生活保障家庭、特困人员、最低生活保障边缘家庭、刚性支出困难家庭 category of LAW §42(2)'),
    from: CivilDate.describe('起始日 first day'),
    until: CivilDate.optional().describe('最后有效日，没有期限的不填 last day, if there is one'),
  })
  .meta({
    id: 'Recognition',
    description: '认定状态 Recognition',
    examples: [{ status: 'recognised', category: 'DB', from: '2026-09-01' }],
  });
export type Recognition = z.infer<typeof Recognition>;

export const RecognitionAnswer = z
  .strictObject({ recognitions: z.array(Recognition).describe('认定；没有的为空 recognitions; none: empty') })
  .meta({
    id: 'RecognitionAnswer',
    description: '认定状态答复 Answer',
    examples: [{ recognitions: [{ status: 'recognised', category: 'DB', from: '2026-09-01' }] }],
  });
