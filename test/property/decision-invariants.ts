import type { CaseEvent, CaseState } from '../../functions/core/case-fold.ts';
import { daysBetween } from '../../functions/law/calendar.ts';
import type { Program } from '../../schemas/program.ts';
import { hold } from './hold.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Decided = Of<'case-decided'>;
type History = readonly CaseEvent[];

const all = <T extends CaseEvent['type']>(history: History, type: T): Of<T>[] =>
  history.filter((event): event is Of<T> => event.type === type);
const last = <T extends CaseEvent['type']>(history: History, type: T): Of<T> | undefined => all(history, type).at(-1);

/** The most that the demonstration county may grant, in fen: a month and a person, or once and a household. */
const ceilings: Readonly<Record<Program, { readonly fen: number; readonly per: 'person' | 'household' }>> = {
  DB_URBAN: { fen: 72_000, per: 'person' },
  DB_RURAL: { fen: 52_000, per: 'person' },
  TK: { fen: 67_600 + 80_000, per: 'household' },
  BY: { fen: 0, per: 'household' },
  GX: { fen: 0, per: 'household' },
  GL: { fen: 20_000, per: 'household' },
  LS_FAST: { fen: 0, per: 'household' },
  LS_STD: { fen: 2_000_000, per: 'household' },
};

/** What must be true of every decision, told from the events alone and not from the state the guards read. */
export function checkDecision(decision: Decided, history: History, after: CaseState): void {
  hold(decision.step === 'review.decide-case', 'a decision came from another step');
  hold(all(history, 'case-decided').length === 1, 'a case was decided twice');
  hold(last(history, 'application-accepted'), 'a case was decided that was never accepted');
  checkInvestigation(history, after.head.program);
  checkSeparation(decision, history);
  checkGate(decision, history);
  checkObjections(history);
  if (decision.data.result === 'confirmed') {
    // Temporary assistance is posted for the expense type alone (TA26 二(二)); all others are, always.
    if (after.head.program !== 'LS_STD' || after.head.aid?.type === 'expense') checkPublicity(decision, history);
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
function checkInvestigation(history: History, program: Program): void {
  hold(last(history, 'consents-recorded')?.data.complete, 'decided without every consent');
  const recused = all(history, 'relative-filed').map(({ data }) => data.staff);
  const by = (type: 'verification-started' | 'opinion-given'): string => last(history, type)?.actor.personId ?? '';
  hold(!recused.includes(by('verification-started')), 'decided on the verification of a near relative');
  hold(!recused.includes(by('opinion-given')), 'decided on the opinion of a near relative');
  const visits = all(history, 'household-visited').map(({ data }) => data.visit.surveyors);
  const clean = visits.some((surveyors) => !surveyors.some((id) => recused.includes(id)));
  // The old-age allowance is decided by data; a visit follows only where they do not settle it (rulebook 3.6).
  const byData = program === 'GL' && visits.length === 0;
  hold(clean || byData, 'decided on the survey of a near relative');
  for (const [type, undone] of [
    ['verification-returned', 'verification'],
    ['household-visited', 'survey'],
    ['opinion-given', 'opinion'],
  ] as const) {
    const done = last(history, type);
    if (!done && type === 'household-visited' && byData) continue;
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

/** Invariants 4 and 8: paid by month from the next one, or once, and never beyond what the program can give. */
function checkAmount({ data }: Decided, { head }: CaseState): void {
  const [year = 0, month = 0] = data.on.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const monthly = ['DB_URBAN', 'DB_RURAL', 'TK', 'GL'].includes(head.program);
  hold(data.firstMonth === (monthly ? next : undefined), `decided on ${data.on}, paid from ${data.firstMonth}`);
  hold(data.amountFen >= 0, 'an amount below nothing');
  const { fen, per } = ceilings[head.program];
  hold(
    data.amountFen <= fen * (per === 'person' ? head.members : 1),
    `${data.amountFen} fen is more than ${head.program} can give`,
  );
  hold(data.assessment.entitled !== false, 'confirmed a household that fails the means test');
}
