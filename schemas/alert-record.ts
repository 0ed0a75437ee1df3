import * as z from 'zod';
import { AlertLevel } from './alert.ts';
import { CivilDate, Instant } from './dates.ts';
import { CaseId, CountyCode, PersonId, TownshipCode } from './ids.ts';
import { HolderPost, TermName } from './term.ts';

/** One alert (预警与督办): raised once for a subject, a term, its last day and a level (design decision 5). */
export const AlertRecord = z
  .strictObject({
    alertId: z.string().describe('提醒编号 id'),
    level: AlertLevel,
    subjectKind: z.string().min(1).max(20).describe('主体种类：案件、信访举报等 kind of subject'),
    subjectId: z.string().min(1).max(80).describe('主体编号 subject whose term it is'),
    subjectName: z.string().min(1).max(20).describe('主体名称，如案件 what the subject is called'),
    caseId: CaseId.optional().describe('所涉案件 case it is about, if any'),
    countyCode: CountyCode,
    townshipCode: TownshipCode.optional().describe('乡镇（街道），不涉及的为空 township, if any'),
    term: TermName,
    dueOn: CivilDate.describe('期限最后一日 last day of the term'),
    provisional: z.boolean().describe('期限为暂定 last day is provisional'),
    on: CivilDate.describe('提醒所属日期（补发时仍为真实日期）true date, also when raised late'),
    at: Instant.describe('应提醒时刻 instant it falls on'),
    raisedAt: Instant.describe('实际登记时刻 instant it was recorded'),
    deliverAt: Instant.describe('送出时刻 instant of delivery'),
    holderOrg: z.string().describe('责任机构 organisation'),
    holderPost: HolderPost,
    holderId: PersonId.optional().describe('责任人 holder'),
    countyHeld: z.boolean().describe('由县级承担 held by the county'),
    recipients: z.array(PersonId).describe('接收人 recipients'),
    missingRecipient: z.boolean().describe('名单缺失，转县级负责人 no recipient on the list'),
    deliveredAt: Instant.optional().describe('已送出 delivered'),
    acknowledgedBy: PersonId.optional().describe('签收人 acknowledged by'),
    acknowledgedAt: Instant.optional().describe('签收时间 acknowledged'),
    answeredBy: PersonId.optional().describe('督办答复人 answered by'),
    answeredAt: Instant.optional().describe('督办答复时间 answered'),
    answer: z.string().max(2000).optional().describe('督办答复 answer'),
    answerBy: CivilDate.optional().describe('督办答复期限 last day to answer'),
  })
  .meta({ id: 'AlertRecord', description: '提醒 Alert' });
export type AlertRecord = z.infer<typeof AlertRecord>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** Every kind of event an alert can have. It is closed by the act itself, never by hand (rulebook 3.9a). */
export const AlertEventBody = z.discriminatedUnion('type', [
  event('alert-raised', { alert: AlertRecord }),
  event('alert-delivered', { at: Instant, recipients: z.array(PersonId) }),
  event('alert-acknowledged', { by: PersonId, at: Instant }),
  event('supervision-answered', { by: PersonId, answer: z.string().max(2000) }),
]);
export type AlertEventBody = z.infer<typeof AlertEventBody>;
