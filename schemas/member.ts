import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { PersonToken } from './ids.ts';
import { IncomeItem } from './income.ts';
import { ReceivedAid } from './received-aid.ts';
import { Relation } from './relation.ts';
import { SelfCare } from './self-care.ts';

/** Category and level of the disability card (GB/T 26341; rulebook 9.1); level 1 is the most severe. */
export const Disability = z
  .strictObject({
    category: z
      .enum(['1', '2', '3', '4', '5', '6', '7'])
      .describe('1视力 2听力 3言语 4肢体 5智力 6精神 7多重 Category'),
    level: z.enum(['1', '2', '3', '4']).describe('等级，1 级最重 Level, 1 is the most severe'),
  })
  .meta({ id: 'Disability', description: '残疾类别和等级 Disability', examples: [{ category: '5', level: '3' }] });
export type Disability = z.infer<typeof Disability>;

/** A status that takes a person out of the family for its duration (D57 §7(2)); the member stays listed on file. */
export const MemberStatus = z
  .strictObject({
    kind: z
      .enum(['clergy', 'prison', 'detox', 'missing', 'deceased', 'provincial-rule', 'joining', 'left'])
      .describe(
        '脱离家庭的宗教教职人员、服刑、强制隔离戒毒、宣告失踪、死亡、省级规定、新增待核查、不再共同生活（后两项由系统登记） Status; the last two are set by acts',
      ),
    fromOn: CivilDate.describe('起始日 First day'),
    untilOn: CivilDate.optional().describe('最后一日，缺省为持续中 Last day, absent while it lasts'),
  })
  .meta({
    id: 'MemberStatus',
    description: '不计入成员的状态 Status that excludes a member',
    examples: [{ kind: 'prison', fromOn: '2025-04-01' }],
  });
export type MemberStatus = z.infer<typeof MemberStatus>;

export const MemberClass = z
  .enum(['A', 'B', 'C'])
  .meta({ id: 'MemberClass', description: '保障类别 A、B、C 类 Class', examples: ['B'] });
export type MemberClass = z.infer<typeof MemberClass>;

/** Where a person is registered; the county may lie outside Ningxia. */
export const Hukou = z
  .strictObject({
    countyCode: z
      .string()
      .regex(/^\d{6}$/, '户籍县级代码须为 6 位')
      .describe('户籍所在县级代码，可在区外 County of registration'),
    townshipCode: z
      .string()
      .regex(/^\d{9}$/, '户籍乡镇代码须为 9 位')
      .optional()
      .describe('户籍所在乡镇代码 Township of registration'),
  })
  .meta({
    id: 'Hukou',
    description: '户籍所在地 Household registration',
    examples: [{ countyCode: '649900', townshipCode: '649900101' }],
  });
export type Hukou = z.infer<typeof Hukou>;

/** One listed person, counted or not, known by token only (design decision 10). The application form extends it: `omit({ person: true }).extend({ … })`. */
export const HouseholdMember = z
  .strictObject({
    person: PersonToken,
    relation: Relation,
    birthOn: CivilDate.describe('出生日期 Date of birth'),
    sex: z.enum(['0', '1', '2', '9']).describe('性别 GB/T 2261.1：0未知 1男 2女 9未说明 Sex'),
    hukou: Hukou,
    labourAbility: z
      .enum(['1', '2', '3'])
      .describe('劳动能力：1有 2部分 3无；单凭此项不得作为依据（P06） Labour ability, never a ground by itself'),
    statuses: z.array(MemberStatus).max(20).optional().describe('不计入成员的状态 Statuses that exclude'),
    student: z.boolean().optional().describe('全日制在校学生（本科及以下） Full-time student up to bachelor level'),
    dependentAdult: z.boolean().optional().describe('不能独立生活的成年子女 Adult child unable to live independently'),
    longCoResident: z.boolean().optional().describe('长期共同居住 Lives with the family long-term'),
    legalSupportDuty: z
      .boolean()
      .optional()
      .describe('有法定赡养、抚养、扶养义务关系 Legal support duty; implied for parents and children'),
    employedMonths: z
      .int()
      .min(0)
      .max(12)
      .optional()
      .describe('核算期内实际就业月数，缺省取工资月数 Months worked in the window'),
    disability: Disability.optional(),
    severeIllness: z.boolean().optional().describe('经认定的重特大疾病 Recognised severe illness'),
    class: MemberClass.optional(),
    receives: z.array(ReceivedAid).max(6).optional().describe('现享受的救助 Recognised for or receiving now'),
    schooling: z
      .enum(['compulsory', 'senior-secondary', 'vocational-secondary'])
      .optional()
      .describe('在读：义务教育、普通高中、中等职业学校 At a compulsory, senior or vocational secondary school'),
    selfCare: SelfCare.optional(),
    supportChoice: z
      .enum(['central', 'scattered'])
      .optional()
      .describe('特困供养方式，由本人选择：集中或分散 Central or scattered support, the own choice'),
    income: z.array(IncomeItem).max(30).describe('核算期内各项收入 Income in the window'),
  })
  .meta({
    id: 'HouseholdMember',
    description: '家庭成员（仅代号，无个人信息） Member by token',
    examples: [
      {
        person: 't_00112233445566778899aabbccddeeff',
        relation: '01',
        birthOn: '1985-11-20',
        sex: '1',
        hukou: { countyCode: '649900', townshipCode: '649900101' },
        labourAbility: '1',
        income: [{ kind: 'wage', per: 'month', amountFen: 180000, evidence: 'verified' }],
      },
    ],
  });
export type HouseholdMember = z.infer<typeof HouseholdMember>;
