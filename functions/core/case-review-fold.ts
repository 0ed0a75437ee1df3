import type { CaseHead } from '../../schemas/case.ts';
import { groupOf } from '../../schemas/program.ts';
import { publicityDue } from '../law/program-path.ts';
import type { CaseEvent } from './case-event.ts';
import { brokenOff, posted } from './publicity-fold.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Verifying = Of<Extract<CaseEvent['type'], `verification-${string}`>>;
type InReview =
  | Verifying
  | Of<'collectively-reviewed' | 'case-handed-over'>
  | Of<'surveyors-assigned' | 'household-visited' | 'evaluation-held' | 'opinion-given' | 'publicity-posted'>
  | Of<'publicity-broken' | 'notice-put-online' | 'notice-taken-down'>
  | Of<'publicity-objected' | 'case-reinvestigated' | 'county-surveyed' | 'term-extended' | 'case-decided'>;

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Acts that begin the investigation (D57 §15) move an accepted case on. */
const investigating = (head: CaseHead, on: string): Partial<CaseHead> => ({
  ...(head.status === 'accepted' ? { status: 'investigating' } : {}),
  ...(head.investigationOn ? {} : { investigationOn: on }),
});

/** What an act of the review changes on the case item: from the investigation to the decision (rulebook 3.2, T5–T14). */
export function changeInReview(head: CaseHead, event: InReview): Partial<CaseHead> {
  switch (event.type) {
    case 'surveyors-assigned':
      return investigating(head, event.data.on);
    case 'household-visited':
      return visited(head, event);
    case 'evaluation-held':
      return evaluated(head, event);
    case 'collectively-reviewed':
      return { collectiveOn: event.data.on };
    case 'case-handed-over': {
      const { post, from, to } = event.data;
      return post === 'TC' && head.clerk === from ? { clerk: to } : {};
    }
    case 'opinion-given':
      return opinion(head, event);
    case 'publicity-posted':
      return posted(head, event);
    case 'publicity-broken':
      return brokenOff(head, event);
    case 'notice-put-online':
    case 'notice-taken-down':
      return {};
    case 'publicity-objected':
      return {
        status: 'reinvestigating',
        objections: head.objections + 1,
        objectionOpen: true,
        objectionRounds: (head.objectionRounds ?? 0) + (head.status === 'reinvestigating' ? 0 : 1),
        disputed: true,
        disputedOn: event.data.on,
        ...(event.terms?.end?.includes('decision') ? { dueOn: undefined } : {}),
      };
    case 'case-reinvestigated': {
      const { investigators } = event.data;
      const surveyors = union(head.surveyors, investigators);
      return { reinvestigators: investigators, surveyors, objectionOpen: false, evaluationFailed: undefined };
    }
    case 'county-surveyed':
      return { countySurvey: { doneOn: event.data.on, by: event.data.visit.surveyors, passed: event.data.passed } };
    case 'term-extended': {
      const { ground, on, dueOn, provisional } = event.data;
      return { extension: { ground, on, dueOn }, provisional };
    }
    case 'case-decided':
      return decided(head, event);
    default:
      return {
        verification: verification(head, event),
        ...(event.type === 'verification-requested' ? investigating(head, event.data.on) : {}),
      };
  }
}

/** Findings that an evaluation does not hold to be true are investigated again (rulebook 3.5): a failed evaluation is no ground to deny. */
const evaluated = (head: CaseHead, { data: { on, truthful } }: Of<'evaluation-held'>): Partial<CaseHead> => ({
  evaluatedOn: on,
  ...(truthful ? {} : { evaluationFailed: true }),
  ...(!truthful && (head.status === 'reviewed' || head.status === 'publicizing') ? { status: 'reinvestigating' } : {}),
});

const visited = (head: CaseHead, { data: { on, visit } }: Of<'household-visited'>): Partial<CaseHead> => ({
  ...investigating(head, on),
  surveyors: union(head.surveyors, visit.surveyors),
  surveyedOn: on,
  ...(visit.consistent ? {} : { disputed: true, disputedOn: on }),
});

function opinion(head: CaseHead, { data, actor, terms }: Of<'opinion-given'>): Partial<CaseHead> {
  const decideBy = terms?.start?.find(({ term }) => term === 'decision')?.dueOn;
  const { assessment } = data;
  const incomeFen = 'incomeAnnualFen' in assessment ? assessment.incomeAnnualFen : undefined;
  const standardFen = 'standardFen' in assessment ? assessment.standardFen : undefined;
  const { on, result, amountFen, repost } = data;
  const unposted = result === 'deny' || repost || !head.publicity?.postedOn;
  return {
    status: unposted ? 'reviewed' : 'publicizing',
    opinion: {
      on,
      result,
      amountFen,
      repost,
      by: actor.personId,
      ...(incomeFen === undefined ? {} : { incomeFen }),
      ...(standardFen === undefined ? {} : { standardFen }),
      ...(data.class ? { class: data.class } : {}),
      ...(data.raised ? { raised: data.raised } : {}),
    },
    reviewer: actor.personId,
    round: head.round + 1,
    objectionOpen: false,
    ...(decideBy ? { dueOn: decideBy } : {}),
    ...(repost ? { publicity: { channels: [] } } : {}),
  };
}

function decided(head: CaseHead, { data, actor }: Of<'case-decided'>): Partial<CaseHead> {
  const { on, result, amountFen, firstMonth, delegationId, lawPack, calendar, careGrade, validUntil } = data;
  const settled = result === 'confirmed' && groupOf(head.program) === 'LS' && !publicityDue(head);
  return {
    status: settled ? 'settled' : result,
    decision: {
      result,
      on,
      amountFen,
      by: actor.personId,
      lawPack,
      calendar,
      ...(firstMonth ? { firstMonth } : {}),
      ...(careGrade ? { careGrade } : {}),
      ...(validUntil ? { validUntil } : {}),
      ...(delegationId ? { delegationId } : {}),
    },
    ...(result === 'not-confirmed' || settled ? { endedOn: on } : {}),
  };
}

function verification(head: CaseHead, event: Verifying): NonNullable<CaseHead['verification']> {
  const { on } = event.data;
  const before = head.verification ?? { state: 'requested', requestedOn: on, hits: 0 };
  switch (event.type) {
    case 'verification-requested':
      return { state: 'requested', requestedOn: on, hits: 0 };
    case 'verification-started':
      return { ...before, state: 'started', by: event.actor.personId };
    case 'verification-returned': {
      const { findings, hit, recheck } = event.data;
      const hits = findings.filter((finding) => finding.hit !== 'none').length;
      return { ...before, state: hit && !recheck ? 'hit' : 'finished', hits, finishedOn: on };
    }
    case 'verification-informed':
      return { ...before, state: 'informed', windowEndsOn: event.data.windowEndsOn };
    case 'verification-objected':
      return { ...before, state: 'objected' };
  }
}
