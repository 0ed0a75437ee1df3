import * as z from 'zod';
import { Appeal } from '../../schemas/appeal.ts';
import { type AppealEntry, AppealId, AppealKind } from '../../schemas/appeal-order.ts';
import { Complainant } from '../../schemas/complaint.ts';
import { CivilDate } from '../../schemas/dates.ts';
import { AttachmentId } from '../../schemas/review-proofs.ts';
import { bodyOf, checkWay, replyTerms, sealed, targetOf, windowOf } from '../core/appeal-registration.ts';
import { appealRef, type Target } from '../core/appeals.ts';
import { storedFile } from '../core/attachments.ts';
import { reply } from '../core/case-reply.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const RecordAppealInput = z
  .strictObject({
    kind: AppealKind,
    paperId: z
      .string()
      .regex(/^W\d{2}-\d{1,4}$/, '文书编号格式如 W21-1')
      .optional()
      .describe('被申请、被诉的文书（与 duty 二选一）paper appealed against, or give duty'),
    duty: z
      .enum(['acceptance', 'decision'])
      .optional()
      .describe('未在期限内受理、未在期限内决定（与 paperId 二选一）inaction: not accepted, or not decided, in time'),
    filedOn: CivilDate.describe('向复议机关申请、向人民法院起诉的日期 day it was filed there'),
    receivedOn: CivilDate.optional().describe('收到副本日期，缺省为当日 day the copy was received, today if absent'),
    simplified: z.literal(true).optional().describe('复议适用简易程序 simplified procedure of a review'),
    after: AppealId.optional().describe('所不服的行政复议，起诉时填写 the review the lawsuit follows'),
    body: z
      .string()
      .min(2)
      .max(60)
      .optional()
      .describe('复议机关，缺省为登记的县级人民政府；起诉时为人民法院名称，必填 body; the court for a lawsuit'),
    appellant: Complainant.optional().describe('申请人、原告不是本案申请人的填写 who appeals, if not the applicant'),
    claims: z
      .array(z.string().min(1).max(1000))
      .min(1)
      .max(10)
      .describe('请求和理由（不填姓名） what is asked and why, without names'),
    evidence: z
      .array(AttachmentId)
      .min(1)
      .max(20)
      .describe('申请书、起诉状副本等附件 copy of the application or claim'),
  })
  .refine(({ paperId, duty }) => (paperId === undefined) !== (duty === undefined), {
    error: 'paperId 与 duty 须且只须填写一项 give paperId or duty, not both',
  })
  .meta({
    id: 'RecordAppealInput',
    description: '登记行政复议、行政诉讼 Appeal',
    examples: [
      {
        kind: 'review',
        paperId: 'W21-1',
        filedOn: '2026-11-02',
        claims: ['请求撤销不予批准通知书'],
        evidence: ['att-0123456789abcdef'],
      },
    ],
  });
/**
 * Registers that an act is appealed against (LAW §76): one served decision, or that nothing was done in time; by the township's clerk or the county, once the copy is there. Whether it was filed in time is computed
 * (FYF §20, ALL §45–46) and kept, never a bar: the body decides on acceptance. Inaction goes to review before court (FYF §23), and not to both at once (FYF §29).
 * The respondent has ten working days to reply, five in the simplified procedure (FYF §48, §54), or fifteen days to a court (ALL §67). The act goes on being
 * carried out unless the body orders otherwise (FYF §42, ALL §56).
 */
export const recordAppeal = defineStep({
  id: 'review.record-appeal',
  zh: '登记行政复议、行政诉讼',
  en: 'Register an appeal',
  route: 'POST /v1/cases/{caseId}/appeals',
  provision: [
    cite('LAW', '§76'),
    cite('FYF', '§20'),
    cite('FYF', '§23'),
    cite('FYF', '§24'),
    cite('FYF', '§29'),
    cite('FYF', '§48'),
    cite('ALL', '§45'),
    cite('ALL', '§46'),
    cite('ALL', '§67'),
  ],
  input: RecordAppealInput,
  output: Appeal,
  status: 201,
  facts: (call) => ({
    ...caseFacts(call),
    ...(call.input.paperId ? { paper: call.input.paperId } : {}),
    attachments: call.input.evidence,
  }),
  decide: (facts, input, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const today = civilDateOf(now);
    const setting = settingOf(facts, head.program, today);
    const { filedOn, receivedOn = today } = input;
    must(filedOn <= receivedOn && receivedOn <= today, 'date-out-of-order', { filedOn, receivedOn });
    const target = targetOf(facts, input);
    const earlier = checkWay(facts, input, target);
    const window = windowOf(input, target, { setting, earlier });
    const appealId = `${head.caseId}-A${(parts.appeals?.entries.length ?? 0) + 1}`;
    const terms = replyTerms(facts, input, { setting, target, fromOn: receivedOn });
    const appeal = {
      appealId,
      ...ofCase(facts),
      kind: input.kind,
      act: target.act,
      ...paperOf(target),
      ...(target.duty ? { duty: target.duty } : {}),
      respondent: target.respondent,
      body: bodyOf(input, setting),
      ...(input.simplified ? { simplified: input.simplified } : {}),
      ...(input.after ? { after: input.after } : {}),
      filedOn,
      receivedOn,
      ...window,
      appellant: sealed(facts, input)[0]?.token ?? head.applicant,
      claims: input.claims,
      evidence: input.evidence.map((id) => storedFile(facts, id, head.countyCode).sha256),
      ...(target.decidedBy ? { decidedBy: target.decidedBy } : {}),
      status: 'open' as const,
      replyBy: terms[0]?.dueOn ?? receivedOn,
      registeredBy: facts.actor.personId,
    };
    const entry: AppealEntry = {
      appealId,
      kind: input.kind,
      act: target.act,
      ...(target.paper ? { paperId: target.paper.paperId } : {}),
      ...(target.duty ? { duty: target.duty } : {}),
      filedOn,
      ...(target.decidedBy ? { decidedBy: target.decidedBy } : {}),
    };
    const { lastOn, inTime } = window;
    const act = reply(
      facts,
      { type: 'appeal-recorded', data: { on: today, entry, ...(lastOn ? { lastOn } : {}), inTime } },
      now,
    );
    const opened = { type: 'appeal-opened' as const, data: { on: today, appeal }, terms: { start: terms } };
    return {
      ...act,
      also: [{ subject: appealRef(appealId), event: opened }],
      personal: sealed(facts, input),
      reply: { ...appeal, terms },
    };
  },
});

const ofCase = (facts: Facts) => {
  const { caseId, countyCode, townshipCode, program } = theCase(facts).head;
  return { caseId, countyCode, townshipCode, program };
};

const paperOf = ({ paper }: Target) =>
  paper
    ? {
        paperId: paper.paperId,
        number: paper.number,
        ...(paper.served ? { servedOn: paper.served.servedOn } : {}),
      }
    : {};
