import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { checkDecidedAnew } from '../core/appeal-order.ts';
import { storedFile } from '../core/attachments.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { remedyText } from '../core/remedy-text.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { type Citation, cite } from '../law/sources.ts';
import { type Prohibition, rawBody } from './village-stamp.ts';

/** The closed list of P12. Missing materials, a missing stamp, labour ability or a full budget are not on it. */
const grounds = {
  'wrong-place': {
    zh: '申请人户籍地不在本乡镇（街道），本机关不是受理机关，申请已转有权受理的机关',
    clauses: [cite('LAW', '§37'), cite('D57', '§4')],
  },
  'program-not-here': {
    zh: '所申请的事项不属于本机关受理的社会救助业务',
    clauses: [cite('LAW', '§37'), cite('SEED', '二(三)1')],
  },
  'identical-open': { zh: '同一家庭的同一申请已在办理中', clauses: [cite('D57', '§4')] },
} as const satisfies Record<string, { readonly zh: string; readonly clauses: readonly Citation[] }>;
type Ground = keyof typeof grounds;
const groundNames = Object.keys(grounds) as [Ground, ...Ground[]];

const RefuseApplicationInput = z
  .strictObject({
    ground: z
      .enum(groundNames)
      .describe('法定理由：受理地不符、不属于本机关业务、同一申请已在办理 ground of the closed list (P12)'),
    fact: z.string().trim().max(1000).default('').describe('据以认定的事实 the fact it rests on'),
    transferTo: z
      .string()
      .regex(/^\d{6}(\d{3})?$/)
      .optional()
      .describe('受理地不符时转交的户籍地县级或乡镇代码 county or township of registration it is passed on to'),
    openCaseNo: z.string().min(1).max(64).optional().describe('已在办理的案件编号 number of the open case'),
    evidence: z.string().min(8).max(64).optional().describe('事实的证据附件 attachment that shows the fact'),
  })
  .meta({
    id: 'RefuseApplicationInput',
    description: '不予受理 Refusal to accept',
    examples: [{ ground: 'wrong-place', fact: '全体成员户籍在演示二镇', transferTo: '649900102' }],
  });
type RefuseApplicationInput = z.infer<typeof RefuseApplicationInput>;

const prohibited = (body: unknown): Prohibition | undefined => {
  const { ground } = rawBody(body);
  const unlawful = typeof ground === 'string' && !groundNames.some((name) => name === ground);
  return unlawful ? { code: 'refusal-ground-not-lawful', detail: { ground, grounds: groundNames } } : undefined;
};

/**
 * Refuses to accept an application on a ground of the closed list whose fact is on record (P12, B19): never for missing materials, never
 * by a village committee (P01). W08 is served within 3 working days; a new application is possible at once (T20).
 */
export const refuseApplication = defineStep({
  id: 'intake.refuse-application',
  zh: '不予受理',
  en: 'Refuse to accept',
  route: 'POST /v1/cases/{caseId}/refusal',
  provision: [cite('LAW', '§70(1)'), cite('SEED', '二(三)1'), cite('SEED', '二(二)3')],
  input: RefuseApplicationInput,
  output: CaseView,
  prohibited,
  facts: (call) => ({ ...caseFacts(call), attachments: call.input.evidence ? [call.input.evidence] : [] }),
  decide: (facts, input, now) => {
    const { head } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    checkFact(facts, input);
    checkDecidedAnew(facts, 'acceptance');
    const { ground, fact, transferTo, openCaseNo } = input;
    const start = startTerms(['refusal-notice'], { head, setting, fromOn: on });
    const act: CaseAct = {
      type: 'application-refused',
      data: {
        ground,
        fact,
        on,
        ...(input.evidence ? { evidence: storedFile(facts, input.evidence, head.countyCode).sha256 } : {}),
        ...(transferTo ? { transferTo } : {}),
        ...(openCaseNo ? { openCaseNo } : {}),
      },
      terms: { start, end: ['intake', 'correction', 'appeal-order'] },
      papers: decision(facts, input, { setting, on, serveBy: start[0]?.dueOn }),
    };
    return reply(facts, act, now);
  },
});

/** The fact behind the ground must be in the file, not only asserted: registrations of the members, or a stored piece of evidence. */
function checkFact(facts: Facts, { ground, fact, transferTo, openCaseNo, evidence }: RefuseApplicationInput): void {
  const need = (missing: string) => ({ ground, missing });
  must(fact !== '', 'refusal-fact-missing', need('fact'));
  if (ground === 'wrong-place') {
    must(transferTo, 'refusal-fact-missing', need('transferTo'));
    must(registeredOnlyAt(facts, transferTo), 'refusal-fact-missing', need('registration elsewhere 户籍在外地'));
    return;
  }
  must(ground !== 'identical-open' || openCaseNo, 'refusal-fact-missing', need('openCaseNo'));
  must(evidence, 'refusal-fact-missing', need('evidence'));
}

/** No listed member is, or may be, registered in this township, and one is registered where the application goes. */
function registeredOnlyAt(facts: Facts, transferTo: string): boolean {
  const { head, parts } = theCase(facts);
  const places = parts.household.members.map(({ hukou }) => hukou.townshipCode ?? hukou.countyCode);
  const mayBeHere = places.some((place) => head.townshipCode.startsWith(place));
  return !mayBeHere && places.some((place) => place.startsWith(transferTo));
}

function decision(
  facts: Facts,
  { ground, fact }: RefuseApplicationInput,
  of: { readonly setting: Setting; readonly on: CivilDate; readonly serveBy: CivilDate | undefined },
) {
  const { head } = theCase(facts);
  const { setting, on, serveBy } = of;
  const issuing = { facts, setting, townshipCode: head.townshipCode, on };
  const remedy = remedyText(issuing, 'W08');
  const { zh, clauses } = grounds[ground];
  return issuePapers(issuing, [
    { kind: 'W08', to: head.applicant, clauses, serveBy, data: { ground: zh, fact, remedy, program: head.program } },
  ]);
}
