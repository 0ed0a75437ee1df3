import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { startTerms } from '../core/case-terms.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { remedyText } from '../core/remedy-text.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { dateText } from '../documents/wording.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { materialRule } from '../law/materials.ts';
import { cite } from '../law/sources.ts';

const LapseApplicationInput = z
  .strictObject({})
  .meta({ id: 'LapseApplicationInput', description: '逾期未补正，按放弃申请处理 Lapse', examples: [{}] });

/**
 * Closes an application whose materials were not completed in the applicant's window (T3), from the day after the window ended, counted
 * from service of W06 (B1, B3). A person decides it, never the clock (P10). W27 tells the applicant in writing, within 3 working days,
 * that a new application is possible at once: W08 would be a refusal, and missing materials are no ground for one (P12).
 */
export const lapseApplication = defineStep({
  id: 'intake.lapse-application',
  zh: '逾期未补正，按放弃申请处理',
  en: 'Close an application that was not completed',
  route: 'POST /v1/cases/{caseId}/lapse',
  provision: [cite('DESIGN', '3.2 T3', 'design'), cite('D57', '§10')],
  input: LapseApplicationInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, _input, now) => {
    const { head } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const windowEndsOn = head.correction?.windowEndsOn;
    must(windowEndsOn && on > windowEndsOn, 'correction-window-open', { windowEndsOn: windowEndsOn ?? null });
    const start = startTerms(['termination-notice'], { head, setting, fromOn: on });
    const act: CaseAct = {
      type: 'application-lapsed',
      data: { on },
      terms: { start, end: ['correction'] },
      papers: notice(facts, setting, { on, windowEndsOn, serveBy: start[0]?.dueOn }),
    };
    return reply(facts, act, now);
  },
});

function notice(
  facts: Facts,
  setting: Setting,
  at: { readonly on: CivilDate; readonly windowEndsOn: CivilDate; readonly serveBy: CivilDate | undefined },
) {
  const { head, parts } = theCase(facts);
  const { requestedOn, items, onFile } = head.correction ?? { requestedOn: at.on, items: [], onFile: 0 };
  const supplied = new Set(parts.materials.slice(onFile).map(({ item }) => item));
  const missing = items.filter((item) => !supplied.has(item)).map((item) => materialRule(item)?.zh ?? item);
  const issuing = { facts, setting, townshipCode: head.townshipCode, on: at.on };
  return issuePapers(issuing, [
    {
      kind: 'W27',
      to: head.applicant,
      clauses: [cite('D57', '§10'), cite('DESIGN', '3.2 T3', 'design')],
      serveBy: at.serveBy,
      data: {
        reasons: [
          `${dateText(requestedOn)}一次性告知补正材料，补正期限至${dateText(at.windowEndsOn)}届满`,
          `期满仍未补齐：${missing.join('、')}`,
        ],
        attempts: 0,
        lapsedAfter: at.windowEndsOn,
        program: head.program,
        remedy: remedyText(issuing, 'W27'),
      },
    },
  ]);
}
