import * as z from 'zod';
import { type CaseHead, CaseView, ExtensionGround } from '../../schemas/case.ts';
import { groupOf, type Program } from '../../schemas/program.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms } from '../core/case-terms.ts';
import { checkConfirmingAuthority } from '../core/confirming-authority.ts';
import { theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { type Citation, cite } from '../law/sources.ts';
import { extendedDecisionDue, latestPostingDay } from '../law/term-start.ts';

const ExtendTermInput = z
  .strictObject({
    ground: ExtensionGround,
    note: z.string().min(1).max(2000).describe('具体情况 the facts behind it'),
    countyConsent: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe('县级同意文件编号，理由为其他时必填 document of the county’s consent, needed for OTHER'),
  })
  .meta({
    id: 'ExtendTermInput',
    description: '延长办理期限 Extension of the term',
    examples: [{ ground: 'PUBLICITY_OBJECTION', note: '公示期间收到异议，需重新调查' }],
  });
type ExtendTermInput = z.infer<typeof ExtendTermInput>;

const namesOtherGround = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'ground' in body &&
  typeof body.ground === 'string' &&
  !ExtensionGround.safeParse(body.ground).success;

/**
 * Extends the term once to 45 working days from acceptance, up to and on its last day (T14, N83 四(一), B1), on a listed ground that is
 * on record, by whoever has the power to confirm; the applicant is told by W19. The latest posting day moves with it.
 */
export const extendTerm = defineStep({
  id: 'review.extend-term',
  zh: '延长办理期限',
  en: 'Extend the term',
  route: 'POST /v1/cases/{caseId}/extension',
  provision: [cite('N83', '四(一)'), cite('D57', '§22'), cite('R62', '§8')],
  input: ExtendTermInput,
  output: CaseView,
  prohibited: (body) =>
    namesOtherGround(body)
      ? { code: 'extension-ground-not-lawful', detail: { grounds: ExtensionGround.options } }
      : undefined,
  facts: (call) => ({ ...caseFacts(call), countyPapers: true }),
  decide: (facts, input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const { by } = checkConfirmingAuthority(facts, 'extend-term', on);
    must(!head.extension, 'extension-already-given', { extendedTo: head.extension?.dueOn });
    const { acceptedOn = on, dueOn: oldDueOn = on } = head;
    must(on <= oldDueOn, 'extension-too-late', { dueOn: oldDueOn });
    checkGround(head, input, { setting, on });
    const { ground, note, countyConsent } = input;
    const { dueOn, provisional } = extendedDecisionDue(setting.calendar, acceptedOn, {
      ...setting,
      program: head.program,
    });
    const posting = runningTerms(parts.terms).includes('posting')
      ? [
          {
            term: 'posting' as const,
            to: latestPostingDay(setting.calendar, dueOn, setting.clocks['publicity.days']),
            provisional,
          },
        ]
      : [];
    const papers = issuePapers({ facts, setting, townshipCode: head.townshipCode, on, by }, [
      {
        kind: 'W19',
        to: head.applicant,
        clauses: [basisOf(head)],
        data: { ground, oldDueOn, dueOn, provisional, note, program: head.program },
        serveBy: oldDueOn,
      },
    ]);
    const data = { on, ground, note, dueOn, provisional, ...(countyConsent ? { countyConsent } : {}) };
    const extend = [{ term: 'decision' as const, to: dueOn, provisional }, ...posting];
    return reply(facts, { type: 'term-extended', data, terms: { extend }, papers }, now);
  },
});

/** Four grounds and another with the county's consent for 低保 and the edge (N83 四(一)), two for rigid expenditure (R62 §8), none for the others (B17). */
const lawfulGrounds = (program: Program): readonly string[] => {
  if (program === 'GX') return ['HUKOU_SPLIT', 'HARD_INVESTIGATION'];
  return ['DB', 'BY'].includes(groupOf(program)) ? ExtensionGround.options : [];
};

/** What extends the term of a program: 低保 by N83 under a delegation, else by D57. */
const basisOf = ({ program, mode }: CaseHead): Citation => {
  if (program === 'GX') return cite('R62', '§8');
  return mode === 'delegated' ? cite('N83', '四(一)') : cite('D57', '§22');
};

function checkGround(
  { program, objections }: CaseHead,
  { ground, countyConsent }: ExtendTermInput,
  { setting, on }: { readonly setting: Setting; readonly on: string },
): void {
  const open = parameterOn(setting.parameters, 'extension.grounds', { program, on })?.value;
  const chosen: readonly string[] = Array.isArray(open) ? open : ExtensionGround.options;
  const grounds = chosen.filter((one) => lawfulGrounds(program).includes(one));
  must(grounds.includes(ground), 'extension-ground-not-lawful', { grounds });
  must(ground !== 'OTHER' || countyConsent, 'extension-ground-not-lawful', { ground, needed: 'countyConsent' });
  must(ground !== 'PUBLICITY_OBJECTION' || objections > 0, 'extension-ground-not-lawful', { ground, objections });
}
