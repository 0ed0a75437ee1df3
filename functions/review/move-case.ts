import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { CaseId } from '../../schemas/ids.ts';
import { reply } from '../core/case-reply.ts';
import { heldAnew } from '../core/case-terms.ts';
import { viewOf } from '../core/case-view.ts';
import { whoConfirms } from '../core/confirming-authority.ts';
import { theCase } from '../core/facts.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const MoveCaseInput = z
  .strictObject({ caseId: CaseId })
  .meta({ id: 'MoveCaseInput', description: '随授权变动移交一个案件 Move one case with a delegation' });

/**
 * Moves an open case to whoever has the power to confirm on the day, after a delegation was granted, ended or taken back: running terms
 * keep their days and are held by who confirms now (K1, B11). A case that is there already stays as it is.
 */
export const moveCase = defineStep({
  id: 'review.move-case',
  zh: '随授权变动移交案件',
  en: 'Move a case with a delegation',
  route: 'DOCKET move-case',
  provision: [cite('LAW', '§44(2)'), cite('SEED', '二(一)1'), cite('SEED', '二(三)5')],
  input: MoveCaseInput,
  output: CaseView,
  facts: ({ input }) => caseFacts({ params: input }),
  decide: (facts, _input, now) => {
    const { head, parts, version } = theCase(facts);
    const on = civilDateOf(now);
    const { mode, delegationId } = whoConfirms(facts, head, on);
    if (mode === head.mode) return { reply: viewOf(head, version) };
    const data = { on, mode, finished: false, ...(delegationId ? { delegationId } : {}) };
    const terms = { start: heldAnew(parts.terms, { ...head, mode }) };
    return reply(facts, { type: 'case-received', data, terms }, now);
  },
});
