import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { PersonToken, Sha256, TownshipCode } from './ids.ts';

/** What can change in a household that receives aid (LAW §46, D57 §30, §34; rulebook 6.2, 6.5). */
export const ChangeKind = z
  .enum([
    'death',
    'declared-missing',
    'birth',
    'marriage',
    'divorce',
    'joined',
    'left',
    'employment',
    'job-loss',
    'income',
    'property',
    'company',
    'vehicle',
    'pension',
    'prison',
    'detox',
    'release',
    'illness',
    'disability',
    'obligor',
    'move',
    'work-refused',
    'work-accepted',
    'voluntary-exit',
    'other',
  ])
  .meta({
    id: 'ChangeKind',
    description:
      '变化类型：死亡、宣告失踪、出生、结婚、离婚、新增共同生活成员、不再共同生活、就业、失业、收入、财产、登记企业、购车、领取养老金、服刑、强制隔离戒毒、释放、患病、残疾、义务人变化、迁移、拒绝介绍工作、接受工作、自愿退出、其他 Kind of change',
    examples: ['employment'],
  });
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Who told of a change: the household's duty, the village's and the staff's, data exchange, a complaint (rulebook 6.2). */
export const ChangeSource = z.enum(['household', 'village', 'staff', 'data-alert', 'complaint']).meta({
  id: 'ChangeSource',
  description: '来源：家庭自报、村（居）、经办人员、数据预警、举报 Source',
  examples: ['household'],
});
export type ChangeSource = z.infer<typeof ChangeSource>;

/** A change as it is kept: whom it concerns, when it happened, when it was told, and whether it was told too late. */
export const HouseholdChange = z
  .strictObject({
    changeId: z.string().describe('变化编号，案内 id within the case'),
    kind: ChangeKind,
    source: ChangeSource,
    person: PersonToken.optional().describe('涉及的成员 member it concerns'),
    happenedOn: CivilDate.describe('发生日期 day it happened'),
    reportedOn: CivilDate.describe('报告日期 day it was told'),
    unreported: z
      .literal(true)
      .optional()
      .describe('重大变化超过三个月未报告 a major change untold for over three months'),
    joined: z.array(PersonToken).max(10).optional().describe('新增的成员 members who join'),
    toTownship: TownshipCode.optional().describe('迁入的本县乡镇 township moved to'),
    proof: Sha256.optional().describe('凭证哈希 hash of the proof'),
    settledOn: CivilDate.optional().describe('核查办结日期 day it was settled'),
  })
  .meta({ id: 'HouseholdChange', description: '家庭变化 Change in a household' });
export type HouseholdChange = z.infer<typeof HouseholdChange>;
