import * as z from 'zod';
import { AidRequest } from './aid-request.ts';
import { Channel } from './channel.ts';
import { CivilDate, Instant } from './dates.ts';
import { RigidExpense } from './household.ts';
import { CaseId, ResidentId, TownshipCode, VillageCode } from './ids.ts';
import { AgentGiven } from './mandate.ts';
import { HouseholdMember } from './member.ts';
import { Obligor } from './obligor.ts';
import { Program } from './program.ts';
import { PropertyItem } from './property.ts';
import { RigidSpending } from './rigid-spending.ts';
import { NearRelation } from './staff.ts';

/** Kinds of materials an applicant may be asked for or hand in; the closed catalogue with sources is law (P11). */
export const MaterialRef = z
  .strictObject({
    item: z.string().min(1).max(40).describe('材料目录编号，如 application-form item of the catalogue'),
    attachmentId: z.string().min(8).max(64).describe('附件编号 attachment'),
  })
  .meta({
    id: 'MaterialRef',
    description: '申请材料 Material',
    examples: [{ item: 'application-form', attachmentId: 'att-0123456789abcdef' }],
  });
export type MaterialRef = z.infer<typeof MaterialRef>;

/** One member as the form names them: the only place where names and numbers enter the system. What is received now is looked up, self-care is assessed. */
export const ApplicationMember = z
  .strictObject({
    ...HouseholdMember.omit({ person: true, receives: true, selfCare: true }).shape,
    name: z.string().min(1).max(50).describe('姓名 name'),
    idNumber: ResidentId,
    phone: z
      .string()
      .regex(/^[0-9+-]{5,20}$/, '电话格式不正确')
      .optional()
      .describe('联系电话 phone'),
  })
  .meta({ id: 'ApplicationMember', description: '申请家庭成员 Member on the form' });
export type ApplicationMember = z.infer<typeof ApplicationMember>;

/** Property on the form: its owner is named by identity number, the applicant when absent. Findings on it come later. */
export const ApplicationProperty = z
  .strictObject({
    kind: PropertyItem.shape.kind,
    label: PropertyItem.shape.label,
    valueFen: PropertyItem.shape.valueFen,
    ownerIdNumber: ResidentId.optional(),
  })
  .meta({ id: 'ApplicationProperty', description: '申报财产 Property on the form' });

/** A legal obligor on the form (T43 §8): the person the duty is owed to is named by identity number, the applicant when absent. */
export const ApplicationObligor = z
  .strictObject({
    ...Obligor.omit({ of: true, consented: true, propertyWithinRule: true }).shape,
    ofIdNumber: ResidentId.optional().describe('被赡养、抚养、扶养人，缺省为申请人 owed to, the applicant if absent'),
  })
  .meta({ id: 'ApplicationObligor', description: '申报的户外法定义务人 Obligor on the form' });

/** An application (社会救助申请书 W01) for any program but 小额快救, as the portal hands it over. */
export const Application = z
  .strictObject({
    program: Program,
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    channel: Channel,
    externalNo: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .describe('外部系统受理号，同一系统内唯一 external number, unique per client'),
    submittedAt: Instant.optional().describe('外部系统的提交时间 when the person submitted it there'),
    alone: z
      .literal(true)
      .optional()
      .describe(
        '单人户：申请人单独申请低保，家庭成员仍全部填写 the applicant alone applies for 低保; everybody is listed',
      ),
    urbanRural: z.enum(['urban', 'rural']).describe('城乡类别 urban or rural'),
    members: z.array(ApplicationMember).min(1).max(30).describe('家庭成员，第一位为申请人 members; the first applies'),
    property: z.array(ApplicationProperty).max(100).describe('财产 property'),
    obligors: z
      .array(ApplicationObligor)
      .max(60)
      .optional()
      .describe('户外法定义务人（特困）；空表为没有 legal obligors outside the household; empty: none'),
    rigidSpending: z
      .array(RigidSpending.omit({ allowedFen: true }))
      .max(60)
      .optional()
      .describe('12 个月内刚性支出（刚性支出困难家庭） rigid spending of 12 months'),
    aidRequest: AidRequest.omit({ registeredOn: true })
      .optional()
      .describe('临时救助需求 request for temporary assistance'),
    expenses: z.array(RigidExpense).max(30).optional().describe('刚性支出 rigid expenses'),
    agent: AgentGiven.optional().describe('代理人 agent with a written mandate, or guardian'),
    materials: z.array(MaterialRef).max(50).describe('申请材料 materials'),
    account: z
      .string()
      .regex(/^\d{10,25}$/, '账号格式不正确')
      .optional()
      .describe('收款账号 payee account'),
    address: z.string().max(120).optional().describe('住址 address'),
    electronicService: z.boolean().describe('同意电子送达 consents to electronic service'),
    declaredRelatives: z
      .array(
        z.strictObject({
          staff: z.string().min(2).max(64).describe('工作人员编号 staff'),
          idNumber: ResidentId.describe('家庭成员 the member'),
          relation: NearRelation.describe('该成员是工作人员的何种近亲属 what the member is to the staff member'),
        }),
      )
      .max(10)
      .optional()
      .describe('申报的近亲属关系 declared near relatives'),
    signedOn: CivilDate.optional().describe('签署日期 signed'),
    earlier: z
      .strictObject({
        caseId: CaseId,
        reuse: z.array(z.string().max(40)).max(30).describe('沿用的材料目录编号，须未变化 items taken over unchanged'),
      })
      .optional()
      .describe('再次申请时的原案件，未变化的材料不重复提交 earlier case, of which unchanged materials are taken over'),
  })
  .meta({
    id: 'Application',
    description: '社会救助申请 Application',
    examples: [
      {
        program: 'DB_URBAN',
        townshipCode: '649900101',
        villageCode: '649900101201',
        channel: 'government-portal',
        externalNo: 'NX-2026-000123',
        submittedAt: '2026-08-03T01:10:00.000Z',
        urbanRural: 'urban',
        members: [
          {
            name: '测试甲',
            idNumber: '649900198511200016',
            relation: '01',
            birthOn: '1985-11-20',
            sex: '1',
            hukou: { countyCode: '649900', townshipCode: '649900101' },
            labourAbility: '1',
            income: [{ kind: 'wage', per: 'month', amountFen: 180000, evidence: 'declared' }],
          },
          {
            name: '测试乙',
            idNumber: '649900198706040024',
            relation: '12',
            birthOn: '1987-06-04',
            sex: '2',
            hukou: { countyCode: '649900', townshipCode: '649900101' },
            labourAbility: '3',
            income: [],
          },
        ],
        property: [],
        materials: [
          { item: 'application-form', attachmentId: 'att-0123456789abcdef' },
          { item: 'promise', attachmentId: 'att-1123456789abcdef' },
          { item: 'consent', attachmentId: 'att-2123456789abcdef' },
        ],
        electronicService: true,
        signedOn: '2026-08-03',
      },
    ],
  });
export type Application = z.infer<typeof Application>;
