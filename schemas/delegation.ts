import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { CountyCode, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { Program } from './program.ts';

/** Why and by which paper a township may decide (LAW §44(2); SEED 二(一)1). */
export const LegalBasis = z
  .strictObject({
    title: z.string().min(1).max(120).describe('授权文件名称 title of the instrument'),
    documentNo: z.string().min(1).max(60).describe('文号 document number'),
    issuedBy: z.string().min(1).max(60).describe('发文机关 issuing body'),
    sha256: z.string().max(64).optional().describe('文件哈希 hash of the file'),
  })
  .meta({ id: 'LegalBasis', description: '授权依据 Legal basis' });

/** The power to confirm, given to one township for one program (design decision 8). */
export const Delegation = z
  .strictObject({
    delegationId: z.string().describe('授权编号 id'),
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    program: Program,
    legalBasis: LegalBasis,
    from: CivilDate.describe('生效日期 in force from'),
    until: CivilDate.optional().describe('截止日期 until'),
    revokedOn: CivilDate.optional().describe('收回日期 taken back'),
  })
  .meta({
    id: 'Delegation',
    description: '授权 Delegation',
    examples: [
      {
        delegationId: 'DB_URBAN-649900101-2026-01-01',
        countyCode: '649900',
        townshipCode: '649900101',
        program: 'DB_URBAN',
        legalBasis: {
          title: '演示县人民政府关于下放社会救助审核确认权限的决定（演示数据）',
          documentNo: '演政发〔2025〕1号',
          issuedBy: '演示县人民政府',
        },
        from: '2026-01-01',
      },
    ],
  });
export type Delegation = z.infer<typeof Delegation>;

export const DelegationListQuery = z
  .strictObject({ county: CountyCode.optional(), ...pageQuery })
  .meta({ id: 'DelegationListQuery', description: '授权清单查询 Which delegations to list', examples: [{}] });

export const DelegationList = z
  .strictObject({
    delegations: z
      .array(z.strictObject({ ...Delegation.shape, inForce: z.boolean().describe('今日有效 in force today') }))
      .describe('每个乡镇每项业务最近一项授权 latest delegation of each township and program'),
    ...pageNext,
  })
  .meta({
    id: 'DelegationList',
    description: '授权清单 List of delegations',
    examples: [
      {
        delegations: [
          {
            delegationId: 'DB_URBAN-649900101-2026-01-01',
            countyCode: '649900',
            townshipCode: '649900101',
            program: 'DB_URBAN',
            legalBasis: {
              title: '演示县人民政府关于下放社会救助审核确认权限的决定（演示数据）',
              documentNo: '演政发〔2025〕1号',
              issuedBy: '演示县人民政府',
            },
            from: '2026-01-01',
            inForce: true,
          },
        ],
      },
    ],
  });
