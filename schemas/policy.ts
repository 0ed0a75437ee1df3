import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId } from './ids.ts';
import { LegalDocument, ParameterKey, ParameterValue } from './parameter.ts';
import { Program } from './program.ts';

const line = (most: number, what: string) => z.string().min(1).max(most).describe(what);
const phone = z.string().regex(/^[0-9][0-9 ()+-]{2,29}$/, '电话格式不正确');

const text = {
  program: Program,
  from: CivilDate.describe('施行日 first day in force'),
  criteria: z
    .array(line(400, '一条 one'))
    .min(1)
    .max(20)
    .describe('认定条件，不写金额 conditions; amounts are not typed here'),
  materials: z.array(line(200, '一项 one')).min(1).max(30).describe('申请材料目录 materials catalogue'),
  procedure: z.array(line(300, '一步 one')).min(1).max(20).describe('办理程序和时限 procedure'),
  phone: phone.describe('政策咨询电话 phone for questions'),
  hotline: phone.describe('监督举报电话 hotline of supervision'),
  complaints: z.array(line(200, '一种 one')).min(1).max(10).describe('信访举报渠道 where to complain'),
  questions: z
    .array(z.strictObject({ question: line(200, '问题 question'), answer: line(1000, '解答 answer') }))
    .max(50)
    .default([])
    .describe('热点问题解答 questions answered'),
  document: LegalDocument.describe('依据文件 document it rests on'),
  example: z.boolean().optional().describe('演示数据·非真实标准 invented example'),
};

const policyExample = {
  program: 'DB_URBAN' as const,
  from: '2026-01-01',
  criteria: ['共同生活的家庭成员人均月收入低于当地标准，且家庭财产状况符合规定'],
  materials: ['身份证明', '社会救助诚信承诺书', '家庭经济状况核对授权书'],
  procedure: ['向户籍所在地乡镇（街道）提出申请', '乡镇（街道）审核并公示七日', '作出确认决定'],
  phone: '0950-0000001',
  hotline: '12345',
  complaints: ['县民政局信访接待室', '乡镇（街道）便民服务窗口'],
  questions: [{ question: '外出务工期间可以申请吗？', answer: '可以，向户籍所在地乡镇（街道）提出申请。' }],
  document: { title: 'FX-2026 演示数据·非真实政策' },
  example: true,
};

/** What the first of two persons enters; the second publishes it unchanged. */
export const PolicyEntry = z
  .strictObject(text)
  .meta({ id: 'PolicyEntry', description: '拟公开的政策 Policy to publish', examples: [policyExample] });
export type PolicyEntry = z.infer<typeof PolicyEntry>;

const policyId = z.string().min(1).max(80).describe('政策版本编号 number of the version');

/** One dated version of what a county publishes about a program. */
export const Policy = z
  .strictObject({
    policyId,
    countyCode: CountyCode,
    ...text,
    enteredBy: PersonId,
    enteredAt: Instant,
    approvedBy: PersonId.optional(),
    approvedAt: Instant.optional(),
  })
  .meta({
    id: 'Policy',
    description: '政策版本 Version of a policy',
    examples: [
      {
        policyId: '649900-POL-DB_URBAN@1',
        countyCode: '649900',
        ...policyExample,
        enteredBy: 'cc-1',
        enteredAt: '2026-01-05T02:00:00.000Z',
      },
    ],
  });
export type Policy = z.infer<typeof Policy>;

export const PolicyEventBody = z.discriminatedUnion('type', [
  event('policy-entered', { policy: Policy }),
  event('policy-published', { policyId, approvedBy: PersonId, approvedAt: Instant }),
]);
export type PolicyEventBody = z.infer<typeof PolicyEventBody>;

/** What a county publishes about a program: the version waiting for a second person, and those in force or to come. */
export const PolicyFile = z
  .strictObject({
    countyCode: CountyCode,
    program: Program,
    entered: z.int().min(1).describe('已录入版次 versions entered so far'),
    pending: Policy.optional().describe('待批准的版本 waiting for a second person'),
    published: z.array(Policy).describe('现行和即将施行的版本 in force and to come, by day'),
  })
  .meta({ id: 'PolicyFile', description: '一项业务的政策版本 Versions of a program’s policy' });
export type PolicyFile = z.infer<typeof PolicyFile>;

export const PolicyApproval = z
  .strictObject({})
  .meta({ id: 'PolicyApproval', description: '批准公开政策 Approval of a policy', examples: [{}] });

export const PolicyVersionsQuery = z.strictObject({ county: CountyCode.optional() }).meta({
  id: 'PolicyVersionsQuery',
  description: '政策版本查询 Whose versions to list',
  examples: [{ county: '649900' }],
});

export const PolicyVersions = z
  .strictObject({ policies: z.array(PolicyFile).describe('各业务的版本 versions by program') })
  .meta({ id: 'PolicyVersions', description: '政策版本清单 Versions of policies', examples: [{ policies: [] }] });

export const PublishedPoliciesQuery = z
  .strictObject({
    county: CountyCode,
    program: Program.optional().describe('业务；不填为全部 one program; all when absent'),
  })
  .meta({
    id: 'PublishedPoliciesQuery',
    description: '公开政策查询 Which published policies to read',
    examples: [{ county: '649900', program: 'DB_URBAN' }],
  });

/** A standard in force, read from the approved parameter: nobody types it again. */
export const PolicyAmount = z
  .strictObject({
    key: ParameterKey,
    zh: z.string().describe('名称 name'),
    en: z.string().describe('英文名称 name in English'),
    unit: z.string().describe('单位：fen 为分 unit; fen is money'),
    value: ParameterValue,
    text: z.string().describe('文字 as a text'),
    parameterId: z.string().describe('依据的参数 parameter it rests on'),
    example: z.boolean().describe('演示数据·非真实标准 invented example'),
  })
  .meta({ id: 'PolicyAmount', description: '现行标准 Standard in force' });
export type PolicyAmount = z.infer<typeof PolicyAmount>;

const { enteredBy: _entered, enteredAt: _at, approvedBy: _approver, approvedAt: _approved, ...shown } = Policy.shape;

export const PublishedPolicy = z
  .strictObject({ ...shown, publishedOn: CivilDate.describe('公开日 day of publication') })
  .meta({ id: 'PublishedPolicy', description: '公开的政策 Published policy' });
export type PublishedPolicy = z.infer<typeof PublishedPolicy>;

export const ProgramPolicy = z
  .strictObject({
    program: Program,
    title: z.string().describe('业务名称 name of the program'),
    inForce: PublishedPolicy.optional().describe('现行版本 in force today'),
    coming: z.array(PublishedPolicy).describe('即将施行的版本 to come'),
    amounts: z.array(PolicyAmount).describe('现行标准 standards in force today'),
    comingAmounts: z
      .strictObject({ from: CivilDate, amounts: z.array(PolicyAmount).describe('各项标准 standards') })
      .optional()
      .describe('下一次调整后的标准 standards from the next change on'),
  })
  .meta({ id: 'ProgramPolicy', description: '一项业务的公开政策 Published policy of a program' });
export type ProgramPolicy = z.infer<typeof ProgramPolicy>;

export const PublishedPolicies = z
  .strictObject({
    county: CountyCode,
    countyName: z.string().describe('县（市、区） county'),
    countyPhone: z.string().describe('县级监督电话 supervision phone of the county'),
    townships: z
      .array(z.strictObject({ name: z.string().describe('名称 name'), phone: z.string().describe('电话 phone') }))
      .describe('乡镇（街道）监督电话 supervision phones of the townships'),
    on: CivilDate.describe('日期 day'),
    policies: z.array(ProgramPolicy).describe('各业务政策 policies'),
  })
  .meta({
    id: 'PublishedPolicies',
    description: '公开的政策 Published policies',
    examples: [
      {
        county: '649900',
        countyName: '演示县',
        countyPhone: '0950-0000000',
        townships: [],
        on: '2026-08-03',
        policies: [],
      },
    ],
  });
export type PublishedPolicies = z.infer<typeof PublishedPolicies>;
