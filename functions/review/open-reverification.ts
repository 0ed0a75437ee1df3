import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { Check } from '../../schemas/management.ts';
import type { CaseState } from '../core/case-fold.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { managementOf, openChanges } from '../core/managed.ts';
import { checkRelativesFiled } from '../core/near-staff.ts';
import { must } from '../core/problem.ts';
import { type Setting, settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { addDays } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';
import { lastDayOf } from '../law/term-start.ts';

const OpenReverificationInput = z
  .strictObject({})
  .meta({ id: 'OpenReverificationInput', description: '开始定期核查 Start of a re-verification', examples: [{}] });

/**
 * Starts the re-verification of a household that receives aid (D57 §31, Z18 二(二)7): from thirty days before it is due on, for a change
 * that was reported, or at the end of a fade-out. Within the cycle and without a change there is none. From here on the household may be
 * visited and verified (B10); the aid goes on as it is.
 */
export const openReverification = defineStep({
  id: 'review.open-reverification',
  zh: '开始定期核查',
  en: 'Start a re-verification',
  route: 'POST /v1/cases/{caseId}/reverification-opening',
  provision: [cite('D57', '§31'), cite('Z18', '二(二)7'), cite('LAW', '§46')],
  input: OpenReverificationInput,
  output: CaseView,
  facts: caseFacts,
  decide: (facts, _input, now) => {
    const state = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, state.head.program, on);
    checkRelativesFiled(facts);
    const basis = basisOf(state, setting, on);
    return reply(facts, { type: 'check-opened', data: { on, basis, status: 'checking' } }, now);
  },
});

/** Why the household is looked at: a change comes first; otherwise the day must have come. */
function basisOf(state: CaseState, setting: Setting, on: string): Check['basis'] {
  if (openChanges(state).length > 0) return 'change';
  const { fadeOut } = managementOf(state);
  const name = fadeOut ? 'fade-out-end' : 'reverification';
  const due = state.parts.terms.find(({ term, endedOn }) => term === name && endedOn === undefined);
  const days = Number(
    parameterOn(setting.parameters, 'reverify.openDays', { program: state.head.program, on })?.value ?? 30,
  );
  const opensOn = due && addDays(lastDayOf(due), -days);
  must(opensOn === undefined || opensOn <= on, 'no-change-within-cycle', { opensOn });
  return fadeOut ? 'fade-out-end' : 'periodic';
}
