import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';
import { PersonId, PersonToken, ResidentId, Sha256, VillageCode } from './ids.ts';

/** What an agent may do for the applicant, as the mandate says (委托书 W04; D57 §6). */
export const MandateScope = z.enum(['apply', 'objection', 'representations', 'changes', 'service', 'appeal']).meta({
  id: 'MandateScope',
  description:
    '委托事项：提出申请及补正材料、对核对结果提出异议、陈述意见、报告变化、代收文书、申请救济 What an agent may do',
  examples: ['apply'],
});
export type MandateScope = z.infer<typeof MandateScope>;

/** What the agent is to the applicant. */
export const AgentRelation = z
  .enum(['family', 'relative', 'neighbour', 'village-committee', 'social-worker', 'lawyer', 'institution', 'other'])
  .meta({
    id: 'AgentRelation',
    description: '代理人与申请人的关系：家庭成员、亲属、邻里、村（居）委会、社会工作者、律师、供养机构、其他 Relation',
    examples: ['relative'],
  });

/** A mandate of an agent, or the authority of a guardian. */
export const Mandate = z
  .strictObject({
    mandateId: z.string().min(1).max(16).describe('委托编号 number within the case'),
    kind: z.enum(['mandate', 'guardian']).describe('委托代理，或监护（法定代理） mandate, or guardianship'),
    agent: PersonToken.describe('代理人 agent'),
    account: PersonId.optional().describe('代理人在门户的账号编号 the agent’s account with the portal'),
    village: VillageCode.optional().describe('受委托的村（居）委会 village committee that acts'),
    relation: AgentRelation,
    scope: z.array(MandateScope).min(1).max(6).describe('委托事项 scope'),
    from: CivilDate.describe('起始日 first day'),
    until: CivilDate.optional().describe('最后一日 last day'),
    paper: Sha256.describe('委托书或监护证明的哈希 hash of the signed mandate, or proof of guardianship'),
    revokedOn: CivilDate.optional().describe('终止日，自当日起无效 ended; void from that day'),
    revocation: Sha256.optional().describe('终止材料的哈希 hash of the statement'),
  })
  .meta({ id: 'Mandate', description: '委托或监护 Mandate or guardianship' });
export type Mandate = z.infer<typeof Mandate>;

export const mandateEvents = [
  event('mandate-recorded', { on: CivilDate, authority: Mandate }),
  event('mandate-revoked', { on: CivilDate, mandateId: z.string(), revocation: Sha256.optional() }),
] as const;

/** An agent as the form names one, with the signed paper. */
export const AgentGiven = z
  .strictObject({
    name: z.string().min(1).max(50).describe('代理人姓名 name'),
    idNumber: ResidentId,
    mandate: z.string().min(8).max(64).describe('委托书（W04）或监护证明附件 mandate, or proof of guardianship'),
    kind: Mandate.shape.kind.default('mandate'),
    relation: AgentRelation,
    scope: z.array(MandateScope).min(1).max(6).default(['apply']).describe('委托事项，缺省为申请 scope'),
    from: CivilDate.optional().describe('起始日，缺省为今天 first day, today if absent'),
    until: CivilDate.optional().describe('最后一日，未约定的不填 last day, if there is one'),
  })
  .meta({
    id: 'AgentGiven',
    description: '代理人及委托书 Agent with a written mandate',
    examples: [
      {
        name: '测试代理',
        idNumber: '649900198511200032',
        mandate: 'att-0123456789abcdef',
        kind: 'mandate',
        relation: 'relative',
        scope: ['apply', 'service'],
      },
    ],
  });
export type AgentGiven = z.infer<typeof AgentGiven>;

export const MandateList = z
  .strictObject({ mandates: z.array(Mandate).describe('委托和监护 mandates') })
  .meta({ id: 'MandateList', description: '委托清单 Mandates of a case', examples: [{ mandates: [] }] });
