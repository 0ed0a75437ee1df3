import * as z from 'zod';
import { Instant } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId, Sha256, TownshipCode } from './ids.ts';
import { AttachmentId } from './review-proofs.ts';

const sealId = z.string().min(1).max(60).describe('印章登记编号 number of the entry');
const OrgCode = z.union([CountyCode, TownshipCode]).describe('印章所属机构 organ whose seal it is');

/** The picture of an organ's seal as one person enters it; papers carry it once another has approved it. */
export const SealRecord = z
  .strictObject({
    sealId,
    orgCode: OrgCode,
    attachmentId: AttachmentId.describe('印章图像 picture of the seal'),
    sha256: Sha256.describe('图像哈希 hash of the picture'),
    enteredBy: PersonId,
    enteredAt: Instant,
    approvedBy: PersonId.optional(),
    approvedAt: Instant.optional(),
  })
  .meta({
    id: 'SealRecord',
    description: '印章图像登记 Picture of a seal',
    examples: [
      {
        sealId: '649900101-SEAL-0123456789abcdef',
        orgCode: '649900101',
        attachmentId: 'att-0123456789abcdef',
        sha256: 'a'.repeat(64),
        enteredBy: 'cc-1',
        enteredAt: '2026-01-05T02:00:00.000Z',
      },
    ],
  });
export type SealRecord = z.infer<typeof SealRecord>;

export const SealEventBody = z.discriminatedUnion('type', [
  event('seal-entered', { seal: SealRecord }),
  event('seal-confirmed', { sealId, approvedBy: PersonId, approvedAt: Instant }),
]);
export type SealEventBody = z.infer<typeof SealEventBody>;

export const SealEntry = z.strictObject({ orgCode: OrgCode, attachmentId: SealRecord.shape.attachmentId }).meta({
  id: 'SealEntry',
  description: '录入印章图像 Picture of a seal to enter',
  examples: [{ orgCode: '649900101', attachmentId: 'att-0123456789abcdef' }],
});

export const SealApproval = z
  .strictObject({})
  .meta({ id: 'SealApproval', description: '批准印章图像 Approval of a seal', examples: [{}] });
