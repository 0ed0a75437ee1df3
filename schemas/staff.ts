import * as z from 'zod';
import { Post } from './actor.ts';
import { AddressToken, PhoneToken } from './contact.ts';
import { CivilDate } from './dates.ts';
import { CaseId, CountyCode, PersonId, PersonToken, ResidentId, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { AccountToken } from './payee.ts';

/** Near relatives of Civil Code §1045, and no others. */
export const NearRelation = z
  .enum([
    'spouse',
    'parent',
    'child',
    'sibling',
    'grandparent',
    'maternal-grandparent',
    'grandchild',
    'maternal-grandchild',
  ])
  .meta({
    id: 'NearRelation',
    description: '近亲属：配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女 Near relative',
    examples: ['sibling'],
  });
export type NearRelation = z.infer<typeof NearRelation>;

/** What bars a person of the staff from a case: a near relation, or being a member of the household oneself. */
export const FiledRelation = z.enum([...NearRelation.options, 'self']).meta({
  id: 'FiledRelation',
  description: '备案的关系：近亲属，或本人即为申请家庭成员 Near relation on file, or the person is a member',
  examples: ['sibling'],
});
export type FiledRelation = z.infer<typeof FiledRelation>;

const StaffPost = z
  .strictObject({ post: Post, orgCode: z.string().max(12).describe('机构代码 organisation') })
  .meta({ id: 'StaffPost', description: '岗位 Post held', examples: [{ post: 'TC', orgCode: '649900101' }] });

/** What a county enters of a member of staff or a village cadre; names and numbers are sealed, relatives kept as tokens. */
export const StaffEntry = z
  .strictObject({
    personId: PersonId,
    name: z.string().min(1).max(50).describe('姓名 name'),
    idNumber: ResidentId,
    phone: z
      .string()
      .regex(/^[0-9+-]{5,20}$/, '电话格式不正确')
      .optional()
      .describe('联系电话 phone'),
    address: z
      .string()
      .min(1)
      .max(120)
      .optional()
      .describe('住址，只存代号，用于发现与救助家庭同址 address, kept as a token'),
    account: z
      .string()
      .regex(/^\d{10,25}$/, '账号格式不正确')
      .optional()
      .describe('本人收款账号，只存代号，用于发现代领 account, kept as a token'),
    posts: z
      .array(StaffPost)
      .max(10)
      .describe('岗位；不再任职的填空，近亲属随之移出 posts; empty for a person who has left'),
    relatives: z
      .array(z.strictObject({ idNumber: ResidentId, relation: NearRelation }))
      .max(60)
      .describe('近亲属 near relatives'),
    activeFrom: CivilDate.describe('任职起 from'),
    activeTo: CivilDate.optional().describe('任职止 to'),
  })
  .meta({
    id: 'StaffEntry',
    description: '登记工作人员 Staff member as entered',
    examples: [
      {
        personId: 't1-vc',
        name: '演示村委1',
        idNumber: '649900197701011078',
        posts: [{ post: 'VC', orgCode: '649900101201' }],
        relatives: [{ idNumber: '649900197503033014', relation: 'sibling' }],
        activeFrom: '2026-01-01',
      },
    ],
  });
export type StaffEntry = z.infer<typeof StaffEntry>;

/** A person who holds a post, or a village cadre: the register behind recusal (D57 §11, SD4, SD8). */
export const StaffRecord = z
  .strictObject({
    personId: PersonId,
    token: PersonToken.describe('本人代号 own token'),
    phone: PhoneToken.optional().describe('电话代号 token of the phone'),
    address: AddressToken.optional().describe('住址代号 token of the address'),
    account: AccountToken.optional().describe('收款账户代号 token of the account'),
    posts: z.array(StaffPost).describe('岗位 posts'),
    relatives: z
      .array(
        z.strictObject({
          person: PersonToken,
          relation: NearRelation,
          since: CivilDate.optional().describe('登记起 named in the register since'),
        }),
      )
      .describe('近亲属 near relatives'),
    activeFrom: CivilDate.describe('任职起 from'),
    activeTo: CivilDate.optional().describe('任职止 to'),
    trainedOn: CivilDate.optional().describe('最近一次培训 last training'),
    helper: z
      .strictObject({
        providerId: z.string().max(60).describe('服务机构 provider'),
        townships: z.array(TownshipCode).describe('服务的乡镇（街道） townships'),
      })
      .optional()
      .describe('购买服务人员 person of a provider; holds no post'),
  })
  .meta({ id: 'StaffRecord', description: '工作人员 Staff member' });
export type StaffRecord = z.infer<typeof StaffRecord>;

/** What the register said of the person before: posts and relatives it no longer names end with the registration. */
export const RegisteredBefore = StaffRecord.pick({ posts: true, relatives: true });

/** A member of staff as lists show it: no name, no number, no token. */
export const StaffView = z
  .strictObject({
    personId: PersonId,
    posts: StaffRecord.shape.posts,
    relatives: z.int().describe('登记的近亲属人数 number of near relatives registered'),
    activeFrom: StaffRecord.shape.activeFrom,
    activeTo: StaffRecord.shape.activeTo,
    trainedOn: StaffRecord.shape.trainedOn,
    helper: StaffRecord.shape.helper,
  })
  .meta({
    id: 'StaffView',
    description: '工作人员概况 Staff member as listed',
    examples: [
      { personId: 't1-tc', posts: [{ post: 'TC', orgCode: '649900101' }], relatives: 0, activeFrom: '2026-01-01' },
    ],
  });
export type StaffView = z.infer<typeof StaffView>;

export const StaffListQuery = z
  .strictObject({ county: CountyCode.optional(), ...pageQuery })
  .meta({ id: 'StaffListQuery', description: '工作人员清单查询 Whose staff to list', examples: [{}] });

export const StaffList = z
  .strictObject({ staff: z.array(StaffView).describe('工作人员，不含姓名 Staff, without names'), ...pageNext })
  .meta({
    id: 'StaffList',
    description: '工作人员清单 List of staff',
    examples: [
      {
        staff: [
          { personId: 't1-tc', posts: [{ post: 'TC', orgCode: '649900101' }], relatives: 0, activeFrom: '2026-01-01' },
        ],
      },
    ],
  });

/** The answer to a registration: what is on record, and relatives whose household already applies or receives aid here (SD8). */
export const RegisteredStaff = z
  .strictObject({
    ...StaffView.shape,
    relativesOnAid: z
      .array(z.strictObject({ caseId: CaseId, relation: FiledRelation }))
      .describe(
        '在本县申请或享受救助的本人或近亲属，须备案 the person or relatives on aid in this county: to be filed',
      ),
  })
  .meta({
    id: 'RegisteredStaff',
    description: '已登记的工作人员 Staff member as registered',
    examples: [
      {
        personId: 't1-vc',
        posts: [{ post: 'VC', orgCode: '649900101201' }],
        relatives: 1,
        activeFrom: '2026-01-01',
        relativesOnAid: [{ caseId: '649900101-DB-2026-000001', relation: 'sibling' }],
      },
    ],
  });
export type RegisteredStaff = z.infer<typeof RegisteredStaff>;
