import * as z from 'zod';
import { Posting, Visit } from './case-evidence.ts';
import { PersonId } from './ids.ts';

/** A stored file, named by the id it was registered under. */
export const AttachmentId = z
  .string()
  .min(8)
  .max(64)
  .meta({ id: 'AttachmentId', description: '附件编号 Attachment', examples: ['att-0123456789abcdef'] });
export type AttachmentId = z.infer<typeof AttachmentId>;

/** A team of two or more by person, never by account (SD1, SD9). */
export const Team = z
  .array(PersonId)
  .min(1)
  .max(10)
  .meta({ id: 'Team', description: '人员（至少二人，按自然人） Persons', examples: [['p-survey-1', 'p-survey-2']] });

/** Posting of a notice on one channel, with the file that proves it. */
export const PostingProof = z
  .strictObject({
    channel: Posting.shape.channel,
    postedOn: Posting.shape.postedOn,
    attachmentId: AttachmentId.describe('张榜照片或网页存档 photo or page that proves it'),
    url: Posting.shape.url,
    boardId: Posting.shape.boardId,
  })
  .meta({
    id: 'PostingProof',
    description: '公示凭证 Proof of posting',
    examples: [{ channel: 'village-board', postedOn: '2026-08-17', attachmentId: 'att-0123456789abcdef' }],
  });
export type PostingProof = z.infer<typeof PostingProof>;

export const visitExample = {
  surveyors: ['p-survey-1', 'p-survey-2'],
  signatures: ['p-survey-1', 'p-survey-2'],
  memberSigned: true,
  visitedAt: '2026-08-06T02:00:00.000Z',
  lat: 37.9,
  lon: 106.2,
  photos: ['att-0123456789abcdef'],
  findings: '与申报一致',
  consistent: true,
} as const;

/** A visit as it is reported: like `Visit`, with photos as attachments, and with its place (W13). */
export const VisitReport = z
  .strictObject({
    ...Visit.shape,
    surveyors: Team.describe('调查人员 surveyors'),
    signatures: Team.describe('签字的调查人员 surveyors who signed'),
    lat: z.number().min(-90).max(90).describe('纬度 latitude'),
    lon: z.number().min(-180).max(180).describe('经度 longitude'),
    photos: z.array(AttachmentId).min(1).max(20).describe('照片附件 photos'),
  })
  .meta({ id: 'VisitReport', description: '入户调查表 Report of a visit', examples: [visitExample] });
export type VisitReport = z.infer<typeof VisitReport>;
