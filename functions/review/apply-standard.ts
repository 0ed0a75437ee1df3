import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CaseId } from '../../schemas/ids.ts';
import type { Proposal } from '../../schemas/management.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import { adjustmentPaper } from '../core/adjustment-paper.ts';
import { assessCase } from '../core/assessed.ts';
import type { CaseState } from '../core/case-fold.ts';
import { reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { viewOf } from '../core/case-view.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { benefitIn, effectMonth, managementOf } from '../core/managed.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite, lawPackOn } from '../law/sources.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';

export const ApplyStandardInput = z
  .strictObject({ caseId: CaseId, parameterId: z.string().min(1).max(80).describe('标准的参数编号 standard') })
  .meta({ id: 'ApplyStandardInput', description: '按新标准测算一户 One household by a raised standard' });

/**
 * Recomputes one household by a raised standard (提标, D57 §31): what is more is due from the month the standard holds, with a record and a
 * paper of its own (W25). A household that is looked into, fades out, no longer qualifies or would get less is left as it is: reductions and
 * stops have their own way (LAW §48). Done twice it changes nothing.
 */
export const applyStandard = defineStep({
  id: 'review.apply-standard',
  zh: '按提高的标准核定金额',
  en: 'Apply a raised standard',
  route: 'DOCKET apply-standard',
  provision: [cite('D57', '§31'), cite('LAW', '§18')],
  input: ApplyStandardInput,
  output: CaseView,
  facts: ({ input: { caseId } }) => ({
    case: caseId,
    county: countyOf(caseId),
    township: townshipOf(caseId),
    countyPapers: true,
  }),
  decide: (facts, { parameterId }, now) => {
    const state = theCase(facts);
    const { head } = state;
    const on = civilDateOf(now);
    const standard = facts.county?.parts.parameters?.find(({ id }) => id === parameterId);
    must(standard?.approvedBy && standard.from <= on, 'standard-not-in-force', { parameterId });
    const raised = raiseOf(facts, state, standard, on);
    if (!raised) return { reply: viewOf(head, state.version) };
    const { amountFen, oldAmountFen, fromMonth, computation, calendar } = raised;
    const setting = settingOf(facts, head.program, on);
    const start = startTerms(['adjustment-notice', 'adjustment-publication'], { head, setting, fromOn: on });
    const proposal: Proposal = {
      result: 'increase',
      ground: 'means',
      on,
      by: standard.approvedBy,
      oldAmountFen,
      amountFen,
      facts: [`救助标准自${Number(standard.from.slice(0, 4))}年${Number(standard.from.slice(5, 7))}月起提高`],
      reasons: [
        `依据${standard.document.title}${standard.document.documentNo ? `（${standard.document.documentNo}）` : ''}`,
      ],
      computation: [...computation],
    };
    const issuing = { facts, setting, townshipCode: head.townshipCode, on, by: 'county' as const };
    const told = { proposal, reasons: [], fromMonth, heard: undefined, serveBy: start[0]?.dueOn };
    const data = {
      on,
      status: head.status,
      ground: proposal.ground,
      reasons: proposal.reasons,
      amountFen,
      fromMonth,
      entitlements: [{ kind: 'standard' as const, fromMonth, amountFen }],
      parameterId,
      calendar,
      lawPack: lawPackOn(on),
    };
    return reply(
      facts,
      { type: 'standard-applied', data, terms: { start }, papers: adjustmentPaper(issuing, told) },
      now,
    );
  },
});

/** What the standard raises for a household that simply receives; nothing where it was applied, or gives no more. */
function raiseOf(facts: Facts, state: CaseState, standard: ParameterRecord, on: string) {
  const { head, parts } = state;
  const entries = parts.benefit?.entitlements ?? [];
  if (head.status !== 'active' || entries.length === 0 || managementOf(state).standards.includes(standard.id))
    return undefined;
  const setting = settingOf(facts, head.program, on);
  const assessed = assessCase(state, setting, on);
  const oldAmountFen = benefitIn(state, effectMonth(on));
  if (assessed.entitled !== true || assessed.amountFen <= oldAmountFen) return undefined;
  const { finding } = assessed;
  if (!finding.parameterIds.includes(standard.id)) return undefined;
  const months = [standard.from.slice(0, 7), ...entries.map((entry) => entry.fromMonth)];
  const fromMonth = months.toSorted().at(-1) ?? effectMonth(on);
  const { computation } = finding;
  return { amountFen: assessed.amountFen, oldAmountFen, fromMonth, computation, calendar: setting.calendar.version };
}
