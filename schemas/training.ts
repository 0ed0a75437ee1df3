import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId, Sha256, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { AttachmentId } from './review-proofs.ts';

const text = {
  subject: z.string().min(1).max(200).describe('培训主题 subject'),
  form: z
    .enum(['class', 'field', 'online', 'guidance'])
    .describe('形式：集中培训、实地宣讲、线上、督导 class, on the spot, online, guidance'),
  on: CivilDate.describe('培训日期 day'),
  organiser: z.enum(['city', 'county', 'township']).describe('组织单位层级 who organised it'),
  kinds: z
    .array(
      z.enum([
        'county-staff',
        'township-staff',
        'village-helpers',
        'grid-workers',
        'social-workers',
        'providers',
        'public',
      ]),
    )
    .min(1)
    .max(7)
    .describe('参训对象：县级人员、乡镇经办人员、村级协办人员、网格员、社会工作者、购买服务人员、群众 who took part'),
  persons: z.int().min(1).max(100_000).describe('参训人数 how many took part'),
  staff: z.array(PersonId).max(60).default([]).describe('参训的登记人员编号 registered staff who took part'),
};

const trainingId = z.string().min(1).max(60).describe('培训编号 number of the training');

/** A training that took place (专题培训、培训村级协办人员、培训督导). */
export const Training = z
  .strictObject({
    trainingId,
    countyCode: CountyCode,
    townshipCode: TownshipCode.optional(),
    ...text,
    materials: z.array(Sha256).describe('培训材料哈希 hashes of the materials'),
    recordedBy: PersonId,
  })
  .meta({
    id: 'Training',
    description: '培训记录 Training',
    examples: [
      {
        trainingId: '649900-TR-0123456789abcdef',
        countyCode: '649900',
        subject: '低保审核确认权限下放业务规范',
        form: 'class',
        on: '2026-03-02',
        organiser: 'county',
        kinds: ['township-staff'],
        persons: 40,
        staff: ['t1-tc'],
        materials: ['a'.repeat(64)],
        recordedBy: 'cc-1',
      },
    ],
  });
export type Training = z.infer<typeof Training>;

export const TrainingEventBody = event('training-recorded', { training: Training });
export type TrainingEventBody = z.infer<typeof TrainingEventBody>;

export const TrainingEntry = z
  .strictObject({
    division: z
      .union([CountyCode, TownshipCode])
      .describe('参训地区：县或乡镇（街道） county or township it was held for'),
    ...text,
    attachments: z.array(AttachmentId).min(1).max(10).describe('培训材料附件 materials'),
  })
  .meta({
    id: 'TrainingEntry',
    description: '登记培训 Training to record',
    examples: [
      {
        division: '649900101',
        subject: '村级协办人员业务培训',
        form: 'class',
        on: '2026-03-02',
        organiser: 'township',
        kinds: ['village-helpers'],
        persons: 12,
        staff: ['t1-vc'],
        attachments: ['att-0123456789abcdef'],
      },
    ],
  });
export type TrainingEntry = z.infer<typeof TrainingEntry>;

export const TrainingListQuery = z
  .strictObject({ county: CountyCode.optional(), township: TownshipCode.optional(), ...pageQuery })
  .meta({ id: 'TrainingListQuery', description: '培训清单查询 Which trainings to list', examples: [{ limit: 50 }] });

export const TrainingList = z
  .strictObject({ trainings: z.array(Training).describe('培训 trainings'), ...pageNext })
  .meta({ id: 'TrainingList', description: '培训清单 List of trainings', examples: [{ trainings: [] }] });
