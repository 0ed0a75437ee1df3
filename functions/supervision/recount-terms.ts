import * as z from 'zod';
import { RecountedSubject } from '../../schemas/recount.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import type { AnyState } from '../core/fold.ts';
import { must } from '../core/problem.ts';
import type { RecountState } from '../core/recount-fold.ts';
import { defineStep } from '../core/step.ts';
import { type SubjectKind, type SubjectRef, subjectKinds } from '../core/subject.ts';
import { watchedTerms } from '../core/watched-terms.ts';
import { calendarOf } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { resolveClocks } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { type Recounted, recountRunning } from '../law/term-recount.ts';

const RecountTermsInput = z
  .strictObject({
    recountId: z.string().min(1).max(80).describe('重算编号 recount'),
    subjectKind: z.enum(subjectKinds as [SubjectKind, ...SubjectKind[]]).describe('事项类型 kind of subject'),
    subjectId: z.string().min(1).max(200).describe('案件或事项编号 subject'),
  })
  .meta({
    id: 'RecountTermsInput',
    description: '重算一个案件或事项的期限 Recount the running terms of one subject',
    examples: [{ recountId: '649900-recount-2027-1', subjectKind: 'case', subjectId: '649900101-DB-2026-000001' }],
  });

/**
 * Counts the running terms of one case, or other subject, anew under the county's calendar of today, with the lengths of the days they
 * started on. One event lists old and new last days; where nothing comes out otherwise there is none (Appendix A, A13).
 */
export const recountTerms = defineStep({
  id: 'supervision.recount-terms',
  zh: '按新日历重算期限',
  en: 'Recount the terms of a subject',
  route: 'DOCKET recount-terms',
  provision: [cite('HOL-REG', '§2'), cite('CIVIL', '§203')],
  input: RecountTermsInput,
  output: RecountedSubject,
  facts: ({ input: { recountId, subjectKind, subjectId } }) => ({
    county: countyOf(subjectId),
    ...(subjectKind === 'case' ? { case: subjectId } : {}),
    subjects: [
      { kind: 'recount', id: recountId },
      ...(subjectKind === 'case' ? [] : [{ kind: subjectKind, id: subjectId }]),
    ],
  }),
  decide: (facts, { recountId, subjectKind, subjectId }, now) => {
    const recount = { kind: 'recount', id: recountId } as const;
    must(stateOf<RecountState>(facts, recount), 'recount-not-found', { recountId });
    const subject = { kind: subjectKind, id: subjectId };
    const on = civilDateOf(now);
    const recounted = recountedOf(facts, subject, on);
    const moves = recounted.terms.map(({ move }) => move);
    const reply = { subjectKind, subjectId, moves };
    if (moves.length === 0) return { reply };
    return {
      event: {
        type: 'terms-recounted',
        data: { on, calendar: recounted.calendar, moves },
        terms: { recount: recounted.terms.map(({ term }) => term) },
      },
      subject,
      also: [{ subject: recount, event: { type: 'terms-moved', data: { moved: reply } } }],
      reply,
    };
  },
});

function recountedOf(
  facts: Facts,
  subject: SubjectRef,
  on: string,
): { readonly calendar: string; readonly terms: readonly Recounted[] } {
  const { calendars, parameters = [] } = facts.county?.parts ?? {};
  must(calendars, 'program-closed', { missing: ['calendar'] });
  const state: AnyState | undefined = subject.kind === 'case' ? facts.case : stateOf(facts, subject);
  const watched = state && watchedTerms(subject.kind, state);
  const calendar = calendarOf(calendars.notices, calendars.regional);
  if (!watched) return { calendar: calendar.version, terms: [] };
  const { program, terms } = watched;
  const recounted = recountRunning(terms, {
    calendar,
    clocksOn: (day) => resolveClocks(parameters, program, day),
    program,
    delegated: facts.case === undefined || facts.case.head.mode === 'delegated',
    on,
  });
  return { calendar: calendar.version, terms: recounted };
}
