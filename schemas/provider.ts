import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { StaffEntry } from './staff.ts';

const providerId = z.string().min(1).max(60).describe('服务机构编号 number of the provider');
const ProviderTask = z
  .enum(['visit', 'materials', 'discovery', 'care', 'guidance'])
  .describe('服务内容：协助入户调查、协助整理材料、走访发现、照料服务、政策宣传 what it may help with');

const contract = {
  name: z.string().min(1).max(80).describe('服务机构名称 name'),
  contractNo: z.string().min(1).max(60).describe('政府购买服务合同编号 number of the contract'),
  tasks: z.array(ProviderTask).min(1).max(5).describe('服务内容 tasks'),
  from: CivilDate.describe('服务起始日 first day'),
  until: CivilDate.describe('服务截止日 last day'),
};

/** A provider of purchased services (政府购买救助服务): it may assist, never decide (LAW §56). */
export const Provider = z
  .strictObject({
    providerId,
    countyCode: CountyCode,
    ...contract,
    endedOn: CivilDate.optional().describe('提前终止后的最后服务日 last day, where the contract was ended'),
    people: z.int().min(0).describe('登记人数 people registered'),
    registeredBy: PersonId,
  })
  .meta({
    id: 'Provider',
    description: '救助服务机构 Provider of services',
    examples: [
      {
        providerId: '649900-PROV-0123456789abcdef',
        countyCode: '649900',
        name: '演示社会工作服务中心',
        contractNo: '演购〔2026〕1号',
        tasks: ['visit', 'materials'],
        from: '2026-01-01',
        until: '2026-12-31',
        people: 2,
        registeredBy: 'cc-1',
      },
    ],
  });
export type Provider = z.infer<typeof Provider>;

export const ProviderEventBody = z.discriminatedUnion('type', [
  event('provider-registered', { provider: Provider }),
  event('provider-ended', { providerId, endedOn: CivilDate, reason: z.string().max(200) }),
  event('helper-engaged', { providerId, personId: PersonId }),
]);
export type ProviderEventBody = z.infer<typeof ProviderEventBody>;

export const ProviderEntry = z.strictObject(contract).meta({
  id: 'ProviderEntry',
  description: '登记服务机构 Provider to register',
  examples: [
    {
      name: '演示社会工作服务中心',
      contractNo: '演购〔2026〕1号',
      tasks: ['visit', 'materials'],
      from: '2026-01-01',
      until: '2026-12-31',
    },
  ],
});

export const ProviderEnd = z
  .strictObject({
    endedOn: CivilDate.describe('最后服务日 last day'),
    reason: z.string().min(1).max(200).describe('原因 why'),
  })
  .meta({
    id: 'ProviderEnd',
    description: '终止服务 End of a contract',
    examples: [{ endedOn: '2026-08-31', reason: '合同解除' }],
  });

const { posts: _posts, ...person } = StaffEntry.shape;

/** A person of a provider: named to go along, with near relatives, since recusal is the same. */
export const HelperEntry = z
  .strictObject({
    ...person,
    townships: z.array(TownshipCode).min(1).max(60).describe('服务的乡镇（街道） townships the person helps in'),
  })
  .meta({
    id: 'HelperEntry',
    description: '登记服务人员 Person of a provider',
    examples: [
      {
        personId: 'h-1',
        name: '测试社工',
        idNumber: '649900198511200032',
        relatives: [],
        activeFrom: '2026-01-01',
        townships: ['649900101'],
      },
    ],
  });
export type HelperEntry = z.infer<typeof HelperEntry>;

export const HelperView = z
  .strictObject({
    personId: PersonId,
    providerId,
    townships: z.array(TownshipCode).describe('服务的乡镇（街道） townships'),
    relatives: z.int().describe('登记的近亲属人数 near relatives registered'),
    activeFrom: CivilDate.describe('服务起 from'),
    activeTo: CivilDate.optional().describe('服务止 to'),
  })
  .meta({
    id: 'HelperView',
    description: '服务人员 Person of a provider as registered',
    examples: [
      {
        personId: 'h-1',
        providerId: '649900-PROV-0123456789abcdef',
        townships: ['649900101'],
        relatives: 0,
        activeFrom: '2026-01-01',
      },
    ],
  });

export const ProviderListQuery = z.strictObject({ county: CountyCode.optional(), ...pageQuery }).meta({
  id: 'ProviderListQuery',
  description: '服务机构清单查询 Whose providers to list',
  examples: [{ limit: 50 }],
});

export const ProviderList = z
  .strictObject({ providers: z.array(Provider).describe('服务机构 providers'), ...pageNext })
  .meta({ id: 'ProviderList', description: '服务机构清单 List of providers', examples: [{ providers: [] }] });
