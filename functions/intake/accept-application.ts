import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { reply } from '../core/case-reply.ts';
import { runningTerms, startTerms } from '../core/case-terms.ts';
import { kinOf, theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { must } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { requiredMaterials } from '../law/materials.ts';
import { cite } from '../law/sources.ts';

const AcceptApplicationInput = z
  .strictObject({})
  .meta({ id: 'AcceptApplicationInput', description: '受理 Acceptance', examples: [{}] });

/**
 * Accepts a complete application (T1): the term of 20 working days starts (30 without delegation), near relatives among staff and
 * cadres are looked for (T4), and W07 names the last day.
 */
export const acceptApplication = defineStep({
  id: 'intake.accept-application',
  zh: '受理申请',
  en: 'Accept an application',
  route: 'POST /v1/cases/{caseId}/acceptance',
  provision: [cite('D57', '§10'), cite('D57', '§11'), cite('N83', '四(一)')],
  input: AcceptApplicationInput,
  output: CaseView,
  prohibited: (body) =>
    typeof body === 'object' && body !== null && 'villageStamp' in body
      ? { code: 'village-stamp-forbidden' }
      : undefined,
  facts: (call) => {
    const facts = caseFacts(call);
    return { ...facts, kin: [facts.township, facts.county] };
  },
  decide: (facts, _input, now) => {
    const { head, parts } = theCase(facts);
    const on = civilDateOf(now);
    const setting = settingOf(facts, head.program, on);
    const have = new Set(parts.materials.map(({ item }) => item));
    const missing = requiredMaterials.filter((item) => !have.has(item));
    must(missing.length === 0, 'materials-incomplete', { missing });
    const relativesFound = [
      ...new Set(
        parts.household.members.flatMap(({ person }) =>
          near(person, [kinOf(facts, head.townshipCode), kinOf(facts, head.countyCode)]),
        ),
      ),
    ];
    const start = startTerms(
      [
        'investigation-start',
        'survey',
        'opinion',
        'posting',
        'decision',
        ...(relativesFound.length > 0 ? (['county-survey'] as const) : []),
      ],
      {
        head,
        setting,
        fromOn: on,
        holders: { 'investigation-start': facts.actor.personId },
      },
    );
    const decision = start.find(({ term }) => term === 'decision');
    const posting = start.find(({ term }) => term === 'posting');
    if (!decision || !posting) throw new Error('the terms of acceptance are incomplete');
    const dates = { dueOn: decision.dueOn, provisional: decision.provisional };
    const township = setting.divisions.townships.find(({ code }) => code === head.townshipCode);
    const papers = issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
      {
        kind: 'W07',
        to: head.applicant,
        clauses: [cite('D57', '§10'), head.mode === 'delegated' ? cite('N83', '四(一)') : cite('D57', '§22')],
        data: {
          program: head.program,
          acceptedOn: on,
          ...dates,
          workingDays:
            setting.clocks[head.mode === 'delegated' ? 'clock.total.delegated' : 'clock.total.standard'] ?? 0,
          clerk: facts.actor.personId,
          phone: township?.phone ?? '',
        },
      },
    ]);
    const event = {
      type: 'application-accepted',
      data: { on, ...dates, postBy: posting.dueOn, relativesFound },
      terms: { start, end: runningTerms(parts.terms).filter((name) => name === 'intake') },
      papers,
    } as const;
    return reply(facts, event, now);
  },
});

const near = (
  person: string,
  indexes: readonly Readonly<Record<string, readonly { readonly staff: string }[]>>[],
): string[] => indexes.flatMap((index) => (index[person] ?? []).map(({ staff }) => staff));
