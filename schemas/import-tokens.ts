import * as z from 'zod';
import { ResidentId } from './ids.ts';

/** A number of an older system, for which a token is needed. */
const ClearNumber = z
  .strictObject({
    kind: z.enum(['person', 'phone', 'address', 'account']).describe('号码种类：公民身份号码、电话、住址、账号 kind'),
    value: z.string().min(1).max(200).describe('号码，仅用于换取代号，不保存 the number, never kept'),
  })
  .refine(({ kind, value }) => kind !== 'person' || ResidentId.safeParse(value).success, {
    error: '公民身份号码不正确 not an identity number',
    path: ['value'],
  });

export const ImportTokensRequest = z
  .strictObject({ numbers: z.array(ClearNumber).min(1).max(500).describe('号码，一次至多 500 个 numbers') })
  .meta({
    id: 'ImportTokensRequest',
    description: '换取代号 Numbers to be replaced by tokens',
    examples: [{ numbers: [{ kind: 'person', value: '649900198511200032' }] }],
  });

export const ImportTokens = z
  .strictObject({ tokens: z.array(z.string()).describe('代号，次序与号码相同 tokens, in the order of the numbers') })
  .meta({
    id: 'ImportTokens',
    description: '代号 Tokens',
    examples: [{ tokens: ['t_00112233445566778899aabbccddeeff'] }],
  });
export type ImportTokens = z.infer<typeof ImportTokens>;
