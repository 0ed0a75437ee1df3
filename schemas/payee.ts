import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { event } from './event-shape.ts';
import { CaseId, PersonId, ResidentId, Sha256, TownshipCode } from './ids.ts';

/** Keyed hash of an account number: stands for an account wherever personal data must not be (design decision 10). */
export const AccountToken = z
  .string()
  .regex(/^a_[0-9a-f]{32}$/)
  .meta({
    id: 'AccountToken',
    description: '收款账户代号（不可逆） Account token',
    examples: ['a_00112233445566778899aabbccddeeff'],
  });
export type AccountToken = z.infer<typeof AccountToken>;

/** Whose account it is: a member of the household (D57 §25), a guardian on file, or the institution that supports a 特困 person centrally. */
export const PayeeKind = z.enum(['member', 'guardian', 'institution']).meta({
  id: 'PayeeKind',
  description: '收款人：家庭成员、备案监护人、特困集中供养机构 Whose account',
  examples: ['member'],
});
export type PayeeKind = z.infer<typeof PayeeKind>;

/** An account as it is kept: tokens and hashes only; the number itself is sealed under its own key. */
export const PayeeAccount = z.strictObject({
  account: AccountToken,
  kind: PayeeKind,
  owner: z.string().describe('户主代号 token of the owner'),
  evidence: z.array(Sha256).min(1).describe('依据文件的 SHA-256 hashes of the evidence'),
  locked: z.boolean().describe('由本户首次登记该账户 this household was the first to register the account'),
  enteredBy: PersonId.describe('录入人 entered by'),
  enteredAt: Instant.describe('录入时间 entered'),
});
export type PayeeAccount = z.infer<typeof PayeeAccount>;

/** An account in use, from the instant another person approved it. */
export const ApprovedAccount = PayeeAccount.extend({
  approvedBy: PersonId.describe('批准人 approved by'),
  approvedAt: Instant.describe('批准时间 approved'),
});
export type ApprovedAccount = z.infer<typeof ApprovedAccount>;

/** A card in the keeping of village or township staff: only with a written agreement filed at the county (W31, D57 §26). */
export const CardKeeping = z
  .strictObject({
    keeper: PersonId.describe('代管人 who keeps it'),
    agreement: Sha256.describe('代管协议的 SHA-256 hash of the written agreement'),
    filedBy: PersonId.describe('备案人 filed by'),
    from: CivilDate.describe('起始日 from'),
    until: CivilDate.optional().describe('终止日 until'),
  })
  .meta({ id: 'CardKeeping', description: '银行卡代管备案 Card kept by others' });
export type CardKeeping = z.infer<typeof CardKeeping>;

/** The payee of one case as its item holds it. */
export const Payee = z.strictObject({
  caseId: z.string(),
  townshipCode: TownshipCode,
  accounts: z.array(ApprovedAccount),
  pending: PayeeAccount.optional(),
  card: CardKeeping.optional(),
});
export type Payee = z.infer<typeof Payee>;

const ofCase = { caseId: z.string(), townshipCode: TownshipCode, on: CivilDate };

/** What happens to the payee of a case. */
export const PayeeEventBody = z.discriminatedUnion('type', [
  event('payee-entered', { ...ofCase, account: PayeeAccount }),
  event('payee-approved', { ...ofCase, approvedBy: PersonId, approvedAt: Instant }),
  event('payee-rejected', { ...ofCase, by: PersonId }),
  event('card-keeping-filed', { ...ofCase, card: CardKeeping }),
  event('card-keeping-ended', { ...ofCase, by: PersonId }),
]);
export type PayeeEventBody = z.infer<typeof PayeeEventBody>;

/** An account to be registered: the only place where its number enters the system. */
export const PayeeEntry = z
  .strictObject({
    caseId: CaseId,
    kind: PayeeKind,
    name: z.string().min(1).max(50).describe('户名 name of the holder, as the bank has it'),
    idNumber: ResidentId.optional().describe('户主公民身份号码，机构不填 identity number of the owner'),
    creditCode: z
      .string()
      .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '统一社会信用代码格式不正确')
      .optional()
      .describe('供养机构统一社会信用代码 credit code of the institution'),
    phone: z
      .string()
      .regex(/^[0-9+-]{5,20}$/, '电话格式不正确')
      .optional()
      .describe('联系电话 phone'),
    account: z
      .string()
      .regex(/^\d{10,25}$/, '账号格式不正确')
      .describe('收款账号 account number'),
    evidence: z
      .array(z.string().min(8).max(64))
      .min(1)
      .max(10)
      .describe('依据附件：本人签字的变更申请、监护证明、供养协议等 evidence'),
  })
  .refine(({ kind, idNumber, creditCode }) => (kind === 'institution' ? creditCode : idNumber) !== undefined, {
    error: '家庭成员、监护人须填 idNumber，机构须填 creditCode give idNumber, or creditCode of an institution',
  })
  .meta({
    id: 'PayeeEntry',
    description: '登记收款账户 Account to be registered',
    examples: [
      {
        caseId: '649900101-DB-2026-000001',
        kind: 'member',
        name: '测试甲',
        idNumber: '649900198511200016',
        account: '6200000000000000001',
        evidence: ['att-0123456789abcdef'],
      },
    ],
  });
export type PayeeEntry = z.infer<typeof PayeeEntry>;

const account = {
  account: AccountToken,
  kind: PayeeKind,
  enteredBy: PersonId.describe('录入人 entered by'),
  enteredAt: Instant.describe('录入时间 entered'),
};

/** The payee of a case as callers see it: never a number. */
export const PayeeView = z
  .strictObject({
    caseId: CaseId,
    current: z
      .strictObject({
        ...account,
        approvedBy: PersonId.describe('批准人 approved by'),
        approvedAt: Instant.describe('批准时间 approved'),
      })
      .optional()
      .describe('现用账户 account in use'),
    pending: z.strictObject(account).optional().describe('待批准的账户 account to be approved'),
    former: z.int().describe('曾用账户数 former accounts'),
    card: CardKeeping.optional(),
  })
  .meta({
    id: 'PayeeView',
    description: '收款账户 Payee of a case',
    examples: [
      {
        caseId: '649900101-DB-2026-000001',
        pending: {
          account: 'a_00112233445566778899aabbccddeeff',
          kind: 'member',
          enteredBy: 't1-tc',
          enteredAt: '2026-09-01T02:00:00.000Z',
        },
        former: 0,
      },
    ],
  });
export type PayeeView = z.infer<typeof PayeeView>;
