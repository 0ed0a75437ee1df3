import type { CaseEvent, CaseState } from '../../functions/core/case-fold.ts';
import { daysBetween } from '../../functions/law/calendar.ts';
import { hold } from './hold.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Decided = Of<'case-decided'>;
type History = readonly CaseEvent[];

const all = <T extends CaseEvent['type']>(history: History, type: T): Of<T>[] =>
  history.filter((event): event is Of<T> => event.type === type);
const last = <T extends CaseEvent['type']>(history: History, type: T): Of<T> | undefined => all(history, type).at(-1);

/** Monthly standards of the demonstration county, in fen a person. */
const standards = { DB_URBAN: 72_000, DB_RURAL: 52_000 } as const;

/** What must be true of every decision, told from the events alone and not from the state the guards read. */
export function checkDecision(decision: Decided, history: History, after: CaseState): void {
  hold(decision.step === 'review.decide-case', 'a decision came from another step');
  hold(all(history, 'case-decided').length === 1, 'a case was decided twice');
  hold(last(history, 'application-accepted'), 'a case was decided that was never accepted');
  checkInvestigation(history);
  checkSeparation(decision, history);
  checkGate(decision, history);
  checkObjections(history);
  if (decision.data.result === 'confirmed') {
    checkPublicity(decision, history);
    checkAmount(decision, after);
  } else {
    const { reasons, amountFen } = decision.data;
    hold(reasons.length > 0 && amountFen === 0, 'a denial needs reasons and pays nothing');
    hold(
      decision.papers?.some(({ kind }) => kind === 'W21'),
      'a denial issues its notice',
    );
  }
}

/** P02 and B21: consents, verification and survey stand, and none of them rests on a near relative who was found later. */
function checkInvestigation(history: History): void {
  hold(last(history, 'consents-recorded')?.data.complete, 'decided without every consent');
  const recused = all(history, 'relative-filed').map(({ data }) => data.staff);
  const by = (type: 'verification-started' | 'opinion-given'): string => last(history, type)?.actor.personId ?? '';
  hold(!recused.includes(by('verification-started')), 'decided on the verification of a near relative');
  hold(!recused.includes(by('opinion-given')), 'decided on the opinion of a near relative');
  const visits = all(history, 'household-visited').map(({ data }) => data.visit.surveyors);
  const clean = visits.some((surveyors) => !surveyors.some((id) => recused.includes(id)));
  hold(clean, 'decided on the survey of a near relative');
  for (const [type, undone] of [
    ['verification-returned', 'verification'],
    ['household-visited', 'survey'],
    ['opinion-given', 'opinion'],
  ] as const) {
    const done = last(history, type);
    hold(done, `decided without ${type}`);
    const filed = all(history, 'relative-filed').filter(({ data }) => data.undone.includes(undone));
    hold(
      filed.every(({ seq }) => seq < done.seq),
      `decided on a ${undone} that was undone`,
    );
  }
}

/** Invariant 5 and SD2: the confirmer neither surveyed nor reviewed, the reviewer did not survey; all by person. */
function checkSeparation({ actor }: Decided, history: History): void {
  const recused = all(history, 'relative-filed').map(({ data }) => data.staff);
  const went = [
    ...all(history, 'household-visited').flatMap(({ data }) => data.visit.surveyors),
    ...all(history, 'case-reinvestigated').flatMap(({ data }) => data.investigators),
  ].filter((id) => !recused.includes(id));
  const county = last(history, 'county-surveyed')?.data.visit.surveyors ?? [];
  const reviewer = last(history, 'opinion-given')?.actor.personId ?? '';
  hold(![...went, ...county].includes(actor.personId), 'a surveyor confirmed');
  hold(actor.personId !== reviewer, 'the reviewer confirmed');
  hold(!went.includes(reviewer), 'a surveyor reviewed');
  hold(!recused.includes(actor.personId), 'a near relative confirmed');
}

/** Invariant 6: a near relative or a complaint during review calls for the county's survey before the decision. */
function checkGate(decision: Decided, history: History): void {
  const found = last(history, 'application-accepted')?.data.relativesFound ?? [];
  const complaint = last(history, 'complaint-recorded');
  if (all(history, 'relative-filed').length + found.length === 0 && !complaint) return;
  const survey = last(history, 'county-surveyed');
  hold(survey && survey.data.on <= decision.data.on, 'decided without the survey of the county');
  hold(survey.data.on >= (complaint?.data.on ?? ''), 'decided on a survey older than the complaint');
  hold(decision.data.result !== 'confirmed' || survey.data.passed, 'confirmed against the survey of the county');
}

/** 3.4: every objection was looked into and concluded on anew. */
function checkObjections(history: History): void {
  const raised = last(history, 'publicity-objected');
  if (!raised) return;
  hold((last(history, 'case-reinvestigated')?.seq ?? 0) > raised.seq, 'an objection was never looked into');
  hold((last(history, 'opinion-given')?.seq ?? 0) > raised.seq, 'an objection led to no new opinion');
}

/** Invariant 1: seven days of publicity at least, on the opinion that stands, and over before the decision. */
function checkPublicity({ data }: Decided, history: History): void {
  const opinion = last(history, 'opinion-given');
  hold(opinion?.data.result === 'confirm', 'confirmed against the opinion');
  const posted = all(history, 'publicity-posted').findLast(({ data: { endsOn } }) => endsOn !== undefined);
  hold(posted?.data.postedOn && posted.data.endsOn, 'confirmed without publicity');
  hold(data.on > posted.data.endsOn, 'confirmed before publicity was over');
  hold(daysBetween(posted.data.postedOn, posted.data.endsOn) >= 7, 'publicity was shorter than seven days');
  const again = all(history, 'opinion-given').findLast(({ data: { repost } }) => repost);
  hold(again && again.seq < posted.seq, 'confirmed on a publicity of another opinion');
}

/** Invariants 4 and 8: paid from the next month, and no more than the standard for everybody. */
function checkAmount({ data }: Decided, { head }: CaseState): void {
  const [year = 0, month = 0] = data.on.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  hold(data.firstMonth === next, `decided on ${data.on}, paid from ${data.firstMonth}`);
  hold(data.amountFen >= 0, 'an amount below nothing');
  hold(
    data.amountFen <= (standards[head.program as keyof typeof standards] ?? 0) * head.members,
    'an amount above the standard of all members',
  );
  hold(data.assessment.entitled !== false, 'confirmed a household that fails the means test');
}
