import * as z from 'zod';
import { PersonToken } from './ids.ts';
import { Evidence } from './income.ts';
import { FenAmount } from './money.ts';

export const PropertyKind = z
  .enum(['deposit', 'security', 'insurance', 'claim', 'online-finance', 'vehicle', 'house', 'company', 'other'])
  .meta({
    id: 'PropertyKind',
    description:
      '财产类别：存款、有价证券基金、商业保险、债权、互联网金融资产；机动车船、房屋、企业股权、其他 Kind of property',
    examples: ['deposit'],
  });
export type PropertyKind = z.infer<typeof PropertyKind>;

/** One item of property (D57 §14). A person's finding on it is recorded with its reason, never by the system alone. */
export const PropertyItem = z
  .strictObject({
    kind: PropertyKind,
    label: z.string().min(1).max(80).optional().describe('说明 Label'),
    valueFen: FenAmount.describe('价值（分） Value in fen'),
    ownerPerson: PersonToken.describe('所有人代号 Owner'),
    evidence: Evidence,
    exemptReason: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('认定为生活生产必需或非其所有的理由 Why a person found it exempt'),
    excessReason: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('认定超出当地财产规定的理由 Why a person found it beyond the local rule'),
  })
  .refine((item) => item.exemptReason === undefined || item.excessReason === undefined, {
    error: '同一财产不能既豁免又超标',
    path: ['excessReason'],
  })
  .meta({
    id: 'PropertyItem',
    description: '一项财产 One item of property',
    examples: [
      { kind: 'deposit', valueFen: 3000000, ownerPerson: 't_00112233445566778899aabbccddeeff', evidence: 'verified' },
    ],
  });
export type PropertyItem = z.infer<typeof PropertyItem>;
