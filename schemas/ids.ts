import * as z from 'zod';

const W = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const isResidentId = (id: string): boolean => {
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!z.iso.date().safeParse(birth).success) return false;
  const sum = W.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return '10X98765432'[sum % 11] === id[17];
};

/** Resident identity number (公民身份号码), GB 11643-1999: date and check character are verified, the area is not (it may be historic). */
export const ResidentId = z
  .string()
  .regex(/^\d{17}[\dX]$/, '公民身份号码须为 18 位，末位 X 大写')
  .refine(isResidentId, { error: '公民身份号码的出生日期或校验码不正确', params: { code: 'resident-id-invalid' } })
  .meta({ id: 'ResidentId', description: '公民身份号码 Resident identity number', examples: ['649900198511200032'] });
export type ResidentId = z.infer<typeof ResidentId>;

/** County or pseudo-tenant (县级) code, 6 characters; 宁东 is `64ND00` (rulebook 9.3). */
export const CountyCode = z
  .string()
  .regex(/^64(\d{4}|ND00)$/, '县级代码须为 64 开头的 6 位')
  .meta({ id: 'CountyCode', description: '县级行政区划代码 County code', examples: ['649900'] });
export type CountyCode = z.infer<typeof CountyCode>;

/** Township (乡镇街道) code, 9 digits. */
export const TownshipCode = z
  .string()
  .regex(/^64\d{7}$/, '乡镇街道代码须为 9 位')
  .meta({ id: 'TownshipCode', description: '乡镇（街道）代码 Township code', examples: ['649900101'] });
export type TownshipCode = z.infer<typeof TownshipCode>;

/** Village or community (村居) code, 12 digits. */
export const VillageCode = z
  .string()
  .regex(/^64\d{10}$/, '村居代码须为 12 位')
  .meta({ id: 'VillageCode', description: '村（居）代码 Village code', examples: ['649900101201'] });
export type VillageCode = z.infer<typeof VillageCode>;

/** Case number: township, program group, year, serial (rulebook 9.1). The county is its first six digits. */
export const CaseId = z
  .string()
  .regex(/^64\d{7}-(DB|TK|BY|GX|GL|LS)-\d{4}-\d{6}$/, '案件编号格式不正确')
  .meta({ id: 'CaseId', description: '案件编号 Case number', examples: ['649900101-DB-2026-000001'] });
export type CaseId = z.infer<typeof CaseId>;

/**
 * A person as the identity provider names them: the natural person, not an account (SD9). It stands in every event, so it must not be
 * an identity number or a mobile phone (design decision 10).
 */
export const PersonId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/, '人员编号格式不正确')
  .refine((id) => !/^(\d{17}[\dXx]|\d{15}|1[3-9]\d{9})$/.test(id), '人员编号不得为公民身份号码或手机号码')
  .meta({ id: 'PersonId', description: '人员编号（自然人） Person id', examples: ['p-clerk-1'] });
export type PersonId = z.infer<typeof PersonId>;

/** Keyed hash of an identity number: stands for a person wherever personal data must not be (design decision 10). */
export const PersonToken = z
  .string()
  .regex(/^t_[0-9a-f]{32}$/)
  .meta({
    id: 'PersonToken',
    description: '人员代号（不可逆） Person token',
    examples: ['t_00112233445566778899aabbccddeeff'],
  });
export type PersonToken = z.infer<typeof PersonToken>;

/** SHA-256 of a file's bytes, lower-case hex. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'sha256 须为 64 位小写十六进制')
  .meta({
    id: 'Sha256',
    description: '文件的 SHA-256',
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  });
export type Sha256 = z.infer<typeof Sha256>;
