import type { Appeal } from '../../schemas/appeal.ts';
import type { AppealDuty, AppealEntry, AppealedAct } from '../../schemas/appeal-order.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { PaperKind } from '../../schemas/paper.ts';
import type { Term } from '../../schemas/term.ts';
import { isOverdue, lastDayOf } from '../law/term-start.ts';
import type { AppealState } from './appeal-fold.ts';
import type { CaseState, PaperEntry } from './case-fold.ts';
import { type Facts, stateOf, theCase } from './facts.ts';
import { must } from './problem.ts';
import type { Call, FactRequest } from './step.ts';
import { caseFacts } from './step.ts';
import type { SubjectRef } from './subject.ts';

/** An appeal as a subject. */
export const appealRef = (appealId: string): SubjectRef => ({ kind: 'appeal', id: appealId });

/** Facts of an act on an appeal of a case. */
export const appealFacts = (call: Call<unknown>): FactRequest & ReturnType<typeof caseFacts> => ({
  ...caseFacts(call),
  subjects: [appealRef(call.params['appealId'] ?? '')],
});

/** The loaded appeal of the loaded case, or 404. */
export function theAppeal(facts: Facts): Appeal {
  const appealId = facts.params['appealId'] ?? '';
  const head = stateOf<AppealState>(facts, appealRef(appealId))?.head;
  must(head && head.caseId === theCase(facts).head.caseId, 'appeal-not-found', { appealId });
  return head;
}

/** What an appeal is against: the act, its paper, who made it and when it was known. */
export interface Target {
  readonly act: AppealedAct;
  readonly paper?: PaperEntry | undefined;
  readonly duty?: AppealDuty | undefined;
  readonly decidedBy?: string | undefined;
  /** The day the act was known; absent where its paper was not served yet. */
  readonly knownOn?: CivilDate | undefined;
  readonly respondent: Appeal['respondent'];
}

/** Statuses in which the decision of a paper stands; the others take effect through what they grant. */
const standing: Readonly<Partial<Record<PaperKind, readonly string[]>>> = {
  W08: ['refused'],
  W21: ['not-confirmed'],
  W27: ['terminated', 'lapsed'],
};

/** The served decision an appeal is against; refuses a paper that decides nothing against the household, or no longer holds. */
export function decisionAppealed(facts: Facts, paperId: string): Target {
  const { head, parts } = theCase(facts);
  const paper = parts.papers.find((entry) => entry.paperId === paperId);
  const last = parts.papers.filter(({ kind }) => kind === paper?.kind).at(-1);
  const entitlement = parts.benefit?.entitlements.find((one) => one.paper === paper?.number);
  const stands =
    paper?.kind === 'W25' || paper?.kind === 'W28'
      ? entitlement !== undefined
      : last === paper && paper !== undefined && standing[paper.kind]?.includes(head.status) === true;
  must(paper && stands, 'appeal-against-no-decision', { paperId, kind: paper?.kind, status: head.status });
  const orgCode = facts.paper?.issuer ?? head.townshipCode;
  return {
    act: paper.kind as AppealedAct,
    paper,
    decidedBy: paper.kind === 'W21' ? head.decision?.by : (entitlement?.decidedBy ?? head.endedBy),
    knownOn: paper.served?.servedOn,
    respondent: { by: orgCode.length === 6 ? 'county' : 'township', orgCode },
  };
}

const dutyTerms: Readonly<Record<'acceptance' | 'decision', readonly Term['term'][]>> = {
  acceptance: ['intake'],
  decision: ['decision', 'county-decision'],
};

/** Inaction: a term to accept or decide that has passed; it is known from its last day on. Refuses where no such term is overdue. */
export function inactionAppealed({ head, parts }: CaseState, duty: 'acceptance' | 'decision', on: CivilDate): Target {
  const term = parts.terms.find(
    (one) => dutyTerms[duty].includes(one.term) && one.endedOn === undefined && isOverdue(one, on),
  );
  must(term, 'duty-not-overdue', { duty, status: head.status });
  const by = term.countyHeld ? ('county' as const) : ('township' as const);
  return {
    act: 'inaction',
    duty,
    knownOn: lastDayOf(term),
    respondent: { by, orgCode: by === 'county' ? head.countyCode : head.townshipCode },
  };
}

/** Whether an earlier appeal was against the same act. */
export const isAgainst = (entry: AppealEntry, { act, paper, duty }: Target): boolean =>
  entry.act === act && entry.paperId === paper?.paperId && entry.duty === duty;
